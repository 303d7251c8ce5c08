/*
 * Search, 6 of 6: the page. It has the form `search-form` with the field `q`, and `search-`
 * options, status, results, above, order, hits, further, pages, facets; `data-root` leads to the
 * site's root. The index lies where the script does.
 */

/** How many results a page has, and how many are loaded at once, the next ones when in sight. */
const PAGE = 10, FIRST = 2, MOST_FURTHER = 10, MOST_FACETS = 12, MOST_OPTIONS = 7, MOST_NAMES = 4;
const TYPING_MS = 120, MOST_COMPLETIONS = 5;

const make = (name, attributes, ...content) => {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...content);
  return element;
};

const part = (name) => document.getElementById(`search-${name}`);
const [form, status, options, results, above, order, hits, further, pages, facets] =
  "form status options results above order hits further pages facets".split(" ").map(part);
const input = document.getElementById("q"), box = facets.lastElementChild;
const { root, digits: shape, months, failed: failure } = form.dataset;
const plural = new Intl.PluralRules("ar"), readOn = new Map();
const number = new Intl.NumberFormat(`ar-u-nu-${shape}`, { useGrouping: false });
let turn = 0, timer = 0, chosen = -1;

// ---- words

const digits = (value) => number.format(value);
const say = (name, ...values) =>
  values.reduce((text, value) => text.replace("{}", () => value), table.say[name]);
const counted = (n) => table.say.article[plural.select(n)].replace("{}", digits(n));
const fieldOf = (subject) => table.say.field[subject.kind];
/** A day, month or year; any other date stands in the index as it is said. */
const day = (edtf) => start.days[edtf] ?? edtf.split("-").map((one, at) =>
  (at === 1 ? months.split("،")[one - 1] : digits(+one))).reverse().join(" ");
const tell = (text) => { if (status.textContent !== text) status.textContent = text; };
const failed = () => tell(failure);

// ---- the address

const address = (text, number = 1) => {
  const asked = { q: text, order: order.value, page: number > 1 ? number : "" };
  return `?${new URLSearchParams(Object.entries(asked).filter(([, value]) => value))}`;
};
const runAddress = (address = location.search) => {
  const asked = new URLSearchParams(address);
  input.value = asked.get("q") ?? "";
  order.value = asked.get("order") ?? "";
  run(Math.max(1, Math.floor(+asked.get("page")) || 1));
};
/** Puts an address there, after the answer; a very long one may be refused. */
const remember = (address, way = "pushState") => setTimeout(() => {
  try { history[way](null, "", address); } catch { /* The search works without. */ }
});
const go = (address) => { remember(address); runAddress(address); };
const ask = (text) => go(address(text));
/** Follows a link to a query without a new page; the focus goes to the results that it turns to. */
const follow = (event) => {
  const link = event.target.closest("a[href^='?']");
  if (!link || event.metaKey || event.ctrlKey || event.shiftKey) return;
  event.preventDefault();
  const { most } = link.dataset;
  if (most) readOn.set(new URLSearchParams(link.search).get("q"), +most);
  go(link.search);
  (link.rel ? hits : input).focus();
};

// ---- the results

const linkTo = (query, text, more = {}) => make("a", { href: address(query), ...more }, text);

