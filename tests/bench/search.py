#!/usr/bin/env python3
"""Puts `sijill index` and Pagefind on the same folder of Arabic pages and tells what each costs and finds.

  cargo build --release
  npm install pagefind
  tests/bench/search.py --sijill target/release/sijill --pagefind node_modules/@pagefind/*/bin/pagefind_extended

Pages are made of the sentences of our own articles, the same at each run. Told of each engine:

- CPU and clock of an index from nothing, the least of some runs;
- the index packed as a server would send it;
- what a browser loads for the first answer, page, script and style of the engine among it;
- in how many of our pairs of words (tests/corpus/search-pairs*.txt) who asks for the one is shown the page of the other.

Needs Chromium. Without --pagefind only our side is measured. --keep FOLDER leaves the pages there.
"""
import argparse
import collections
import gzip
import http.server
import json
import pathlib
import random
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import threading
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
CORPUS = ROOT / "tests" / "corpus"
RUNS = 3
PARAGRAPHS = (6, 10)
SENTENCES = (2, 4)
QUERIES = ["الميناء", "قرار الحكومة", "متى تنتهي مهمة التحالف؟"]
BROWSERS = ["chromium", "chromium-browser", "google-chrome"]


# ---- pages


def sentences():
    """The sentences of our own articles, sorted."""
    found = set()
    for file in [*(ROOT / "tests" / "articles").glob("*/*.txt"), *(ROOT / "content" / "articles").glob("*")]:
        try:
            text = file.read_text("utf-8")
        except (UnicodeDecodeError, IsADirectoryError):
            continue
        for line in text.splitlines():
            line = re.sub(r"⟦[^⟧]*⟧", "", re.sub(r"^[A-Za-z] ", "", line)).strip()
            if not re.search(r"[<>{}|=\\A-Za-z]", line):
                found.update(one.strip() for one in re.split(r"(?<=[.؟!]) ", line) if len(one) > 40)
    return sorted(found)


def page(title, paragraphs):
    text = "".join(f"<p>{paragraph}</p>\n" for paragraph in paragraphs)
    head = f'<meta charset="utf-8"><title>{title}</title>'
    return f'<!doctype html>\n<html lang="ar" dir="rtl"><head>{head}</head>\n<body><main>\n<h1>{title}</h1>\n{text}</main></body></html>\n'


def articles(folder, count):
    """Writes pages of sentences, the same at each run."""
    luck, known = random.Random(2_000), sentences()
    for number in range(count):
        title = " ".join(luck.choice(known).split()[:9])
        paragraphs = [" ".join(luck.sample(known, luck.randint(*SENTENCES))) for _ in range(luck.randint(*PARAGRAPHS))]
        (folder / f"{number}.html").write_text(page(title, paragraphs), "utf-8")


def pairs():
    """The classes of pairs of words, of which each must find the other."""
    classes, name = collections.OrderedDict(), ""
    for file in ["search-pairs.txt", "search-pairs-more.txt"]:
        for line in (CORPUS / file).read_text("utf-8").splitlines():
            words = line.split()
            if line.startswith("#") or not words:
                continue
            if len(words) == 1:
                name = f"{file.removesuffix('.txt')}-{line}"
            elif not name.endswith("-differ"):
                classes.setdefault(name, []).append(words)
    return classes


# ---- engines


class Sijill:
    name, folder = "sijill", "search"
    opens = "search/index.html?q={}"
    # The parts of the page that the script goes by.
    ask = '<form id="search-form" data-root="" data-digits="latn" data-months=""><input id="q"></form>' + "".join(
        f'<div><div id="search-{part}"><p></p><p></p><p></p></div></div>'
        for part in "status options results above order hits further pages facets".split()
    ) + """<script src="search/search.js"></script><script>
      const found = async (word) => {
        const { core } = sijillSearch, { hits, further } = await core.search(word);
        return Promise.all([...hits, ...further].map(async (doc) => (await core.articleOf(doc)).path));
      };</script>"""

    def __init__(self, program):
        self.program = program

    def version(self):
        return told([self.program, "--version"])

    def command(self, folder):
        return [self.program, "index", folder]


class Pagefind:
    name, folder = "Pagefind", "pagefind"
    opens = "find.html?q={}"
    ask = """<script>
      const found = async (word) => {
        window.engine ??= await import("/pagefind/pagefind.js");
        const { results } = await engine.search(word);
        return Promise.all(results.map(async (one) => (await one.data()).url.replace(/^\\//, "")));
      };</script>"""
    # The page of its own guide.
    finder = """<!doctype html><html lang="ar" dir="rtl"><meta charset="utf-8"><title>ب</title>
      <link href="/pagefind/pagefind-ui.css" rel="stylesheet"><script src="/pagefind/pagefind-ui.js"></script>
      <div id="search"></div><script>
      const finder = new PagefindUI({ element: "#search", showSubResults: true });
      finder.triggerSearch(new URLSearchParams(location.search).get("q"));</script>"""

    def __init__(self, program):
        self.program = program

    def version(self):
        return told([self.program, "--version"])

    def command(self, folder):
        return [self.program, "--site", folder]


def told(command):
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


