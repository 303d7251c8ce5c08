/*
 * Search in the browser, 1 of 6: loads the index and unpacks it. The six files are joined into one
 * script, in the order load, words, query, rank, excerpt, page, with what every query needs of the
 * index behind them; they take the same steps as src/site/search, on tables that it wrote.
 */

// The script stands in the page itself where that lies beside the index.
const home = new URL(".", document.currentScript.src || location);
let table, start, docs, subjects, filed, weights;
const wordShards = [], textShards = [], articles = new Map();
const waiting = new Map(), swap = new Map(), often = new Map();

/** What a map has under a key; made where it has nothing. */
const once = (known, key, made) => {
  let value = known.get(key);
  if (value === undefined) known.set(key, value = made());
  return value;
};

/** Loads a script of the index once; a classic one, which works from a folder too. */
const load = (path) => once(waiting, path, () => new Promise((onload, failed) => {
  const onerror = () => { waiting.delete(path); failed(new Error(path)); };
  const script = document.createElement("script");
  document.head.append(Object.assign(script, { src: new URL(path, home), onload, onerror }));
}));

/** What the scripts of the index call. */
window.sijillSearch = {
  start(rows, values) { readTable(rows); readStart(values); begin(); },
  filed(lists) { filed = lists.split(" ").map((list) => rising(list)); },
  words(number, shard) { wordShards[number] = readShard(shard); },
  text(number, shard) { textShards[number] = shard; },
};
// A script of the index that is broken is told on the page, and not in the console; from a folder
// no error says which script it is of.
const OURS = /\/(?:filed|(?:words|text)\/\d+)\.js$|^$/;
window.addEventListener("error", (event) => OURS.test(event.filename) && event.preventDefault());

/** Arabic letters stand in the index as Latin ones, which take half the bytes. */
const unswap = (text) => text.replace(/[^\0]/gu, (c) => swap.get(c) ?? c);
const unswapped = (text) => unswap(text).split(" ").filter(Boolean);
/** In texts a word that is often there is one letter, with the space after it. */
const unpack = (text) =>
  rewrite(unswap(text).replace(/[^\0]/gu, (c) => often.get(c) ?? c), "packed");

const readTable = (raw) => {
  table = raw;
  const [arabic, latin] = raw.swap;
  [...arabic].forEach((letter, at) => swap.set(letter, latin[at]).set(latin[at], letter));
  raw.folds = new Map(raw.fold.flatMap(([some, to]) => [...some].map((c) => [c, to])));
  raw.digits = new Map([...raw.digits].map((c, at) => [c, at]));
  raw.lexicon = raw.words.map(readLexicon);
  for (const [kind, list] of Object.entries(raw.sets)) raw[kind] = new Set(unswapped(list));
  for (const rule of Object.values(raw.rules).flat()) rule[0] = new RegExp(rule[0], "gu");
};

/** A table of the lexicon: a line a word with its forms; one that is left empty is the word. */
const readLexicon = (text) => new Map(unswap(text).split("\n").map((line) => line.split(" "))
  .flatMap(([word, ...forms]) => forms.map((form) => [form || word, word])));

/**
 * Rising numbers; where a list is given for them, each has a digit after it. The first half of the
 * digits ends a number, the second half says that more follows.
 */
const rising = (text, after) => {
  const numbers = [], { digits } = table, half = digits.size / 2;
  let next = 0, value = 0;
  for (let i = 0; i < text.length; i++) {
    const digit = digits.get(text[i]);
    if (digit >= half) { value = (value + digit - half + 1) * half; continue; }
    next += value + digit;
    numbers.push(next++);
    after?.push(digits.get(text[++i]));
    value = 0;
  }
  return numbers;
};

/** The forms of a shard: key, stem, spelling; what is left out is as in the word before. */
const readShard = (text) => {
  let key = "", stem = "";
  return text.split(" ").map((line) => {
    const [itsKey, itsStem, itsForm, coded] = line.split("|");
    if (itsKey) key = unswap(itsKey);
    if (itsStem) stem = itsStem === "=" ? key.replace(/^\*/, "") : unswap(itsStem);
    const spelled = itsForm ? unswap(itsForm) : stem;
    return { key, stem, bare: itsForm ? fold(spelled) : stem, spelled, coded, blocks: [] };
  });
};

/** The articles in which a form stands; their blocks lie beside them. */
const postingsOf = (form) => (form.docs ??= rising(form.coded, form.blocks));

/** Reads what every query needs. */
const readStart = (raw) => {
  start = raw;
  ({ subjects, weights } = start);
  for (const list of ["cuts", "names", "often"]) start[list] = unswapped(start[list]);
  // Letters that no text has stand for words; a word leaves the mark of a space behind it.
  const letters = Array.from({ length: 0x660 }, (_, at) => String.fromCharCode(0xA1 + at))
    .filter((c) => !start.taken.includes(c));
  start.often.forEach((word, at) => often.set(letters[at], `${word}\0`));
  start.gathered = new Map(start.gathered.split("\n").flatMap((keys, at) =>
    unswapped(keys).map((key) => [key, start.function + at])));
  start.names = new Set(start.names);
  start.fields = new Map(start.fields);
  start.texts = rising(start.texts);
  if (start.filed) window.sijillSearch.filed(start.filed);
  const dates = start.dates.split(" "), { digits } = table;
  docs = [...start.lengths].map((length, at) => ({ date: dates[at], length: digits.get(length) }));
};

/** The page and the lines of an article, its headline first, with their words. */
const articleOf = async (doc) => {
  const number = start.texts.findLastIndex((first) => first <= doc);
  await load(`text/${number}.js`);
  return once(articles, doc, () => {
    const [path, packed] = textShards[number][doc - start.texts[number]];
    const lines = unpack(packed).split("\n"), places = lines.map(placesOf);
    const words = places.flatMap((line) => line.flatMap(({ word }) => word || []));
    return { path: start.before + path + start.after, lines, places, words };
  });
};

/** The articles that are filed under a subject, by its place; once they have been loaded. */
const loadFiled = async () => filed ?? load("filed.js");
