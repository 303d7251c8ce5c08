/*
 * Search, 6 of 6: the page. It has the form `search-form` with the field `q`, and `search-` options, status, results,
 * above, order, hits, further, pages, facets; `data-root` leads to the site's root, `data-index` to the
 * index where that is not `search/` under it. The sentences stand in the table.
 */

const PAGE = 10, TYPING_MS = 120, MOST_OPTIONS = 7, MOST_NAMES = 4, MOST_FACETS = 12, MOST_FURTHER = 10;

const make = (name, className, text) => {
  const element = document.createElement(name);
  if (className) element.className = className;
  if (text !== undefined) element.textContent = text;
  return element;
};
const set = (element, attributes) => {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
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
  let turn = 0, timer = 0, chosen = -1, refocus = null;
  set(input, { role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": options.id });
  set(options, { role: "listbox", "aria-label": options.dataset.label });

  // ---- words

  const digits = (text) => (form.dataset.digits === "arab" ? String(text).replace(/[0-9]/g, (d) => String.fromCharCode(0x660 + +d)) : String(text));
  const say = (name, ...values) => values.reduce((text, value) => text.replace("{}", () => value), table.say[name]);
  const counted = (n) => table.say.article[plural.select(n)].replace("{}", digits(n));
  const fieldOf = (subject) => table.say.field[start.kinds[subject.kind]];
  const day = (edtf) => {
    if (edtf.includes("/")) return edtf.split("/").filter((end) => /[0-9]/.test(end)).map(day).join(" – ");
    const [, year, month, date, about] = /^([0-9]{4})(?:-([0-9]{2}))?(?:-([0-9]{2}))?([~?%]?)$/.exec(edtf) ?? [];
    if (!year) return digits(edtf);
    const text = digits([date ? +date : "", (month ? months[month - 1] ?? "" : "").trim(), year].filter(Boolean).join(" "));
    return about ? say("about", text) : text;
  };
  const tell = (text) => { if (status.textContent !== text) status.textContent = text; };
  const failed = () => tell(form.dataset.failed);

  // ---- the address

  const address = (text, number) => {
    const asked = new URLSearchParams(Object.entries({ q: text, order: order.value, page: number > 1 ? number : "" }).filter(([, value]) => value));
    return asked.size === 0 || !String(asked) ? location.pathname : `?${asked}`;
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

  const clear = () => {
    for (const element of [above, facets.lastElementChild, hits, further, pages]) element.replaceChildren();
    results.hidden = true;
  };

  /** A link to another query. */
  const link = (text, query, number = 1, then = () => input.focus()) => {
    const a = make("a", "", text);
    a.href = address(query, number);
    a.addEventListener("click", (event) => {
      if (event.metaKey || event.ctrlKey || event.shiftKey) return;
      event.preventDefault();
      input.value = query;
      run(number, true);
      then();
    });
    return a;
  };

  const sorted = (list) => {
    const way = { new: 1, old: -1 }[order.value];
    if (!way) return list;
    // What has no date stands last either way.
    return [...list].sort((a, b) => {
      const x = docs[a].date, y = docs[b].date;
      return x === y ? a - b : !x ? 1 : !y ? -1 : x < y ? way : -way;
    });
  };

  const told = ({ query, hits: found, further: more, less, partial, broken }) => {
    if (found.length) return partial ? say("partial", counted(found.length)) : counted(found.length);
    if (query.tooShort) return say("short");
    if (query.onlyFunction) return say("function");
    if (!query.words.length && !query.filters.length) return say(query.without.length || query.withoutPhrases.length ? "without" : "empty");
    if (more.length && !less) return say("onlyKin", counted(more.length));
    if (broken !== undefined) return say("noneBroken", broken);
    return say(query.filters.length ? "noneFiltered" : "none");
  };

  /** The query with a word of it replaced. */
  const withWord = (text, folded, better) => spans(text).reduceRight((all, [from, to]) =>
    (read(text.slice(from, to))?.folded === folded ? all.slice(0, from) + better + all.slice(to) : all), text);

  const hint = (...content) => { const line = make("p", "hint"); line.append(...content); return line; };
  const hintsOf = (found, text) => {
    const made = found.suggestions.map(([asked, better]) => {
      const [before, after] = say("mean").split("{}");
      return hint(before, link(better, withWord(text, asked, better)), after);
    });
    for (const field of found.query.unknown) made.push(hint(say("noField", field.slice(0, 40), Object.values(table.say.field).slice(0, -1).join("، "))));
    if (found.hits.length) return made;
    if (found.query.phrases.length) made.push(hint(link(say("loose"), text.replace(/[«»"“”„]/g, " ").replace(/\s+/g, " ").trim())));
    if (found.query.filters.length) made.push(hint(link(say("unfiltered"), parts(text).filter(({ field }) => field === null).map((one) => one.text).join(" "))));
    return made;
  };

  const cardOf = (subject) => {
    const line = make("p", "best"), a = make("a", "best__title", subject.name);
    a.href = root + subject.path;
    line.append(a, " ", make("span", "quiet", fieldOf(subject) + (subject.date ? `، ${day(subject.date)}` : "")));
    return line;
  };

  // The text of an article is asked for when it comes into sight.
  const seen = new IntersectionObserver((entries) => {
    for (const { isIntersecting, target } of entries) if (isIntersecting) { seen.unobserve(target); target.searchFill(); }
  });

  const item = ({ query }, doc) => {
    const li = make("li", "hit"), head = make("h2", "item__title"), a = make("a", "", docs[doc].title), text = make("p", "hit__text");
    a.href = root + docs[doc].path;
    for (const one of [a, text]) set(one, { dir: "auto", "data-source-text": "" });
    head.append(a);
    li.append(head);
    if (docs[doc].date) {
      const time = make("time", "quiet", day(docs[doc].date));
      if (/^[0-9]{4}(-[0-9]{2}){0,2}$/.test(docs[doc].date)) time.dateTime = docs[doc].date;
      li.append(time);
    }
    li.append(text);
    li.searchFill = () => textOf(doc).then((whole) => {
      text.append(...excerpt(query, whole).map(({ text, marked }) => (marked ? make("mark", "", text) : text)));
      const why = reasons(query, `${docs[doc].title}\n${whole}`);
      if (!why.length) return;
      const line = set(make("p", "hit__why"), { "data-source-text": "" });
      why.forEach(([how, word], at) => line.append(at ? "؛ " : "", make("q", "", `«${word}»`), ` ${table.say.how[how - 1]}`));
      li.append(line);
    }, failed);
    seen.observe(li);
    return li;
  };

  const show = (found, text, number) => {
    const list = sorted(found.hits), count = Math.ceil(list.length / PAGE), mine = turn;
    number = Math.min(number, Math.max(count, 1));
    clear();
    tell(told(found));
    above.append(...found.cards.map(cardOf), ...hintsOf(found, text));
    hits.append(...list.slice((number - 1) * PAGE, number * PAGE).map((doc) => item(found, doc)));
    hits.start = (number - 1) * PAGE + 1;
    if (found.further.length && number >= count) showFurther(found);
    turnPages(text, number, count);
    order.parentElement.hidden = list.length < 2;
    results.hidden = false;
    facets.hidden = !list.length;
    // Counts are loaded when they are looked at.
    facets.ontoggle = () => { if (facets.open && !facets.lastElementChild.firstChild && list.length) countFacets(list, text, mine).catch(failed); };
    facets.ontoggle();
  };

  /** What is further off stands folded below, open where there is nothing else. */
  const showFurther = (found) => {
    const fold = make("details", "fold"), list = make("ol", "hits");
    fold.open = !found.hits.length;
    fold.append(make("summary", "", say(found.less ? "less" : "kin", counted(found.further.length))), list);
    list.append(...found.further.slice(0, MOST_FURTHER).map((doc) => item(found, doc)));
    further.append(fold);
  };

  const turnPages = (text, number, count) => {
    if (count < 2) return;
    for (const [name, to, rel] of [["previous", number - 1, "prev"], ["next", number + 1, "next"]]) {
      if (to < 1 || to > count) continue;
      const a = link(say(name), text, to, () => set(hits, { tabindex: "-1" }).focus());
      a.className = "more";
      a.rel = rel;
      pages.append(a, " ");
    }
    pages.append(make("span", "quiet", say("page", digits(number), digits(count))));
  };

  // ---- facets

  const countFacets = async (list, text, mine) => {
    const box = facets.lastElementChild, later = (group) => group > 0 && !filed[group];
    const counts = await Promise.all(start.groups.map((_, group) => (later(group) ? null : facetsOf(list, group))));
    if (mine !== turn) return;
    box.replaceChildren();
    counts.forEach((some, group) => {
      if (some) { showFacets(some, text, box); return; }
      const more = make("details", "facet");
      more.append(make("summary", "", start.groups[group].map((kind) => table.say.facet[start.kinds[kind]]).filter(Boolean).join("، ")));
      more.ontoggle = () => facetsOf(list, group).then((some) => { if (mine === turn) { more.ontoggle = null; showFacets(some, text, more); } }, failed);
      box.append(more);
    });
    refocus?.();
    refocus = null;
  };

  /** A facet as the query language has it. */
  const filterOf = (subject) => `${fieldOf(subject)}:${/[\s"«»]/.test(subject.name) ? `«${subject.name}»` : subject.name}`;

  const showFacets = (counts, text, box) => {
    for (const [kind, title] of Object.entries(table.say.facet)) {
      const mine = counts.filter(({ subject }) => start.kinds[subject.kind] === kind).filter(({ subject }, at) => at < MOST_FACETS || text.includes(filterOf(subject)));
      if (!mine.length) continue;
      const group = make("fieldset", "facet"), list = make("div");
      group.append(make("legend", "", title), list);
      list.append(...mine.map(({ subject, count }) => facetOf(filterOf(subject), subject.name, count, text)));
      box.append(group);
    }
  };

  const facetOf = (filter, name, count, text) => {
    const label = make("label"), tick = set(make("input"), { type: "checkbox" });
    tick.checked = text.includes(filter);
    tick.addEventListener("change", () => {
      input.value = tick.checked ? `${text} ${filter}`.trim() : text.replace(filter, "").replace(/\s+/g, " ").trim();
      // The boxes are made anew; the focus stays on this one.
      run(1, true, () => [...facets.querySelectorAll("label")].find((one) => one.dataset.filter === filter)?.firstChild.focus());
    });
    label.dataset.filter = filter;
    label.append(tick, make("span", "", name), make("span", "count", digits(count)));
    return label;
  };

  // ---- running a query

  /** Runs the query of the field; what comes late is left out. */
  const run = (number, push, then = null) => {
    const mine = ++turn, text = input.value;
    clearTimeout(timer);
    if (push) remember(text, number, "pushState");
    if (!text.trim()) { clear(); tell(""); return; }
    refocus = then;
    search(text).then((found) => { if (mine === turn) show(found, text, number); }).catch(failed);
  };

  /** While a word is being typed, it is taken for the likeliest one that begins so. */
  const runTyping = async () => {
    const mine = ++turn, text = input.value;
    remember(text, 1, "replaceState");
    if (!text.trim()) { close(); clear(); tell(""); return; }
    await begin();
    const [found, some] = await Promise.all([search(text), completions(text)]);
    if (mine !== turn) return;
    offer(text, some);
    const half = /\S$/.test(text) && some.length > 0 && found.looked.length > 0 && !found.looked.at(-1).near;
    const better = half ? await search(some[0].query) : found;
    if (mine === turn) show(better, half ? some[0].query : text, 1);
  };

  // ---- the list under the field: pages whose name begins so, and words that the last one may become

  const close = () => {
    chosen = -1;
    options.hidden = true;
    options.replaceChildren();
    set(input, { "aria-expanded": "false" }).removeAttribute("aria-activedescendant");
  };

  /** Subjects whose name begins with what is typed, or has a word that does: chosen, they open. */
  const namesFor = (text) => {
    const typed = fold(text.trim());
    const begins = (name) => [` ${typed}`, ` ال${typed}`].some((some) => ` ${fold(name)}`.includes(some));
    const named = typed.length < 2 ? [] : subjects.filter((subject) => subject.path && [subject.name, ...subject.aliases].some(begins));
    return named.slice(0, MOST_NAMES).map((subject) => ({ query: subject.name, kind: fieldOf(subject), path: subject.path }));
  };

  const offer = (text, some) => {
    close();
    if (document.activeElement !== input) return;
    const taken = new Set(), list = [...namesFor(text), ...some].filter(({ query }) => !taken.has(query) && taken.add(query)).slice(0, MOST_OPTIONS);
    list.forEach((one, at) => {
      const option = set(make("li", "option", one.query), { id: `search-option-${at}`, role: "option", "aria-selected": "false" });
      if (one.kind) option.append(" ", make("span", "quiet", one.kind));
      option.searchOption = one;
      // Before the field loses the focus.
      option.addEventListener("mousedown", (event) => { event.preventDefault(); pick(one); });
      options.append(option);
    });
    options.hidden = !options.firstChild;
    set(input, { "aria-expanded": String(!options.hidden) });
  };

  const move = (step) => {
    const count = options.children.length, mark = (value) => { if (chosen >= 0) set(options.children[chosen], { "aria-selected": value }); };
    mark("false");
    // One place more than there are options: the field itself.
    chosen = ((chosen + 1 + step + count + 1) % (count + 1)) - 1;
    mark("true");
    if (chosen < 0) input.removeAttribute("aria-activedescendant");
    else set(input, { "aria-activedescendant": options.children[chosen].id });
  };

  const pick = ({ query, path }) => {
    if (path) { location.href = root + path; return; }
    input.value = query;
    close();
    run(1, true);
  };

  const ARROWS = { ArrowDown: 1, ArrowUp: -1 };
  /** Up and down go through the list while it is open, else through the links of the results. */
  const onArrow = (event) => {
    const links = [...results.querySelectorAll(".best a, .hit a")].filter((a) => a.offsetParent), at = links.indexOf(document.activeElement);
    const inField = document.activeElement === input, step = ARROWS[event.key];
    if (!step || event.isComposing || event.altKey || event.ctrlKey || event.metaKey || (!inField && at < 0)) return;
    event.preventDefault();
    if (inField && !options.hidden) move(step);
    else (links[inField ? (step > 0 ? 0 : -1) : at + step] ?? (step < 0 ? input : links.at(-1)))?.focus();
  };

  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(() => runTyping().catch(failed), TYPING_MS);
  });
  input.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    if (event.key === "Escape" && !options.hidden) {
      event.preventDefault();
      close();
    } else if (event.key === "Enter" && chosen >= 0) {
      event.preventDefault();
      pick(options.children[chosen].searchOption);
    }
  });
  document.addEventListener("keydown", (event) => {
    onArrow(event);
    const writing = /^(?:input|select|textarea)$/i.test(document.activeElement?.tagName ?? "");
    if (event.key !== "/" || writing || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    input.focus();
    input.select();
  });
  input.addEventListener("blur", close);
  form.addEventListener("submit", (event) => { event.preventDefault(); close(); run(1, true); });
  order.addEventListener("change", () => run(1, true));
  window.addEventListener("popstate", () => { close(); run(fromAddress(), false); });
  input.addEventListener("focus", () => begin().catch(failed), { once: true });
  // On a wide window the facets stand beside the results.
  facets.open = matchMedia("(min-width: 62.5em)").matches;
  run(fromAddress(), false);
};

window.sijillSearch.core = {
  begin, search, facets: facetsOf, excerpt, reasons, textOf, read, spans,
  docs: () => docs, subjects: () => subjects, kinds: () => start.kinds,
};
if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", page);
else page();
