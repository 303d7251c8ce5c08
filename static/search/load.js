/*
 * Search in the browser, 1 of 6: loads the index and unpacks it. The six files are joined into one
 * script, in the order load, words, query, rank, excerpt, page, with what every query needs of the
 * index behind them; they take the same steps as src/site/search, on tables that it wrote.
 */

const home = new URL(".", document.currentScript.src);
let root = "";
let table, start, docs, subjects, filed, weights;
const wordShards = [], textShards = [], articles = new Map();
const waiting = new Map(), swap = new Map(), often = new Map();

/** What a map has under a key; made where it has nothing. */
const once = (known, key, made) => {
  if (!known.has(key)) known.set(key, made());
  return known.get(key);
};

/** Loads a script of the index once; a classic one, which works from a folder too. */
const load = (path) => once(waiting, path, () => new Promise((onload, failed) => {
  const onerror = () => { waiting.delete(path); failed(new Error(path)); };
  const script = document.createElement("script");
  document.head.append(Object.assign(script, { src: new URL(path, home), onload, onerror }));
}));

/** What the scripts of the index call. */
const take = {
  table(value) { table = readTable(value); },
  start(value) { readStart(value); },
  filed(lists) { filed = lists.split(" ").map(rising); },
  words(number, shard) { wordShards[number] = readShard(shard); },
  text(number, articles) { textShards[number] = articles; },
};
window.sijillSearch = (kind, ...values) => take[kind](...values);
// A script of the index that is broken is told on the page, and not in the console; from a folder
// no error says which script it is of.
const OURS = /\/(?:filed|(?:words|text)\/\d+)\.js$|^$/;
window.addEventListener("error", (event) => OURS.test(event.filename) && event.preventDefault());

/**
 * Arabic letters stand in the index as Latin ones, which take half the bytes; in texts a word that
 * is often there is one letter, with the space after it.
 */
const unswap = (text, words = new Map()) => {
  let plain = "", spaced = false;
  for (const c of text) {
    const word = words.get(c), letter = word ?? swap.get(c) ?? c;
    plain += spaced && !start.parting.includes(letter) ? ` ${letter}` : letter;
    spaced = word !== undefined;
  }
  return plain;
};
const unswapped = (text) => unswap(text).split(" ").filter(Boolean);

const readTable = (raw) => {
  for (const [arabic, latin] of raw.swap) {
    [...arabic].forEach((letter, at) => swap.set(letter, latin[at]).set(latin[at], letter));
  }
  const all = Object.entries(raw.fold).flatMap(([to, some]) => [...some].map((c) => [c, to]));
  raw.folds = new Map(all);
  raw.digits = new Map([...raw.digits].map((c, at) => [c, at]));
  raw.lexicon = raw.words.map(readLexicon);
  for (const kind of ["names", "foreign", "places"]) raw[kind] = new Set(unswapped(raw[kind]));
  for (const rule of Object.values(raw.rules).flat()) rule[0] = new RegExp(rule[0], "gu");
  return raw;
};

/** A table of the lexicon: a line a word with its forms; `-` where it is none of them. */
const readLexicon = (text) => new Map(unswap(text).split("\n").flatMap((line) => {
  const [first, ...forms] = line.split(" "), word = first.replace("-", "");
  return [...(word === first ? [word] : []), ...forms].map((form) => [form, word]);
}));

/**
 * Rising numbers, with a digit after each or not: flat, as [number, digit, number, digit]. The
 * first half of the digits ends a number, the second half says that more follows.
 */
const decode = (text, more) => {
  const numbers = [], { digits } = table, half = digits.size / 2;
  let next = 0, value = 0;
  for (let i = 0; i < text.length; i++) {
    const digit = digits.get(text[i]);
    if (digit >= half) { value = (value + digit - half + 1) * half; continue; }
    next += value + digit;
    numbers.push(next++);
    if (more) numbers.push(digits.get(text[++i]));
    value = 0;
  }
  return numbers;
};
const rising = (text) => decode(text, false);

/** The forms of a shard: key, stem, spelling; what is left out is as in the word before. */
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

/** Reads what every query needs, and begins. */
const readStart = (raw) => {
  start = raw;
  for (const list of ["cuts", "names", "often"]) start[list] = unswapped(start[list]);
  let code = 0xA0;
  for (const word of start.often) {
    do code++; while (start.taken.includes(String.fromCharCode(code)));
    often.set(String.fromCharCode(code), word);
  }
  start.gathered = start.gathered.split("\n").map(unswapped).filter((keys) => keys.length);
  start.names = new Set(start.names);
  start.texts = rising(start.texts);
  ({ subjects, weights } = start);
  const dates = start.dates.split(" "), { digits } = table;
  docs = [...start.lengths].map((length, at) => ({ date: dates[at], length: digits.get(length) }));
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", page);
  else page();
};

/** The page and the lines of an article, its headline first, with their words. */
const articleOf = async (doc) => {
  if (articles.has(doc)) return articles.get(doc);
  const number = start.texts.findLastIndex((first) => first <= doc);
  await load(`text/${number}.js`);
  return once(articles, doc, () => {
    const [path, packed] = textShards[number][doc - start.texts[number]];
    const lines = unswap(packed, often).split("\n"), places = lines.map(placesOf);
    const words = places.flat().map(({ word }) => word).filter(Boolean);
    return { path: start.before + path + start.after, lines, places, words };
  });
};

/** The articles that are filed under a subject, by its place; once they have been loaded. */
const loadFiled = async () => filed ?? load("filed.js");
