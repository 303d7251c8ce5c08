#!/usr/bin/env python3
"""Tells how long the search page of a built site takes for an answer on a slow phone, from submitting to the first result.

  tests/bench/peers/articles.py -n 2000 --out DIR        # the articles that the queries below are made for
  mkdir -p ROOT/content/articles; cp DIR/raw/* ROOT/content/articles; cd ROOT; sijill build
  tests/bench/search_answers.py ROOT/public

A line for each kind of query, in milliseconds of a processor that is made six times slower:

- first: on a page that has just been opened, the index read from the disk on the way;
- warm: the median, the least and the most of some answers after that, when all that is asked for has been loaded.

A query is asked again only after another one, and only when the page has done what it does after an answer. A machine that
is busy takes longer. Needs Chromium. --queries FILE asks the lines of a file; --profile QUERY tells in which functions the
time of one query goes.
"""
import argparse
import collections
import json
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

SLOWER = 6
# How long a page has been quiet before it is asked again.
QUIET_SECONDS = 0.4
QUERIES = {
    "one word": ["الحوار", "السائح", "موريتانيا"],
    "a word with its kin alone": ["استثمارات"],
    "two words": ["أسعار النفط", "الانتخابات المحلية"],
    "three words": ["وزير الثقافة المصري", "تراجع أسعار السوق"],
    "a question": ["كم بلغ عدد المرضى في المستشفى بعد الزلزال الأخير؟", "ماذا قالت وكالة الثقافة عن المشاورات مع وزير التجارة في مصر؟"],
    "a phrase": ["\"مجلس التعاون\"", "«المشاورات الأوروبي»", "\"بعد ثلاث سنوات\""],
    "a phrase that stands nowhere": ["\"مجلس الأغنية\""],
    "a word left out": ["الحوار -موريتانيا"],
    "a word that stands nowhere": ["الاقتصداي"],
    "a filter": ["سنة:2023 الحوار"],
}
BROWSERS = ["chromium", "chromium-browser", "google-chrome"]
FLAGS = """--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking
    --disable-component-update --disable-sync --disable-dev-shm-usage --remote-debugging-pipe --window-size=360,740""".split()

# A result is there when the list has one, or the page has said that there is none.
ASK = """(text) => new Promise((done, failed) => {
  setTimeout(() => failed(new Error(`no answer: ${text}`)), 60_000);
  const at = (id) => document.getElementById(id), form = at("search-form"), hits = at("search-hits");
  const status = at("search-status"), further = at("search-further").querySelector("ol"), before = status.textContent;
  at("q").value = text;
  status.textContent = "";
  hits.replaceChildren();
  further.replaceChildren();
  const began = performance.now(), seen = new MutationObserver(() => {
    const nothing = status.textContent && /^(لا توجد|لم ترد)/.test(status.textContent);
    if (!hits.children.length && !further.children.length && !nothing) return;
    seen.disconnect();
    done(performance.now() - began);
  });
  for (const one of [hits, further, status]) seen.observe(one, { childList: true, characterData: true, subtree: true });
  form.requestSubmit();
})"""


