/* Search, 2 of 6: words and how they are read, by the rows and rules of the table. */

const ARABIC = /^[\u0621-\u064A]+$/;
const WHOLE = 0, NOUN = 1, PAST = 2;

const expression = (name) => table.rules[name][0][0];
/** A text after all rules of one name: what each finds, and what then stands there. */
const rewrite = (text, name) =>
  table.rules[name].reduce((some, [from, to]) => some.replace(from, to), text);

const fold = (text) =>
  rewrite(text.replace(/[^\u0654]/gu, (c) => table.folds.get(c) ?? c), "hamza");

const known = (kind, word) => table.lexicon[kind].get(word);
/** The word of the lexicon that a word is as it stands, or behind one letter. */
const whole = (word) =>
  known(WHOLE, word) ?? known(NOUN, word) ?? known(WHOLE, rewrite(word, "prefixed"));

const reading = (stem, bare) => ({ key: keyOf(stem), stem, bare });

/** The reading that leaves the most letters: a row before, a word of the lexicon, a row after. */
const byLexicon = (word) => {
  let most = -1, best = null;
  for (const [before, kept, classes, least, short] of table.before) {
    const rest = word.slice(before.length);
    if (rest.length < least || !word.startsWith(before)) continue;
    for (const [after, itsClass, kind, add, more, loose, strict, nisba, meem] of table.after) {
      if (!(classes & itsClass) || !rest.endsWith(after)) continue;
      const core = rest.slice(0, rest.length - after.length), worth = core.length * 2 + more;
      if (worth <= most || core.length < (short ? loose : strict)) continue;
      if (meem && (core[0] === "م") !== (meem === 1)) continue;
      const lemma = known(kind, core + add);
      if (lemma === undefined) continue;
      most = worth;
      best = [nisba ? rewrite(lemma, "nisba") : lemma, word.slice(before.length - kept)];
    }
  }
  return best && reading(...best);
};

/** How a folded word is read; in two ways where a first letter may be a preposition. */
const analyze = (word) => {
  const alone = ARABIC.test(word) ? whole(word) : word;
  const best = alone ? reading(alone, word) : byLexicon(word);
  if (best) return [best];
  // Where the lexicon knows nothing, only what is safe is taken off.
  const noun = rewrite(word, "article"), bare = noun === word ? rewrite(word, "clitics") : noun;
  const first = reading(rewrite(bare, noun === word ? "unknown" : "noun"), bare);
  const other = rewrite(bare.slice(1), "noun");
  const isOpen = /^[بلكف]....+/.test(bare) && bare.length + 1 >= word.length;
  return isOpen ? [first, reading(other, other)] : [first];
};

/** Whether the tables have a stem, or the noun that it is the adjective of. */
const isKnown = (stem) => (known(NOUN, stem) ?? known(PAST, stem)) !== undefined ||
  (stem.endsWith("ي") && ["", "ه", "ا"].some((end) => known(NOUN, stem.slice(0, -1) + end)));

const keyAsName = (word) => "+" + rewrite(word, "bones");

/** What it may be found by: a root after `*`, the bones of a foreign name after `+`, or itself. */
const keyOf = (stem) => {
  if (!ARABIC.test(stem) || known(WHOLE, stem) || table.names.has(stem)) return stem;
  if (table.places.has(stem)) return `*${rewrite(stem, "place")}~`;
  const rooted = isKnown(stem) || rewrite(stem, "pattern") === "";
  // A name of this site has no kin: «ظريف» is a minister.
  if (rooted && start.names.has(stem)) return stem;
  // Of a root with weak letters kin is only what a verb is known of: «زيارة» and «زار».
  const root = rewrite(stem, "root"), hasKin = /^[^-=+]{3}/.test(root) || table.verbs.has(root);
  if (rooted && !table.foreign.has(stem)) return hasKin ? "*" + root : stem;
  return stem.length >= table.spelled ? keyAsName(stem) : stem;
};

/** Whether two words with one key are spellings of one name: one has only weak letters more. */
const sameName = (...names) => {
  const vowels = names.map((name) => name.slice(1).replace(/[^اويءه]/g, ""));
  const [short, long] = vowels.sort((a, b) => a.length - b.length);
  return new RegExp([...short].join(".*")).test(long);
};

/** Whether two words may be one name, heard by two people. */
const soundAlike = (a, b) => keyAsName(a) === keyAsName(b) &&
  (keyAsName(a).length > table.long || sameName(a, b));

/** The keys of a word as a name, where nothing answers it otherwise. */
const nameKeys = ({ function: holds, readings: [{ stem, bare }] }) => {
  const { names, foreign, places, strong, spelled, long } = table;
  const isOpen = foreign.has(stem) || places.has(stem);
  const isUnknown = !holds && !names.has(stem) && !isKnown(stem) && ARABIC.test(stem);
  const isLong = bare.length >= long || keyAsName(bare).length > strong + isOpen;
  if (bare.length < spelled || !isLong || !(isOpen || isUnknown)) return [];
  const isNear = (name) => Math.abs(name.length - bare.length) < 2 && soundAlike(name, bare);
  const near = isOpen ? [] : [...places].filter(isNear).map(keyOf);
  return [...new Set([...[stem, bare, rewrite(bare, "likeEnding")].map(keyAsName), ...near])];
};

const readBefore = new Map(), named = new Map(), answered = new Map();

/** A word as search reads it, the same for the same spelling; nothing where it is all marks. */
const read = (word) => once(readBefore, word, () => {
  const folded = rewrite(fold(word), "number");
  const isFunction = known(WHOLE, whole(folded)) !== undefined;
  return folded && { folded, function: isFunction, readings: analyze(folded) };
});

/** The words and numbers of a text: where each stands, how it is spelled and read. */
const placesOf = (text) => [...text.matchAll(expression("token"))]
  .map(({ 0: spelled, index: from }) =>
    ({ from, to: from + spelled.length, spelled, word: read(spelled) }));
const words = (text) => placesOf(text).map(({ word }) => word).filter(Boolean);

const KIN = 1, SOUND = 2, SPELLING = 3, STEM = 4, FORM = 5;

const spellingOf = (asked, met) => {
  const [mine, theirs] = [asked, met].map(({ bare }) => rewrite(bare, "letters"));
  if (mine === theirs && sameName(asked.bare, met.bare)) return SPELLING;
  return soundAlike(asked.bare, met.bare) || soundAlike(asked.stem, met.stem) ? SOUND : 0;
};

/** How a reading answers one that is asked: the word, a form, another spelling, its kin, or not. */
const likeness = (asked, met) => {
  if (asked.bare === met.bare) return FORM;
  if (asked.stem === met.stem) return STEM;
  if (asked.key !== met.key || !/^[*+]/.test(met.key)) return 0;
  return met.key[0] === "*" ? KIN : spellingOf(asked, met);
};
const answeredBy = ({ readings, names }, met) => {
  const asName = names?.includes(met.key) ? spellingOf(readings[0], met) : 0;
  return readings.reduce((how, reading) => Math.max(how, likeness(reading, met)), asName);
};
/** How a word of a text answers one that is asked; what was found is kept for other queries. */
const answerOf = (asked, word) => once(once(answered, asked, () => new Map()), word, () => (
  word?.function !== asked.function ? 0
    : Math.max(...word.readings.map((met) => answeredBy(asked, met)))));
