/* Search, 2 of 6: words and how they are read, by walking the rows of the table (src/arabic/stem). */

const DIGIT_CLASS = "0-9\u0660-\u0669\u06F0-\u06F9";
const TOKEN = new RegExp(`[${DIGIT_CLASS}]+|(?:(?![${DIGIT_CLASS}])[\\p{Alphabetic}\\p{N}\u0610-\u061A\u064B-\u065F\u0670` +
  "\u06D6-\u06DC\u06DF-\u06E8\u06EA-\u06ED\u0640\u0300-\u036F\u200C\u200D])+", "gu");
const IS_DIGIT = new RegExp(`[${DIGIT_CLASS}]`);
const ARABIC = /^[\u0621-\u064A]+$/;
const WHOLE = 0, NOUN = 1, PAST = 2;

const digitsEnd = (text, at) => {
  while (at < text.length && IS_DIGIT.test(text[at])) at++;
  return at;
};

/** Where a number ends that begins at `from`: groups of three and one fraction belong to it. */
const numberEnd = (text, from) => {
  const first = digitsEnd(text, from), separator = text[first];
  if (from > 1 && ",.٫٬،".includes(text[from - 1]) && IS_DIGIT.test(text[from - 2])) return first;
  let end = first;
  if (separator && ",٬،".includes(separator) && first - from <= 3) {
    while (text[end] === separator && digitsEnd(text, end + 1) === end + 4) end += 4;
  }
  const point = text[end];
  if (point !== "." && point !== "٫" && !(point === "," && end === first)) return end;
  const fraction = digitsEnd(text, end + 1), digits = fraction - end - 1;
  const goesOn = text[fraction] === point && fraction + 1 < text.length && IS_DIGIT.test(text[fraction + 1]);
  return digits === 0 || goesOn || (point === "," && digits > 2) ? end : fraction;
};

/** Where the words and numbers of a text stand, as pairs. */
const spans = (text) => {
  const found = [];
  TOKEN.lastIndex = 0;
  for (let match; (match = TOKEN.exec(text));) {
    let end = TOKEN.lastIndex;
    if (IS_DIGIT.test(match[0][0])) end = TOKEN.lastIndex = numberEnd(text, match.index);
    found.push([match.index, end]);
  }
  return found;
};

const fold = (text) => {
  let folded = "";
  for (const c of text) {
    if (c === "\u0654" && /[وي]$/.test(folded)) folded = folded.slice(0, -1) + "ء";
    else folded += table.foldMap.get(c) ?? c;
  }
  return folded;
};

const known = (kind, word) => table.lexicon[kind].get(word);
/** What is left of a word without the first of these endings, or beginnings, that leaves `least` letters. */
const without = (word, affixes, least, has, cut) => {
  for (const affix of affixes) if (word[has](affix) && word.length - affix.length >= least) return cut(word, affix);
  return word;
};
const withoutEnd = (word, after, least) => without(word, after, least, "endsWith", (word, affix) => word.slice(0, word.length - affix.length));
const withoutStart = (word, before, least) => without(word, before, least, "startsWith", (word, affix) => word.slice(affix.length));

const whole = (word) => {
  const noun = known(NOUN, word), alone = known(WHOLE, word);
  if (noun !== undefined || alone !== undefined) return alone ?? noun;
  if (/^[وف]/.test(word)) return word.length >= 3 ? known(WHOLE, word.slice(1)) : undefined;
  return /^[بلك]/.test(word) && word.length >= 4 ? known(WHOLE, word.slice(1)) : undefined;
};

/** The reading by the lexicon that leaves the most letters: a row before, a word of the lexicon, a row after. */
const byLexicon = (word) => {
  let most = -1, best = null;
  for (const [before, kept, classes, least, short] of table.before) {
    const rest = word.slice(before.length);
    if (rest.length < least || !word.startsWith(before)) continue;
    for (const [after, itsClass, kind, add, more, loose, strict, nisba, meem] of table.after) {
      if (!(classes & itsClass) || !rest.endsWith(after)) continue;
      const core = rest.slice(0, rest.length - after.length), worth = core.length * 2 + more;
      if (worth <= most || core.length < (short ? loose : strict) || (meem && (core[0] === "م") !== (meem === 1))) continue;
      const lemma = known(kind, core + add);
      if (lemma === undefined) continue;
      most = worth;
      best = [before.length - kept, nisba ? withoutEnd(lemma, ["ه", "ا", "ي"], 3) + "ي" : lemma];
    }
  }
  return best;
};

const withoutEnding = (word, article) => {
  const row = table.endings.find(([ending, least]) => !(ending === "ت" && article) && word.endsWith(ending) && word.length - ending.length >= least);
  return row ? word.slice(0, word.length - row[0].length) : word;
};

const presentByRule = (core) => {
  if (/^[يتن]ست/.test(core) && core.length >= 5) return "است" + core.slice(3);
  if (core[0] !== "ي" || core.length < 4) return core;
  const rest = core.slice(1), eighth = rest.length === 4 && (rest[1] === "ت" || (rest[0] === "ن" && rest[1] !== "ا"));
  return eighth ? "ا" + rest : rest;
};

