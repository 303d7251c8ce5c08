/*
 * Search, 6 of 6: the page. It has the form `search-form` with the field `q`, and `search-`
 * options, status, results, above, order, hits, further, pages, facets; `data-root` leads to the
 * site's root. The index lies where the script does.
 */

const PAGE = 10, MOST_FURTHER = 10, MOST_FACETS = 12, MOST_OPTIONS = 7, MOST_NAMES = 4;
const TYPING_MS = 120, MOST_COMPLETIONS = 5;
/** How many results are loaded at once; the next ones as they come into sight. */
const FIRST = 2;

const set = (element, attributes) => {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
};
const make = (name, attributes, ...content) => {
  const element = set(document.createElement(name), attributes);
  element.append(...content);
  return element;
};

const page = () => {
  const part = (name) => document.getElementById(`search-${name}`);
  const form = part("form"), input = document.getElementById("q"), results = part("results");
  if (!form || !input || !results) return;
  root = form.dataset.root;
  const [status, options, above, order, hits, further, pages, facets] =
    ["status", "options", "above", "order", "hits", "further", "pages", "facets"].map(part);
  const months = (form.dataset.months ?? "").split("،"), plural = new Intl.PluralRules("ar");
  const box = facets.lastElementChild;
  const reading = new Map();
  let turn = 0, timer = 0, chosen = -1, ticked = null;
  set(input, { role: "combobox", "aria-autocomplete": "list", "aria-controls": options.id });
  set(options, { role: "listbox", "aria-label": options.dataset.label });

  // ---- words

  const digits = (text) => String(text).replace(/[0-9]/g, (digit) =>
    (form.dataset.digits === "arab" ? String.fromCharCode(0x660 + +digit) : digit));
  const say = (name, ...values) =>
    values.reduce((text, value) => text.replace("{}", () => value), table.say[name]);
  const counted = (n) => table.say.article[plural.select(n)].replace("{}", digits(n));
  const fieldOf = (subject) => table.say.field[start.kinds[subject.kind]];
  const day = (edtf) => {
    if (edtf.includes("/")) return range(edtf.split("/").filter((end) => /[0-9]/.test(end)));
    const [, year, month, date, about] = /^([^-]*)-?(\d*)-?(\d*)([~?%]?)$/.exec(edtf) ?? [0, edtf];
    const text = digits([+date || "", months[month - 1]?.trim(), year].filter(Boolean).join(" "));
    return about ? say("about", text) : text;
  };
  /** Two days of one month name it once; a range without an end is a day. */
  const range = ([from, to = ""]) => {
    const oneMonth = from.length === 10 && to.length === 10 && from.slice(0, 7) === to.slice(0, 7);
    return to ? say("range", oneMonth ? digits(+from.slice(8)) : day(from), day(to)) : day(from);
  };
  const tell = (text) => { if (status.textContent !== text) status.textContent = text; };
  const failed = () => tell(form.dataset.failed);

  // ---- the address

  const address = (text, number) => {
    const asked = { q: text, order: order.value, page: number > 1 ? number : "" };
    const kept = Object.entries(asked).filter(([, value]) => value);
    return kept.length ? `?${new URLSearchParams(kept)}` : location.pathname;
  };
  const runAddress = () => {
    const asked = new URLSearchParams(location.search);
    input.value = asked.get("q") ?? "";
    order.value = asked.get("order") ?? "";
    if (order.selectedIndex < 0) order.value = "";
    run(Math.max(1, Math.floor(+asked.get("page")) || 1));
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

  /** A link to another query; then the focus goes where it says. */
  const link = (text, query, number = 1, next = input) => {
    const made = make("a", { href: address(query, number) }, text);
    made.addEventListener("click", (event) => {
      if (event.metaKey || event.ctrlKey || event.shiftKey) return;
      event.preventDefault();
      ask(query, number);
      next.focus();
    });
    return made;
  };

  const sorted = (list) => {
    const way = { new: -1, old: 1 }[order.value];
    // What has no date stands last either way.
    const date = (doc) => docs[doc].date || (way > 0 ? "~" : "");
    const later = (a, b) => way * ((date(a) > date(b)) - (date(a) < date(b))) || a - b;
    return way ? [...list].sort(later) : list;
  };

  const told = ({ query, hits, further, less, why, partial, broken, unread }) => {
    if (hits.length) return partial ? say("partial", counted(hits.length)) : counted(hits.length);
    if (query.tooShort) return say("short");
    if (query.onlyFunction) return say("function");
    if (!query.words.length && !query.filters.length) return say("empty");
    if (further.length && !less) return say(`only_${why}`, counted(further.length));
    if (broken !== undefined) return say("noneBroken", broken);
    if (unread) return say("noneYet");
    return say(query.filters.length ? "noneFiltered" : "none");
  };

  /** The query with a word of it replaced. */
  const withWord = (text, folded, better) => placesOf(text)
    .filter(({ word }) => word?.folded === folded)
    .reduceRight((all, { from, to }) => all.slice(0, from) + better + all.slice(to), text);

  const hintsOf = ({ query, hits, suggestions, unread, most }, text) => {
    const made = suggestions.map(([asked, better]) => {
      const [before, after] = say("mean").split("{}");
      return [before, link(better, withWord(text, asked, better)), after];
    });
    for (const field of query.unknown) made.push([say("noField", field, table.say.fields)]);
    // Asked once more, it reads on.
    if (unread) reading.set(text, most + start.limits.read);
    if (unread) made.push([say("unread", counted(unread)), " ", link(say("readOn"), text)]);
    const loose = text.replace(/[«»"“”„]/g, " ").replace(/\s+/g, " ").trim();
    const unfiltered = parts(text).filter(({ field }) => !field).map((one) => one.text).join(" ");
    if (!hits.length && query.phrases.length) made.push([link(say("loose"), loose)]);
    if (!hits.length && query.filters.length) made.push([link(say("unfiltered"), unfiltered)]);
    return made.map((content) => make("p", { class: "hint" }, ...content));
  };

  const quiet = (text) => make("span", { class: "quiet" }, text);
  const cardOf = (subject) => {
    const what = fieldOf(subject) + (subject.date ? `، ${day(subject.date)}` : "");
    const name = make("a", { class: "best__title", href: root + subject.path }, subject.name);
    return make("p", { class: "best" }, name, " ", quiet(what));
  };

  const itemOf = async ({ query }, doc) => {
    const article = await articleOf(doc), { date } = docs[doc], [title] = article.lines;
    const source = { dir: "auto", "data-source-text": "" }, href = root + article.path;
    const name = make("h2", { class: "item__title" }, make("a", { ...source, href }, title));
    const exact = /^[0-9]{4}(-[0-9]{2}){0,2}$/.test(date) ? { datetime: date } : {};
    const when = date ? [make("time", { class: "quiet", ...exact }, day(date))] : [];
    const text = make("p", { ...source, class: "hit__text" }, ...excerpt(query, article)
      .map(({ text, marked }) => (marked ? make("mark", {}, text) : text)));
    const why = reasons(query, article).flatMap(([how, word], at) =>
      [at ? "؛ " : "", make("q", {}, `«${word}»`), ` ${table.say.how[how - 1]}`]);
    const because = make("p", { class: "hit__why", "data-source-text": "" }, ...why);
    return make("li", { class: "hit" }, name, ...when, text, ...(why.length ? [because] : []));
  };

  /** Lists articles: some at once, then one more each time that the end of the list is in sight. */
  const list = async (found, docs, into, end, mine, count) => {
    const made = await Promise.all(docs.slice(0, count).map((doc) => itemOf(found, doc)));
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

  const show = async (found, text, asked, mine) => {
    if (mine !== turn) return;
    const all = sorted(found.hits), last = Math.ceil(all.length / PAGE);
    const number = Math.min(asked, Math.max(last, 1)), first = (number - 1) * PAGE;
    clear(told(found));
    above.append(...found.cards.map(cardOf), ...hintsOf(found, text));
    hits.start = first + 1;
    if (found.further.length && number >= last) showFurther(found, mine);
    if (last > 1) turnPages(text, number, last);
    order.parentElement.hidden = all.length < 2;
    results.hidden = false;
    facets.hidden = !all.length || !subjects.length;
    // Counts are loaded when they are looked at.
    facets.ontoggle = () =>
      facets.open && !box.firstChild && showFacets(all, text, mine).catch(failed);
    facets.ontoggle();
    await list(found, all.slice(first, first + PAGE), hits, hits.nextElementSibling, mine, FIRST);
  };

  /** What is further off stands folded below, open where there is nothing else. */
  const showFurther = (found, mine) => {
    const title = say(found.less ? "less" : found.why, counted(found.further.length));
    const ol = make("ol", { class: "hits" }), end = make("div", {});
    const fold = make("details", { class: "fold" }, make("summary", {}, title), ol, end);
    further.append(fold);
    fold.open = !found.hits.length;
    const docs = found.further.slice(0, MOST_FURTHER);
    list(found, docs, ol, end, mine, fold.open ? FIRST : 0).catch(failed);
  };

  const turnPages = (text, number, count) => {
    const turned = (name, to, rel) => (to < 1 || to > count ? []
      : [set(link(say(name), text, to, hits), { class: "more", rel }), " "]);
    const back = turned("previous", number - 1, "prev"), on = turned("next", number + 1, "next");
    pages.append(...back, ...on, quiet(say("page", digits(number), digits(count))));
  };

  // ---- facets

  /** A facet as the query language has it. */
  const filterOf = (subject) =>
    `${fieldOf(subject)}:${/[\s"«»]/.test(subject.name) ? `«${subject.name}»` : subject.name}`;

  const showFacets = async (all, text, mine) => {
    const counts = all.length ? await facetsOf(all) : [];
    if (mine !== turn) return;
    for (const [kind, title] of Object.entries(table.say.facet)) {
      const labels = counts.filter(({ subject }) => start.kinds[subject.kind] === kind)
        .map(({ subject, count }) => [filterOf(subject), subject.name, count])
        .filter(([filter], at) => at < MOST_FACETS || text.includes(filter))
        .map((facet) => facetOf(text, ...facet));
      const legend = make("legend", {}, title), fields = make("div", {}, ...labels);
      if (labels.length) box.append(make("fieldset", { class: "facet" }, legend, fields));
    }
    // The boxes are made anew; the focus stays on the one that was ticked.
    box.querySelector(`[value="${CSS.escape(ticked)}"]`)?.focus();
    ticked = null;
  };

  const facetOf = (text, value, name, count) => {
    const tick = make("input", { type: "checkbox", value });
    tick.checked = text.includes(value);
    tick.addEventListener("change", () => {
      ticked = value;
      const query = tick.checked ? `${text} ${value}` : text.replace(value, "");
      ask(query.replace(/\s+/g, " ").trim());
    });
    const number = make("span", { class: "count" }, digits(count));
    return make("label", {}, tick, make("span", {}, name), number);
  };

  // ---- running a query

  /**
   * Answers the query of the field; what comes late is left out. While a word is being typed, it is
   * taken for the likeliest one that begins so.
   */
  const answer = async (number, isTyped) => {
    const mine = ++turn, text = input.value, some = isTyped ? completions(text) : [];
    clearTimeout(timer);
    if (isTyped) remember(text, 1, "replaceState");
    else close();
    if (!text.trim()) { clear(); return; }
    const found = await search(text, reading.get(text));
    if (mine !== turn) return;
    if (isTyped) offer(text, some);
    const meant = /\S$/.test(text) && !found.lastKnown && some[0]?.query;
    await show(meant ? await search(meant) : found, meant || text, number, mine);
  };
  const run = (number = 1, isTyped = false) => answer(number, isTyped).catch(failed);

  /** Runs a query that has an address of its own. */
  const ask = (text, number = 1) => {
    input.value = text;
    remember(text, number, "pushState");
    run(number);
  };

  // ---- the list under the field: pages whose name begins so, words that the last one may become

  const close = () => {
    options.replaceChildren();
    choose(-1);
  };

  /** Marks an option; none is before the first. */
  const choose = (number) => {
    const all = [...options.children], open = all.length > 0;
    chosen = number;
    options.hidden = !open;
    all.forEach((option, at) => set(option, { "aria-selected": String(at === number) }));
    input.removeAttribute("aria-activedescendant");
    const active = all[number] ? { "aria-activedescendant": all[number].id } : {};
    set(input, { "aria-expanded": String(open), ...active });
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
    const names = namesFor(text), isName = ({ query }) => names.some((one) => one.query === query);
    const shown = [...names, ...some.filter((one) => !isName(one))].slice(0, MOST_OPTIONS);
    options.append(...shown.map((one, at) => {
      const role = { class: "option", role: "option", id: `search-option-${at}` };
      const option = make("li", role, one.query, ...(one.kind ? [" ", quiet(one.kind)] : []));
      option.searchOption = one;
      // Before the field loses the focus.
      option.addEventListener("mousedown", (event) => { event.preventDefault(); pick(one); });
      return option;
    }));
    choose(-1);
  };

  const pick = ({ query, path }) => (path ? location.assign(root + path) : ask(query));

  /** Up and down go through the list while it is open, else through the links of the results. */
  const walk = (step) => {
    const inField = document.activeElement === input, places = options.children.length + 1;
    // One place more than there are options: the field itself.
    if (inField && places > 1) { choose((chosen + 1 + step + places) % places - 1); return true; }
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
    timer = setTimeout(() => run(1, true), TYPING_MS);
  });
  input.addEventListener("blur", close);
  form.addEventListener("submit", (event) => { event.preventDefault(); ask(input.value); });
  order.addEventListener("change", () => ask(input.value));
  window.addEventListener("popstate", runAddress);
  // On a wide window the facets stand beside the results.
  facets.open = matchMedia("(min-width: 62.5em)").matches;
  runAddress();
};

window.sijillSearch.core = {
  search, facets: facetsOf, excerpt, reasons, articleOf, read, spans,
};