def indexed(engine, folder):
    """Makes an index from nothing: CPU and clock in seconds."""
    shutil.rmtree(folder / engine.folder, ignore_errors=True)
    before, clock = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    subprocess.run(engine.command(folder), check=True, capture_output=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return cpu, time.monotonic() - clock


def packed(data):
    """As a server sends it; what does not get smaller goes as it is."""
    return min(data, gzip.compress(data, 9), key=len)


# ---- browser


class Server(http.server.ThreadingHTTPServer):
    """Serves a folder packed and counts what goes out; what a page tells stands in `answer`."""

    def __init__(self, folder):
        super().__init__(("127.0.0.1", 0), Handler)
        self.folder, self.sent, self.last, self.answer = folder, [], time.monotonic(), None
        threading.Thread(target=self.serve_forever, daemon=True).start()


class Handler(http.server.SimpleHTTPRequestHandler):
    def do_GET(self):
        path = (self.server.folder / self.path.split("?")[0].lstrip("/")).resolve()
        if not path.is_file() or self.server.folder not in path.parents:
            return self.send_error(404)
        data = path.read_bytes()
        body = packed(data)
        self.server.sent.append((self.path, len(body)))
        self.server.last = time.monotonic()
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(path.name))
        self.send_header("Content-Length", str(len(body)))
        if body is not data:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        self.wfile.write(body)

    def do_POST(self):
        self.server.answer = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.send_response(204)
        self.end_headers()

    def log_message(self, *_):
        pass


class Browser:
    """A window on one address until it is closed."""

    def __init__(self, address):
        program = next(filter(None, map(shutil.which, BROWSERS)), None) or sys.exit("no Chromium")
        self.profile = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        flags = ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]
        command = [program, *flags, f"--user-data-dir={self.profile.name}", "--window-size=1280,800", "--remote-debugging-port=0", address]
        self.process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait()
        self.profile.cleanup()


def first_answer(engine, folder, query):
    """Bytes and requests until nothing more is asked for."""
    if hasattr(engine, "finder"):
        (folder / "find.html").write_text(engine.finder, "utf-8")
    server = Server(folder)
    with Browser(f"http://127.0.0.1:{server.server_port}/{engine.opens.format(query)}"):
        wait(lambda: server.sent and time.monotonic() - server.last > 3)
    server.shutdown()
    asked = [(path, size) for path, size in server.sent if "favicon" not in path]
    return sum(size for _, size in asked), len(asked)


def found(engine, classes):
    """How many of the pairs meet; each class is a site of its own, a page a word."""
    met = 0
    for words in classes.values():
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
            folder = pathlib.Path(name).resolve()
            for number, (_, word) in enumerate(words):
                (folder / f"{number}.html").write_text(page("ب", [word]), "utf-8")
            indexed(engine, folder)
            asked = json.dumps([first for first, _ in words])
            script = f"""<!doctype html><html lang="ar"><meta charset="utf-8"><title>ب</title>{engine.ask}<script>
              (async () => {{
                const pages = [];
                for (const word of {asked}) pages.push(await found(word));
                await fetch("/told", {{ method: "POST", body: JSON.stringify(pages) }});
              }})();</script>"""
            (folder / "ask.html").write_text(script, "utf-8")
            server = Server(folder)
            with Browser(f"http://127.0.0.1:{server.server_port}/ask.html"):
                wait(lambda: server.answer is not None)
            server.shutdown()
            met += sum(f"{number}.html" in pages for number, pages in enumerate(server.answer))
    return met


def wait(until, patience=120):
    end = time.monotonic() + patience
    while not until():
        if time.monotonic() > end:
            sys.exit("the browser does not answer")
        time.sleep(0.05)


# ---- the report


def main():
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--sijill", default=ROOT / "target" / "release" / "sijill")
    asked.add_argument("--pagefind")
    asked.add_argument("--pages", type=int, default=2_000)
    asked.add_argument("--keep", type=pathlib.Path)
    options = asked.parse_args()
    classes = pairs()
    words = sum(map(len, classes.values()))
    engines = [Sijill(options.sijill)] + ([Pagefind(options.pagefind)] if options.pagefind else [])
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
        folder = (options.keep or pathlib.Path(name)).resolve()
        folder.mkdir(exist_ok=True)
        articles(folder, options.pages)
        print(f"{options.pages} pages, {sum(file.stat().st_size for file in folder.glob('*.html')):,} bytes; {words} pairs")
        for engine in engines:
            runs = [indexed(engine, folder) for _ in range(RUNS)]
            files = [file.read_bytes() for file in (folder / engine.folder).rglob("*") if file.is_file()]
            cpu, clock = min(runs)[0], min(clock for _, clock in runs)
            print(f"\n{engine.version()}\nCPU {cpu:.2f} s, clock {clock:.2f} s")
            print(f"index {sum(map(len, map(packed, files))):,} bytes packed in {len(files)} files")
            for query in QUERIES:
                size, requests = first_answer(engine, folder, query)
                print(f"first answer «{query}»: {size:,} bytes in {requests} requests")
            met = found(engine, classes)
            print(f"pairs found: {met} of {words} ({met / words:.1%})")


if __name__ == "__main__":
    main()