/** What is left where the lexicon knows nothing: only what is safe is taken off. */
const byRule = (word) => {
  const noun = withoutStart(word, table.article, 3);
  if (noun !== word) return [noun, withoutEnding(noun, true)];
  let bare = word[0] === "و" && word.length >= 4 ? word.slice(1) : word;
  if (/^س[يتن]/.test(bare) && bare.length >= 5) bare = bare.slice(1);
  return [bare, presentByRule(withoutEnding(bare, false))];
};

/** How a folded word is read: [[stem, form without clitics], another reading], and whether it only holds a sentence together. */
const analyze = (word) => {
  if (!ARABIC.test(word)) return [[[word, word]], false];
  const alone = whole(word);
  if (alone !== undefined) return [[[alone, word]], known(WHOLE, alone) !== undefined];
  const best = byLexicon(word);
  if (best) return [[[best[1], word.slice(best[0])]], false];
  const [bare, stem] = byRule(word), readings = [[stem, bare]];
  if (/^[بلكف]/.test(bare) && bare.length + 1 >= word.length && bare.length >= 5) {
    const other = withoutEnding(bare.slice(1), true);
    readings.push([other, other]);
  }
  return [readings, false];
};

const fits = (word, pattern) => word.length === pattern.length &&
  [...pattern].every((p, at) => ("فعل".includes(p) ? !"اهء".includes(word[at]) : p === word[at]));

/** Whether the tables have a stem, or the noun that it is the adjective of. */
const isKnown = (stem) => known(NOUN, stem) !== undefined || known(PAST, stem) !== undefined ||
  (stem.endsWith("ي") && ["", "ه", "ا"].some((after) => known(NOUN, stem.slice(0, -1) + after) !== undefined));

/** The root of a stem: its letters without the weak ones; where two are left, the place of the weak one is kept. */
const rootOf = (stem) => {
  stem = withoutEnd(stem, table.rootAfter, 3);
  if (stem.startsWith("انت")) stem = stem.slice(1);
  if (!stem.startsWith("نت")) stem = withoutStart(stem, table.rootBefore, 3);
  const weak = (letter, at) => at > 0 && ("اوي".includes(letter) || (letter === "ء" && at === stem.length - 1));
  const strong = [...stem].filter((letter, at) => !weak(letter, at));
  if (strong.length >= 4 && strong[1] === "ت") strong.splice(1, 1);
  if (strong.length >= 3) return strong.join("");
  return [...stem].map((letter, at) => (weak(letter, at) ? "-" : letter)).join("").replace(/-+/g, "-");
};

/** The letters of a name without those that its spellings differ in. */
const bonesOf = (stem) => {
  let bones = "";
  [...stem].forEach((c, at) => {
    const letter = table.alike.get(c) ?? c;
    if (!(at && "اويءه".includes(letter)) && !bones.endsWith(letter)) bones += letter;
  });
  return bones;
};

/** What a stem shares with all that it may be found by: a root after `*`, the bones of a name after `+`, or itself. */
const keyOf = (stem) => {
  if (!ARABIC.test(stem) || known(WHOLE, stem) !== undefined || table.names.has(stem)) return stem;
  if (table.places.has(stem)) return `*${withoutEnd(stem, table.placeAfter, 3)}~`;
  if (isKnown(stem) || table.patterns.some((pattern) => fits(stem, pattern))) return "*" + rootOf(stem);
  return stem.length >= 4 ? "+" + bonesOf(stem) : stem;
};

/** Whether two words with one key are spellings of one name: one has only weak letters more. */
const sameName = (a, b) => {
  const vowels = (word) => [...word.slice(1)].filter((c) => "اويءه".includes(c));
  const [short, long] = [vowels(a), vowels(b)].sort((a, b) => a.length - b.length);
  let from = 0;
  return short.every((vowel) => (from = long.indexOf(vowel, from) + 1) > 0);
};

/** A number as all write it: without marks between groups of three digits, a point before its fraction. */
const number = (word) => {
  if (!/^[0-9].*[^0-9A-Za-z]/.test(word)) return word;
  const parts = word.split(/[,٬،]/), grouped = parts.every((part, at) => !at || part.split(/[.٫]/)[0].length === 3);
  return parts.join(grouped ? "" : ".").replace(/٫/g, ".");
};

const readWords = new Map();

/** A word as search reads it; nothing for one that is all marks. */
const read = (word) => {
  if (!readWords.has(word)) {
    const folded = number(fold(word)), [list, isFunction] = folded ? analyze(folded) : [];
    readWords.set(word, folded ? {
      folded, function: isFunction,
      readings: list.map(([stem, bare]) => {
        const key = keyOf(stem);
        // Names of this dossier have no kin in it.
        return { key: key[0] === "*" && siteNames.has(stem) ? stem : key, stem, bare };
      }),
    } : null);
  }
  return readWords.get(word);
};

const words = (text) => spans(text).map(([from, to]) => read(text.slice(from, to))).filter(Boolean);

const KIN = 1, SPELLING = 2, STEM = 3, FORM = 4;

/** How a reading answers one that is asked: the very word, a form of it, another spelling, its kin, or not. */
const likeness = (asked, met) => {
  if (asked.bare === met.bare) return FORM;
  if (asked.stem === met.stem) return STEM;
  if (asked.key !== met.key) return 0;
  if (asked.key[0] === "*") return KIN;
  return asked.key[0] === "+" && sameName(asked.bare, met.bare) ? SPELLING : 0;
};
const answeredBy = (asked, met) => Math.max(...asked.readings.map((reading) => likeness(reading, met)));
