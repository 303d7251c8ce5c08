/*
 * Search, 6 of 6: the page. It has the form `search-form` with the field `q`, and `search-`
 * options, status, results, above, order, hits, further, pages, facets; `data-root` leads to the
 * site's root, `data-index` to the index where that is not `search/` under it.
 */

const PAGE = 10, MOST_FURTHER = 10, MOST_FACETS = 12, MOST_OPTIONS = 7, MOST_NAMES = 4;
const TYPING_MS = 120;
/** How many results are loaded at once; the next ones as they come into sight. */
const FIRST = 2;

/** An element with attributes and content; what is undefined is left out. */
const make = (name, attributes, ...content) => {
  const element = set(document.createElement(name), attributes);
  element.append(...content);
  return element;
};
const set = (element, attributes) => {
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined) element.setAttribute(name, value);
  }
  return element;
};
const onClick = (element, act, event = "click") => {
  element.addEventListener(event, (event) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    act();
  });
  return element;
};

const page = () => {
  const part = (name) => document.getElementById(`search-${name}`);
  const form = part("form"), input = document.getElementById("q"), results = part("results");
  if (!form || !input || !results) return;
  root = form.dataset.root;
  home = form.dataset.index ?? `${root}search/`;
  const [status, options, above, order, hits, further, pages, facets] =
    ["status", "options", "above", "order", "hits", "further", "pages", "facets"].map(part);
  const months = (form.dataset.months ?? "").split("،"), plural = new Intl.PluralRules("ar");
  const box = facets.lastElementChild;
  let turn = 0, timer = 0, chosen = -1, ticked = null;
  const closed = { role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false" };
  set(input, { ...closed, "aria-controls": options.id });
  set(options, { role: "listbox", "aria-label": options.dataset.label });

  // ---- words

  const arabic = (digit) => String.fromCharCode(0x660 + +digit);
  const digits = (text) =>
    (form.dataset.digits === "arab" ? String(text).replace(/[0-9]/g, arabic) : String(text));
  const say = (name, ...values) =>
    values.reduce((text, value) => text.replace("{}", () => value), table.say[name]);
  const counted = (n) => table.say.article[plural.select(n)].replace("{}", digits(n));
  const fieldOf = (subject) => table.say.field[start.kinds[subject.kind]];
  const day = (edtf) => {
    const ends = edtf.split("/");
    if (ends.length > 1) return ends.filter((end) => /[0-9]/.test(end)).map(day).join(" – ");
    const parted = /^([0-9]{4})(?:-([0-9]{2}))?(?:-([0-9]{2}))?([~?%]?)$/.exec(edtf);
    const [, year, month, date, about] = parted ?? [];
    if (!year) return digits(edtf);
    const text = digits([+date || "", months[month - 1]?.trim(), year].filter(Boolean).join(" "));
    return about ? say("about", text) : text;
  };
  const tell = (text) => { if (status.textContent !== text) status.textContent = text; };
  const failed = () => tell(form.dataset.failed);

  // ---- the address

  const address = (text, number) => {
    const asked = { q: text, order: order.value, page: number > 1 ? number : "" };
    const kept = Object.entries(asked).filter(([, value]) => value);
    return kept.length ? `?${new URLSearchParams(kept)}` : location.pathname;
  };
  const fromAddress = () => {
    const asked = new URLSearchParams(location.search);
    input.value = asked.get("q") ?? "";
    order.value = asked.get("order") ?? "";
    if (order.selectedIndex < 0) order.value = "";
    return Math.max(1, Math.floor(+asked.get("page")) || 1);
  };
  const remember = (text, number, way) => {
    // A very long address may be refused; the search works without.
    try { history[way](null, "", address(text, number)); } catch { /* as said */ }
  };

  // ---- the results

  const clear = (text = "") => {
    for (const element of [above, box, hits, further, pages]) element.replaceChildren();
    results.hidden = true;
    tell(text);
  };

  /** A link to another query. */
  const link = (text, query, number = 1, then = () => input.focus()) =>
    onClick(make("a", { href: address(query, number) }, text), () => {
      input.value = query;
      run(number, true);
      then();
    });

  const sorted = (list) => {
    const way = { new: -1, old: 1 }[order.value];
    // What has no date stands last either way.
    const date = (doc) => docs[doc].date || (way > 0 ? "~" : "");
    const later = (a, b) => way * ((date(a) > date(b)) - (date(a) < date(b))) || a - b;
    return way ? [...list].sort(later) : list;
  };

  const told = ({ query, hits, further, less, partial, broken }) => {
    if (hits.length) return partial ? say("partial", counted(hits.length)) : counted(hits.length);
    if (query.tooShort) return say("short");
    if (query.onlyFunction) return say("function");
    const without = query.without.length || query.withoutPhrases.length;
    if (!query.words.length && !query.filters.length) return say(without ? "without" : "empty");
    if (further.length && !less) return say("onlyKin", counted(further.length));
    if (broken !== undefined) return say("noneBroken", broken);
    return say(query.filters.length ? "noneFiltered" : "none");
  };

  /** The query with a word of it replaced. */
  const withWord = (text, folded, better) => spans(text)
    .filter(([from, to]) => read(text.slice(from, to))?.folded === folded)
    .reduceRight((all, [from, to]) => all.slice(0, from) + better + all.slice(to), text);

  const hintsOf = ({ query, hits, suggestions }, text) => {
    const made = suggestions.map(([asked, better]) => {
      const [before, after] = say("mean").split("{}");
      return [before, link(better, withWord(text, asked, better)), after];
    });
    const fields = () => Object.values(table.say.field).slice(0, -1).join("، ");
    for (const field of query.unknown) made.push([say("noField", field, fields())]);
    const loose = () => text.replace(/[«»"“”„]/g, " ").replace(/\s+/g, " ").trim();
    const unfiltered = () =>
      parts(text).filter(({ field }) => !field).map((one) => one.text).join(" ");
    if (!hits.length && query.phrases.length) made.push([link(say("loose"), loose())]);
    if (!hits.length && query.filters.length) made.push([link(say("unfiltered"), unfiltered())]);
    return made.map((content) => make("p", { class: "hint" }, ...content));
  };

  const cardOf = (subject) => {
    const what = fieldOf(subject) + (subject.date ? `، ${day(subject.date)}` : "");
    const name = make("a", { class: "best__title", href: root + subject.path }, subject.name);
    return make("p", { class: "best" }, name, " ", make("span", { class: "quiet" }, what));
  };

  const item = async ({ query }, doc) => {
    const article = await articleOf(doc), { date } = docs[doc], [title] = article.lines;
    const source = { dir: "auto", "data-source-text": "" }, href = root + article.path;
    const pieces = excerpt(query, article)
      .map(({ text, marked }) => (marked ? make("mark", {}, text) : text));
    const li = make("li", { class: "hit" },
      make("h2", { class: "item__title" }, make("a", { ...source, href }, title)));
    const datetime = /^[0-9]{4}(-[0-9]{2}){0,2}$/.test(date) ? date : undefined;
    if (date) li.append(make("time", { class: "quiet", datetime }, day(date)));
    li.append(make("p", { ...source, class: "hit__text" }, ...pieces));
    const why = reasons(query, article).flatMap(([how, word], at) =>
      [at ? "؛ " : "", make("q", {}, `«${word}»`), ` ${table.say.how[how - 1]}`]);
    if (why.length) li.append(make("p", { class: "hit__why", "data-source-text": "" }, ...why));
    return li;
  };

  /** Lists articles: some at once, then one more each time that the end of the list is in sight. */
  const list = async (found, docs, into, end, mine, count) => {
    const made = await Promise.all(docs.slice(0, count).map((doc) => item(found, doc)));
    if (mine !== turn) return;
    into.append(...made);
    const rest = docs.slice(count);
    // What has been scrolled past counts as seen.
    const next = new IntersectionObserver(([{ isIntersecting }]) => {
      if (!isIntersecting) return;
      next.disconnect();
      list(found, rest, into, end, mine, 1).catch(failed);
    }, { rootMargin: "99999px 0px 0px" });
    if (rest.length) next.observe(end);
  };

  const show = async (found, text, number) => {
    const all = sorted(found.hits), count = Math.ceil(all.length / PAGE), mine = turn;
    number = Math.min(number, Math.max(count, 1));
    clear(told(found));
    above.append(...found.cards.map(cardOf), ...hintsOf(found, text));
    hits.start = (number - 1) * PAGE + 1;
    if (found.further.length && number >= count) showFurther(found, mine);
    turnPages(text, number, count);
    order.parentElement.hidden = all.length < 2;
    results.hidden = false;
    facets.hidden = !all.length;
    // Counts are loaded when they are looked at.
    facets.ontoggle = () => {
      const wanted = facets.open && !box.firstChild && all.length;
      if (wanted) showFacets(all, text, mine).catch(failed);
    };
    facets.ontoggle();
    const shown = all.slice((number - 1) * PAGE, number * PAGE);
    await list(found, shown, hits, hits.nextElementSibling, mine, FIRST);
  };

  /** What is further off stands folded below, open where there is nothing else. */
  const showFurther = (found, mine) => {
    const title = say(found.less ? "less" : "kin", counted(found.further.length));
    const ol = make("ol", { class: "hits" }), end = make("div", {});
    const fold = make("details", { class: "fold" }, make("summary", {}, title), ol, end);
    further.append(fold);
    fold.open = !found.hits.length;
    const docs = found.further.slice(0, MOST_FURTHER);
    list(found, docs, ol, end, mine, fold.open ? FIRST : 0).catch(failed);
  };

  const turnPages = (text, number, count) => {
    if (count < 2) return;
    const ways = [["previous", number - 1, "prev"], ["next", number + 1, "next"]];
    for (const [name, to, rel] of ways) {
      if (to < 1 || to > count) continue;
      pages.append(set(link(say(name), text, to, () => hits.focus()), { class: "more", rel }), " ");
    }
    pages.append(make("span", { class: "quiet" }, say("page", digits(number), digits(count))));
  };

  // ---- facets

  /** A facet as the query language has it. */
  const filterOf = (subject) =>
    `${fieldOf(subject)}:${/[\s"«»]/.test(subject.name) ? `«${subject.name}»` : subject.name}`;

  const showFacets = async (all, text, mine) => {
    const counts = await facetsOf(all);
    if (mine !== turn) return;
    for (const [kind, title] of Object.entries(table.say.facet)) {
      const ours = counts.filter(({ subject }) => start.kinds[subject.kind] === kind);
      const labels = ours
        .filter(({ subject }, at) => at < MOST_FACETS || text.includes(filterOf(subject)))
        .map(({ subject, count }) => facetOf(filterOf(subject), subject.name, count, text));
      if (!labels.length) continue;
      const legend = make("legend", {}, title);
      box.append(make("fieldset", { class: "facet" }, legend, make("div", {}, ...labels)));
    }
    // The boxes are made anew; the focus stays on the one that was ticked.
    const labels = [...box.querySelectorAll("label")];
    labels.find((one) => one.dataset.filter === ticked)?.firstChild.focus();
    ticked = null;
  };

  const facetOf = (filter, name, count, text) => {
    const tick = make("input", { type: "checkbox" });
    tick.checked = text.includes(filter);
    tick.addEventListener("change", () => {
      const without = () => text.replace(filter, "").replace(/\s+/g, " ");
      input.value = (tick.checked ? `${text} ${filter}` : without()).trim();
      ticked = filter;
      run(1, true);
    });
    const number = make("span", { class: "count" }, digits(count));
    return make("label", { "data-filter": filter }, tick, make("span", {}, name), number);
  };

  // ---- running a query

  /** Runs the query of the field; what comes late is left out. */
  const run = (number, push) => {
    const mine = ++turn, text = input.value;
    clearTimeout(timer);
    if (push) remember(text, number, "pushState");
    if (!text.trim()) { clear(); return; }
    search(text).then((found) => mine === turn && show(found, text, number)).catch(failed);
  };

  /** While a word is being typed, it is taken for the likeliest one that begins so. */
  const runTyping = async () => {
    const mine = ++turn, text = input.value;
    remember(text, 1, "replaceState");
    if (!text.trim()) { close(); clear(); return; }
    await begin();
    const some = completions(text), found = await search(text);
    if (mine !== turn) return;
    offer(text, some);
    const meant = /\S$/.test(text) && some.length > 0 && !found.lastKnown ? some[0].query : text;
    const better = meant === text ? found : await search(meant);
    if (mine === turn) await show(better, meant, 1);
  };

  // ---- the list under the field: pages whose name begins so, words that the last one may become

  const close = () => {
    chosen = -1;
    options.hidden = true;
    options.replaceChildren();
    set(input, { "aria-expanded": "false" }).removeAttribute("aria-activedescendant");
  };

  /** Subjects whose name begins with what is typed, or has a word that does: chosen, they open. */
  const namesFor = (text) => {
    const typed = fold(text.trim()), begins = [` ${typed}`, ` ال${typed}`];
    const starts = (name) => begins.some((some) => ` ${fold(name)}`.includes(some));
    const named = subjects.filter((one) => one.path && [one.name, ...one.aliases].some(starts));
    return typed.length < 2 ? [] : named.slice(0, MOST_NAMES)
      .map((one) => ({ query: one.name, kind: fieldOf(one), path: one.path }));
  };

  const offer = (text, some) => {
    close();
    if (document.activeElement !== input) return;
    const offered = new Map([...namesFor(text), ...some].reverse().map((one) => [one.query, one]));
    const pagesFirst = [...offered.values()].reverse().sort((a, b) => !a.path - !b.path);
    const shown = pagesFirst.slice(0, MOST_OPTIONS);
    options.append(...shown.map((one, at) => {
      const role = { class: "option", role: "option", "aria-selected": "false" };
      const kind = one.kind ? [" ", make("span", { class: "quiet" }, one.kind)] : [];
      const option = make("li", { ...role, id: `search-option-${at}` }, one.query, ...kind);
      option.searchOption = one;
      // Before the field loses the focus.
      return onClick(option, () => pick(one), "mousedown");
    }));
    options.hidden = !options.firstChild;
    set(input, { "aria-expanded": String(!options.hidden) });
  };

  const move = (step) => {
    const all = [...options.children];
    // One place more than there are options: the field itself.
    chosen = ((chosen + 1 + step + all.length + 1) % (all.length + 1)) - 1;
    all.forEach((option, at) => set(option, { "aria-selected": String(at === chosen) }));
    if (chosen < 0) input.removeAttribute("aria-activedescendant");
    else set(input, { "aria-activedescendant": all[chosen].id });
  };

  const pick = ({ query, path }) => {
    if (path) { location.href = root + path; return; }
    input.value = query;
    close();
    run(1, true);
  };

  /** Up and down go through the list while it is open, else through the links of the results. */
  const walk = (step) => {
    const inField = document.activeElement === input;
    if (inField && !options.hidden) { move(step); return true; }
    const links = [...results.querySelectorAll(".best a, .hit a")].filter((a) => a.offsetParent);
    const at = links.indexOf(document.activeElement);
    if (!inField && at < 0) return false;
    const first = step > 0 ? 0 : links.length - 1, to = inField ? first : at + step;
    (links[to] ?? (step < 0 ? input : links.at(-1)))?.focus();
    return true;
  };

  const KEYS = {
    ArrowDown: () => walk(1),
    ArrowUp: () => walk(-1),
    Escape: () => !options.hidden && (close(), true),
    Enter: () => chosen >= 0 && (pick(options.children[chosen].searchOption), true),
    "/": () => !document.activeElement.matches("input:not([type=checkbox]), select, textarea") &&
      (input.focus(), input.select(), true),
  };
  document.addEventListener("keydown", (event) => {
    if (event.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
    if (KEYS[event.key]?.()) event.preventDefault();
  });
  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(() => runTyping().catch(failed), TYPING_MS);
  });
  input.addEventListener("blur", close);
  input.addEventListener("focus", () => begin().catch(failed), { once: true });
  form.addEventListener("submit", (event) => { event.preventDefault(); close(); run(1, true); });
  order.addEventListener("change", () => run(1, true));
  window.addEventListener("popstate", () => { close(); run(fromAddress(), false); });
  // On a wide window the facets stand beside the results.
  facets.open = matchMedia("(min-width: 62.5em)").matches;
  run(fromAddress(), false);
};

window.sijillSearch.core = {
  begin, search, facets: facetsOf, excerpt, reasons, articleOf, read, spans,
};
if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", page);
else page();