class Browser:
    """Speaks the DevTools protocol over two pipes: messages of JSON, each ended by a zero byte."""

    def __enter__(self):
        program = next(filter(None, map(shutil.which, BROWSERS)), None) or sys.exit("no Chromium")
        self.profile = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        to_browser, from_browser = os.pipe(), os.pipe()
        # The browser reads from its third file and writes to its fourth; the shell lays them there.
        lay = f'exec "$@" 3<&{to_browser[0]} 4>&{from_browser[1]} >/dev/null 2>&1'
        command = ["sh", "-c", lay, "sh", program, *FLAGS, f"--user-data-dir={self.profile.name}", "about:blank"]
        self.process = subprocess.Popen(command, pass_fds=[to_browser[0], from_browser[1]])
        for theirs in (to_browser[0], from_browser[1]):
            os.close(theirs)
        self.to, self.answers, self.number, self.rest = to_browser[1], from_browser[0], 0, b""
        page = next(one for one in self.call("Target.getTargets")["targetInfos"] if one["type"] == "page")
        attached = self.call("Target.attachToTarget", targetId=page["targetId"], flatten=True)
        self.session = attached["sessionId"]
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait()
        for ours in (self.to, self.answers):
            os.close(ours)
        self.profile.cleanup()

    def call(self, method, **values):
        self.number += 1
        message = {"id": self.number, "method": method, "params": values}
        if hasattr(self, "session"):
            message["sessionId"] = self.session
        os.write(self.to, json.dumps(message).encode() + b"\0")
        while True:
            *whole, self.rest = self.rest.split(b"\0")
            answers = [one for one in map(json.loads, whole) if one.get("id") == self.number]
            if answers:
                return answers[0]["result"] if "result" in answers[0] else sys.exit(f"{method}: {answers[0]['error']}")
            self.rest += os.read(self.answers, 1 << 20)

    def value(self, script):
        found = self.call("Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True)
        if "exceptionDetails" in found:
            sys.exit(found["exceptionDetails"]["exception"].get("description", script))
        return found["result"].get("value")

    def open(self, address):
        """A page that is there when its search has begun."""
        self.call("Page.navigate", url=address)
        end = time.monotonic() + 60
        while not self.value("location.href !== 'about:blank' && document.readyState === 'complete' && !!window.sijillSearch"):
            if time.monotonic() > end:
                sys.exit("the page does not open")
            time.sleep(0.05)
        time.sleep(QUIET_SECONDS)

    def ask(self, query):
        taken = self.value(f"({ASK})({json.dumps(query)})")
        time.sleep(QUIET_SECONDS)
        return taken


def measured(browser, address, query, others, times):
    """How long the first answer of a page takes, and each of those after it."""
    browser.call("Emulation.setCPUThrottlingRate", rate=1)
    browser.call("Page.navigate", url="about:blank")
    browser.open(address)
    browser.call("Emulation.setCPUThrottlingRate", rate=SLOWER)
    first, warm = browser.ask(query), []
    for turn in range(times):
        browser.ask(others[turn % len(others)])
        warm.append(browser.ask(query))
    return first, warm


def profiled(browser, address, query):
    """In which functions of the script the time of one query goes, most of it first."""
    browser.open(address)
    browser.ask(query)
    browser.call("Profiler.enable")
    browser.call("Profiler.setSamplingInterval", interval=50)
    browser.call("Profiler.start")
    for _ in range(30):
        browser.value(f"({ASK})({json.dumps(query)})")
    profile = browser.call("Profiler.stop")["profile"]
    nodes, spent = {node["id"]: node for node in profile["nodes"]}, collections.Counter()
    for node, delta in zip(profile["samples"], profile["timeDeltas"]):
        frame = nodes[node]["callFrame"]
        spent[frame["functionName"] or "(unnamed)", frame["lineNumber"] + 1] += delta / 1000 / 30
    for (name, line), taken in spent.most_common(25):
        print(f"{taken:7.2f} ms  {name} (line {line})")


def main():
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("site", type=pathlib.Path, help="the folder of a built site")
    asked.add_argument("--queries", type=pathlib.Path)
    asked.add_argument("--profile")
    asked.add_argument("--times", type=int, default=7, help="how many warm answers")
    options = asked.parse_args()
    address = (options.site / "search" / "index.html").resolve().as_uri()
    queries = QUERIES
    if options.queries:
        queries = {"": [line for line in options.queries.read_text("utf-8").splitlines() if line.strip()]}
    others = QUERIES["one word"] + QUERIES["a question"]
    with Browser() as browser:
        if options.profile:
            profiled(browser, address, options.profile)
            return
        for kind, some in queries.items():
            for query in some:
                first, warm = measured(browser, address, query, [other for other in others if other != query], options.times)
                print(f"{kind:30} first {first:5.0f}  warm {statistics.median(warm):5.1f} ({min(warm):.1f} to {max(warm):.1f})  «{query}»", flush=True)


if __name__ == "__main__":
    main()
