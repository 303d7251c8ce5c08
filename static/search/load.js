/*
 * Search in the browser, 1 of 6: loads the index and unpacks it. The six files are joined into one script, in the order
 * load, words, query, rank, excerpt, page; they take the same steps as src/site/search, on tables that it wrote.
 */

let root = "", home = "search/";
let table, start;
let docs, subjects, cuts, siteNames, weights;
const filed = [], wordShards = [], textShards = [];
const waiting = new Map(), swap = new Map();

/** Loads a script of the index once; classic scripts work from a folder and under a strict policy. */
const load = (path) => {
  if (!waiting.has(path)) {
    waiting.set(path, new Promise((done, failed) => {
      const script = document.createElement("script");
      script.src = home + path;
      script.onload = () => { script.remove(); done(); };
      script.onerror = () => { script.remove(); waiting.delete(path); failed(new Error(path)); };
      document.head.append(script);
    }));
  }
  return waiting.get(path);
};

/** What the scripts of the index call. */
const take = {
  table(value) { table = readTable(value); },
  start(value) { start = value; },
  filed(group, lists) { filed[group] = lists.split(" ").map(rising); },
  words(number, shard) { wordShards[number] = readShard(shard); },
  text(number, texts) { textShards[number] = texts.map(unswap); },
};
window.sijillSearch = (kind, ...values) => take[kind](...values);

/** Arabic letters stand in the index as Latin ones, which take half the bytes. */
const unswap = (text) => text.replace(/[^ -@[-`{-~]/gu, (c) => swap.get(c) ?? c);

const readTable = (raw) => {
  for (const [arabic, latin] of raw.swap) {
    const letters = [...latin];
    [...arabic].forEach((letter, at) => { swap.set(letter, letters[at]).set(letters[at], letter); });
  }
  raw.foldMap = new Map();
  for (const [to, runs] of Object.entries(raw.fold)) {
    for (let i = 0; i < runs.length; i += 2) {
      for (let code = runs.charCodeAt(i); code <= runs.charCodeAt(i + 1); code++) raw.foldMap.set(String.fromCharCode(code), to);
    }
  }
  raw.lexicon = raw.words.map(readLexicon);
  // «يعلن» follows from «أعلن».
  const [, , past, present] = raw.lexicon;
  for (const [form, lemma] of past) {
    const core = form.slice(1);
    if (form === lemma && form[0] === "ا" && core.length >= 3 && !present.has(core)) present.set(core, lemma);
  }
  for (const kind of ["names", "places"]) raw[kind] = new Set(unswap(raw[kind]).split(" "));
  raw.alike = new Map(raw.alike);
  return raw;
};

/** A table of the lexicon: first the words without other forms, each after how many letters it shares with the last; then a line for each other. */
const readLexicon = (text) => {
  const forms = new Map(), [alone, ...lines] = text.split("\n");
  let last = "";
  for (const [, shared, rest] of alone.matchAll(/([0-9])([^0-9]*)/g)) {
    last = last.slice(0, +shared) + unswap(rest);
    forms.set(last, last);
  }
  for (const line of lines) {
    const own = line[0] !== "-", words = unswap(own ? line : line.slice(1)).split(" ");
    words.forEach((form, at) => { if (at || own) forms.set(form, words[0]); });
  }
  return forms;
};

// Digits of numbers: the first half ends one, the second half says that more follows.
const DIGITS = "!#$%&'()*+,-./0123456789:;<>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_`abcdefghijklmnopqrstuvwxyz{}~";
const DIGIT = new Map([...DIGITS].map((c, at) => [c, at]));
const HALF = 45;

/** Rising numbers, each followed by `more` digits of its own: flat, as [number, digit, number, digit]. */
const decode = (text, more) => {
  const numbers = [];
  let next = 0, value = 0;
  for (let i = 0; i < text.length; i++) {
    const digit = DIGIT.get(text[i]);
    if (digit >= HALF) { value = (value + digit - HALF + 1) * HALF; continue; }
    next += value + digit;
    numbers.push(next++);
    if (more) numbers.push(DIGIT.get(text[++i]));
    value = 0;
  }
  return numbers;
};
const rising = (text) => decode(text, false);

/** The forms of a shard: key, stem, the form as it is spelled; what is left out is as in the word before. */
const readShard = (text) => {
  let key = "", stem = "";
  return text.split(" ").map((line) => {
    const [itsKey, itsStem, itsForm, coded] = line.split("|");
    if (itsKey) key = unswap(itsKey);
    if (itsStem) stem = itsStem === "=" ? key.replace(/^\*/, "") : unswap(itsStem);
    const spelled = itsForm ? unswap(itsForm) : stem;
    return { key, stem, bare: itsForm ? fold(spelled) : stem, spelled, coded };
  });
};

/** Where a form stands: article, blocks, article, blocks. */
const postingsOf = (form) => (form.postings ??= decode(form.coded, true));

/** Days as steps from the one before; anything else as it is, after a stroke. */
const readDates = (text) => {
  let day = 0;
  return text.split(" ").map((word) => {
    if (word[0] === "|") return word.slice(1);
    const [steps] = rising(word);
    day += steps % 2 ? -(steps + 1) / 2 : steps / 2;
    return new Date(day * 864e5).toISOString().slice(0, 10);
  });
};

/** Loads what every query needs. */
const begin = async () => {
  await load("start.js");
  if (docs) return;
  const paths = start.paths.split("\n"), dates = readDates(start.dates);
  subjects = start.subjects.map(([kind, id, name, path, aliases, date]) => ({
    kind, id, name: unswap(name), aliases: aliases ? unswap(aliases).split("\n") : [], date: date ?? "",
    path: path === 1 ? `${start.folders[kind]}/${id}/index.html` : path,
  }));
  cuts = start.cuts ? start.cuts.split(" ").map(unswap) : [];
  siteNames = new Set(unswap(start.names).split(" "));
  weights = Object.fromEntries(start.weights);
  docs = start.titles.map((title, at) => ({
    path: start.before + paths[at] + start.after, title: unswap(title), date: dates[at], length: DIGIT.get(start.lengths[at]),
  }));
};

/** The text of an article, a line a paragraph. */
const textOf = async (doc) => {
  const number = Math.floor(doc / start.textDocs);
  await load(`text/${number}.js`);
  return textShards[number][doc % start.textDocs];
};

/** Loads which articles are filed under the subjects of a group. */
const underGroup = async (group) => filed[group] ?? load(`filed/${group}.js`);
const groupOf = (kind) => start.groups.findIndex((kinds) => kinds.includes(kind));

/** The articles that are filed under a subject; its group has been loaded. */
const docsUnder = (at) => {
  const group = groupOf(subjects[at].kind), kinds = start.groups[group];
  return filed[group][subjects.slice(0, at).filter((subject) => kinds.includes(subject.kind)).length] ?? [];
};