/** Articles stand in the index from the newest to the oldest; those without a date stay last. */
const sorted = (list) => {
  const [dated, other] = parted([...list].sort((a, b) => a - b), (doc) => docs[doc].date);
  return { new: [...dated, ...other], old: [...dated.reverse(), ...other] }[order.value] ?? list;
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
const withWord = (text, folded, better) => text.replace(expression("token"),
  (word) => (read(word)?.folded === folded ? better : word));

const hintsOf = ({ query, hits, suggestions, unread, most }, text) => {
  const made = suggestions.map(([asked, better]) => {
    const [before, after] = say("mean").split("{}");
    return [before, linkTo(withWord(text, asked, better), better), after];
  });
  for (const field of query.unknown) made.push([say("noField", field, table.say.fields)]);
  const on = () => linkTo(text, say("readOn"), { "data-most": most + start.limits.read });
  if (unread) made.push([say("unread", counted(unread)), " ", on()]);
  const loose = text.replace(/[\s«»"“”„]+/g, " ").trim();
  const unfiltered = parts(text).filter(({ field }) => !field).map((one) => one.text).join(" ");
  const other = (name, query) => !hits.length && made.push([linkTo(query, say(name))]);
  if (query.phrases.length) other("loose", loose);
  if (query.filters.length) other("unfiltered", unfiltered);
  return made.map((content) => make("p", { class: "hint" }, ...content));
};

const quiet = (text) => make("span", { class: "quiet" }, text);
const cardOf = ({ kind, name, path, date }) => make("p", { class: "best" },
  make("a", { class: "best__title", href: root + path }, name), " ",
  quiet(table.say.field[kind] + (date ? `، ${day(date)}` : "")));

const itemOf = async ({ query }, doc) => {
  const article = await articleOf(doc), { date } = docs[doc], said = start.days[date];
  const source = { dir: "auto", "data-source-text": "" }, marks = marksOf(query, article);
  const title = make("a", { ...source, href: root + article.path }, article.lines[0]);
  const when = date && !said ? make("time", { class: "quiet", datetime: date }, day(date))
    : quiet(said ?? "");
  const text = excerpt(article, marks)
    .map((piece, at) => (at % 2 ? make("mark", {}, piece) : piece));
  const why = reasons(query, marks).flatMap(([how, word], at) =>
    [at ? "؛ " : "", make("q", {}, `«${word}»`), ` ${table.say.how[how - 1]}`]);
  const item = make("li", { class: "hit" }, make("h2", { class: "item__title" }, title), when,
    make("p", { ...source, class: "hit__text" }, ...text));
  if (why.length) item.append(make("p", { class: "hit__why", "data-source-text": "" }, ...why));
  return item;
};

/** Lists articles: some at once, then one more each time that the end of the list is in sight. */
const list = async (found, docs, into, count) => {
  const made = await Promise.all(docs.slice(0, count).map((doc) => itemOf(found, doc)));
  if (found.turn !== turn) return;
  into.append(...made);
  const rest = docs.slice(count);
  // What has been scrolled past counts as seen.
  const next = new IntersectionObserver(([{ isIntersecting }]) => {
    if (!isIntersecting) return;
    next.disconnect();
    list(found, rest, into, 1).catch(failed);
  }, { rootMargin: "99999px 0px 0px" });
  if (rest.length) next.observe(into.nextElementSibling);
};

const show = async (found, text, asked) => {
  const all = sorted(found.hits), last = Math.max(1, Math.ceil(all.length / PAGE));
  const number = Math.min(asked, last), first = (number - 1) * PAGE;
  tell(told(found));
  above.replaceChildren(...found.cards.map(cardOf), ...hintsOf(found, text));
  turnPages(text, number, last);
  // What is further off stands folded below, open where there is nothing else.
  const [fold, below] = further.children, more = number === last ? found.further : [];
  further.hidden = !more.length;
  further.open = !all.length;
  fold.textContent = say(found.less ? "less" : found.why, counted(more.length));
  hits.start = first + 1;
  order.parentElement.hidden = all.length < 2;
  results.hidden = false;
  facets.hidden = !all.length || !subjects.length;
  // Counts are loaded when they are looked at.
  facets.ontoggle = () => facets.open && showFacets(found, text).catch(failed);
  facets.ontoggle();
  for (const some of [hits, below]) some.replaceChildren();
  await Promise.all([
    list(found, all.slice(first, first + PAGE), hits, FIRST),
    list(found, more.slice(0, MOST_FURTHER), below, further.open ? FIRST : 0),
  ]);
};

const turnPages = (text, number, last) => {
  const [back, on, place] = pages.children;
  for (const [to, link] of [[number - 1, back], [number + 1, on]]) {
    link.href = address(text, to);
    link.hidden = to < 1 || to > last;
  }
  pages.hidden = last < 2;
  place.textContent = say("page", digits(number), digits(last));
};

// ---- facets

/** A facet as the query language has it. */
const filterOf = (subject) =>
  `${fieldOf(subject)}:${/[\s"«»]/.test(subject.name) ? `«${subject.name}»` : subject.name}`;

const showFacets = async (found, text) => {
  const counts = await facetsOf(found.hits), { value: ticked = "" } = document.activeElement;
  if (found.turn !== turn) return;
  box.replaceChildren(...table.say.facets.flatMap(([kind, title]) => {
    const labels = counts.filter(({ subject }) => subject.kind === kind)
      .filter(({ subject }, at) => at < MOST_FACETS || text.includes(filterOf(subject)))
      .map((one) => facetOf(text, one));
    const inside = [make("legend", {}, title), make("div", {}, ...labels)];
    return labels.length ? [make("fieldset", { class: "facet" }, ...inside)] : [];
  }));
  // The boxes are made anew; the focus stays on the one that was ticked.
  box.querySelector(`[value="${CSS.escape(ticked)}"]`)?.focus();
};

const facetOf = (text, { subject, count }) => {
  const value = filterOf(subject), tick = make("input", { type: "checkbox", value });
  tick.checked = text.includes(value);
  const other = tick.checked ? text.replace(value, "") : `${text} ${value}`;
  tick.onchange = () => ask(other.replace(/\s+/g, " ").trim());
  const number = make("span", { class: "count" }, digits(count));
  return make("label", {}, tick, make("span", {}, subject.name), number);
};

// ---- running a query

/**
 * Answers the query of the field; what comes late is left out. While a word is being typed, it is
 * taken for the likeliest one that begins so.
 */
const answer = async (number, isTyped) => {
  const mine = ++turn, text = input.value, some = isTyped ? completions(text) : [];
  clearTimeout(timer);
  if (isTyped) remember(address(text), "replaceState");
  else if (!options.hidden) offer([]);
  results.hidden = !text.trim();
  if (results.hidden) { tell(""); return; }
  const found = await search(text, readOn.get(text));
  if (mine !== turn) return;
  if (isTyped) offer(optionsFor(text, some));
  const meant = /\S$/.test(text) && !found.lastKnown && some[0]?.name;
  const best = meant ? await search(meant) : found;
  if (mine === turn) await show({ ...best, turn }, meant || text, number);
};
const run = (number = 1, isTyped = false) => answer(number, isTyped).catch(failed);

// ---- the list under the field: pages whose name begins so, words that the last one may become

/** Marks an option; none is before the first. */
const mark = (number) => {
  const all = [...options.children];
  chosen = number;
  options.hidden = !all.length;
  input.ariaExpanded = String(all.length > 0);
  for (const option of all) option.ariaSelected = String(option === all[number]);
  input.removeAttribute("aria-activedescendant");
  if (all[number]) input.setAttribute("aria-activedescendant", all[number].id);
};

/** Subjects whose name begins with what is typed, or has a word that does; then words. */
const optionsFor = (text, words) => {
  const typed = fold(text.trim()), begins = [` ${typed}`, ` ال${typed}`];
  const starts = (name) => begins.some((some) => ` ${fold(name)}`.includes(some));
  const hasName = (one) => one.path && [one.name, ...one.aliases].some(starts);
  const named = typed.length < 2 ? [] : subjects.filter(hasName).slice(0, MOST_NAMES);
  const others = words.filter(({ name }) => named.every((one) => one.name !== name));
  return [...named, ...others].slice(0, MOST_OPTIONS);
};

/** Shows the list; what has a page opens it when it is chosen, a word is asked for. */
const offer = (list) => {
  const shown = document.activeElement === input ? list : [];
  options.replaceChildren(...shown.map((one, at) => {
    const role = { class: "option", role: "option", id: `search-option-${at}` };
    const option = make("li", role, one.name, ...(one.path ? [" ", quiet(fieldOf(one))] : []));
    option.onclick = () => (one.path ? location.assign(root + one.path) : ask(one.name));
    // Before the field loses the focus.
    option.onmousedown = (event) => event.preventDefault();
    return option;
  }));
  mark(-1);
};

/** Up and down go through the list while it is open, else through the links of the results. */
const walk = (step) => {
  const inField = document.activeElement === input, places = options.children.length + 1;
  // One place more than there are options: the field itself.
  if (inField && places > 1) { mark((chosen + 1 + step + places) % places - 1); return true; }
  const links = [...results.querySelectorAll(".best a, .hit a")].filter((a) => a.offsetParent);
  const all = [input, ...links], at = all.indexOf(document.activeElement);
  // From the field up to the last one; at the last one down no further.
  if (at >= 0) all.at(Math.min(at + step, links.length)).focus();
  return at >= 0;
};

const KEYS = {
  ArrowDown: () => walk(1),
  ArrowUp: () => walk(-1),
  Escape: () => !options.hidden && (offer([]), true),
  Enter: () => chosen >= 0 && (options.children[chosen].click(), true),
  "/": () => !document.activeElement.matches("input:not([type=checkbox]), select, textarea") &&
    (input.focus(), input.select(), true),
};

// ---- what begins it

const begin = () => {
  document.addEventListener("keydown", (event) => {
    if (event.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
    if (KEYS[event.key]?.()) event.preventDefault();
  });
  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(() => run(1, true), TYPING_MS);
  });
  input.addEventListener("blur", () => offer([]));
  results.addEventListener("click", follow);
  form.addEventListener("submit", (event) => { event.preventDefault(); ask(input.value); });
  order.addEventListener("change", () => ask(input.value));
  window.addEventListener("popstate", () => runAddress());
  // On a wide window the facets stand beside the results.
  facets.open = matchMedia("(min-width: 62.5em)").matches;
  runAddress();
};

window.sijillSearch.core = { search, facetsOf, articleOf, marksOf, excerpt, reasons, placesOf };
