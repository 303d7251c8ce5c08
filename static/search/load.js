/*
 * Search in the browser, 1 of 6: loads the index and unpacks it. The six files are joined into one
 * script, in the order load, words, query, rank, excerpt, page; they take the same steps as
 * src/site/search, on tables that it wrote.
 */

let root = "", home = "search/";
let table, start, docs, subjects, filed, weights;
const wordShards = [], textShards = [];
const waiting = new Map(), swap = new Map(), often = new Map();

/** Loads a script of the index once; a classic one, which works from a folder too. */
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
  filed(lists) { filed = lists.split(" ").map(rising); },
  words(number, shard) { wordShards[number] = readShard(shard); },
  text(number, articles) { textShards[number] = articles; },
};
window.sijillSearch = (kind, ...values) => take[kind](...values);

/** Arabic letters stand in the index as Latin ones, which take half the bytes. */
const unswap = (text) => text.replace(/[^ -@[-`{-~]/gu, (c) => swap.get(c) ?? c);
const unswapped = (text) => unswap(text).split(" ");

/** A text of the index; a word that is often there is one letter, with the space after it. */
const expand = (text) => unswap(text).replace(/([\u00A1-\u07FF])(?=(.)?)/gsu, (c, _, next) => {
  const space = next && !start.parting.includes(next) ? " " : "";
  return often.has(c) ? often.get(c) + space : c;
});

const readTable = (raw) => {
  for (const [arabic, latin] of raw.swap) {
    [...arabic].forEach((letter, at) => swap.set(letter, latin[at]).set(latin[at], letter));
  }
  raw.folds = new Map();
  for (const [to, runs] of Object.entries(raw.fold)) {
    for (const [first, last] of runs.match(/../gsu)) {
      for (let code = first.charCodeAt(0); code <= last.charCodeAt(0); code++) {
        raw.folds.set(String.fromCharCode(code), to);
      }
    }
  }
  raw.lexicon = raw.words.map(readLexicon);
  for (const kind of ["names", "places"]) raw[kind] = new Set(unswapped(raw[kind]));
  for (const rule of Object.values(raw.rules).flat()) rule[0] = new RegExp(rule[0], "g");
  return raw;
};

/** A table of the lexicon: a line a word with its forms; `-` where it is none of them. */
const readLexicon = (text) => new Map(unswap(text).split("\n").flatMap((line) => {
  const [first, ...forms] = line.split(" "), word = first.replace("-", "");
  return [...(word === first ? [word] : []), ...forms].map((form) => [form, word]);
}));

// Digits of numbers: the first half ends one, the second half says that more follows.
const DIGITS = "!#$%&'()*+,-./0123456789:;<>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_`" +
  "abcdefghijklmnopqrstuvwxyz{}~";
const DIGIT = new Map([...DIGITS].map((c, at) => [c, at]));
const HALF = 45;

/** Rising numbers, with a digit after each or not: flat, as [number, digit, number, digit]. */
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

/** Loads what every query needs. */
const begin = async () => {
  await load("start.js");
  if (docs) return;
  for (const list of ["cuts", "names", "often"]) {
    start[list] = start[list] ? unswapped(start[list]) : [];
  }
  let code = 0xA0;
  for (const word of start.often) {
    do code++; while (start.taken.includes(String.fromCharCode(code)));
    often.set(String.fromCharCode(code), word);
  }
  start.names = new Set(start.names);
  start.texts = rising(start.texts);
  ({ subjects, weights } = start);
  const dates = start.dates.split(" ");
  docs = [...start.lengths].map((length, at) => ({ date: dates[at], length: DIGIT.get(length) }));
};

/** The page, the headline and the text of an article, a line a paragraph. */
const articleOf = async (doc) => {
  const number = start.texts.filter((first) => first <= doc).length - 1;
  await load(`text/${number}.js`);
  const [path, packed] = textShards[number][doc - start.texts[number]];
  const [title, ...lines] = expand(packed).split("\n");
  return { path: start.before + path + start.after, title, text: lines.join("\n") };
};

/** The articles that are filed under a subject, by its place; once they have been loaded. */
const loadFiled = async () => filed ?? load("filed.js");
