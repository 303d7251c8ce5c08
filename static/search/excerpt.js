/* Search, 5 of 6: what is shown of an article, why it is one, and what a word may have been meant for. */

const EXCERPT_WORDS = 32, BEFORE_WORDS = 6, MOST_REASONS = 4, MOST_STARTS = 64, MOST_COMPLETIONS = 5;

/** How well a word of a text answers each word of the query. */
const answers = (query, word) => query.words.map((asked) =>
  (word.function === asked.function ? Math.max(...word.readings.map((met) => answeredBy(asked, met))) : 0));

/** What the stretch from a word on is worth: how well each word of the query is answered, then how often. */
const stretchWorth = (query, got, marks, from) => {
  const inside = marks.filter((at) => at >= from && at < from + EXCERPT_WORDS - BEFORE_WORDS);
  const each = query.words.map((_, word) => Math.max(0, ...inside.map((at) => got[at][word])));
  return each.reduce((sum, points) => sum + points, 0) * 10 + Math.min(inside.length, 9);
};

/** The stretch of a text that answers best, in pieces; whole words, in the source's spelling. */
const excerpt = (query, text) => {
  let best = null;
  for (const line of text.split("\n")) {
    const places = spans(line);
    const got = places.map(([from, to]) => { const word = read(line.slice(from, to)); return word ? answers(query, word) : []; });
    const marks = got.flatMap((points, at) => (points.some(Boolean) ? [at] : []));
    for (const from of marks.slice(0, MOST_STARTS)) {
      const worth = stretchWorth(query, got, marks, from);
      if (!best || worth > best.worth) best = { worth, line, places, marks, from };
    }
  }
  if (!best) {
    const line = text.split("\n").find((some) => some.trim()) ?? "";
    best = { line, places: spans(line), marks: [], from: 0 };
  }
  return cutOut(best);
};

/** A line from a little before a word on, with points where something is left out. */
const cutOut = ({ line, places, marks, from: first }) => {
  if (!places.length) return [];
  const from = Math.max(0, first - BEFORE_WORDS), to = Math.min(places.length, from + EXCERPT_WORDS), pieces = [];
  const push = (text, marked) => { if (text) pieces.push({ text, marked }); };
  let at = from ? places[from][0] : 0;
  push(from ? "… " : "", false);
  for (const mark of marks.filter((mark) => mark >= from && mark < to)) {
    const [begin, end] = places[mark];
    push(line.slice(at, begin), false);
    push(line.slice(begin, end), true);
    at = end;
  }
  push(line.slice(at, to < places.length ? places[to - 1][1] : line.length), false);
  push(to < places.length ? " …" : "", false);
  return pieces;
};

/** The words that answer those of the query which do not stand in a text themselves: [how, as spelled], the surest first. */
const reasons = (query, text) => {
  const best = query.words.map(() => [0, ""]);
  for (const [from, to] of spans(text)) {
    const spelled = text.slice(from, to), word = read(spelled);
    if (!word) continue;
    answers(query, word).forEach((how, at) => { if (how > best[at][0]) best[at] = [how, spelled]; });
  }
  return best.filter(([how]) => how && how < FORM).sort((a, b) => b[0] - a[0])
    .filter(([, spelled], at, all) => !at || all[at - 1][1] !== spelled).slice(0, MOST_REASONS);
};

let shownWords = null;

/** The words of all headlines and names: folded → [as spelled, how often]. */
const wordsShown = () => {
  if (shownWords) return shownWords;
  shownWords = new Map();
  for (const text of [...docs.map((doc) => doc.title), ...subjects.flatMap((subject) => [subject.name, ...subject.aliases])]) {
    for (const [from, to] of spans(text)) {
      const spelled = text.slice(from, to), folded = fold(spelled), known = shownWords.get(folded);
      if (known) known[1]++;
      else shownWords.set(folded, [spelled, 1]);
    }
  }
  return shownWords;
};

const withoutArticle = (word) => (word.startsWith("ال") && [...word].length >= 5 ? word.slice(2) : word);

/** How many slips part two words: letters more, less, other, or two that changed places; more than two are three. */
const slips = (a, b) => {
  if (Math.abs(a.length - b.length) > 2) return 3;
  let before = [], last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      row[j] = Math.min(last[j - 1] + (a[i - 1] !== b[j - 1] ? 1 : 0), last[j] + 1, row[j - 1] + 1);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
    }
    [before, last] = [last, row];
  }
  return Math.min(last[b.length], 3);
};

/** Of [folded, as spelled, how often] the nearest to a word: fewest slips, then most often, then first. */
const nearest = (asked, candidates) => {
  const letters = [...asked];
  let best = null;
  for (const [folded, spelled, often] of candidates) {
    const word = [...folded], far = slips(letters, word), short = Math.min(letters.length, word.length);
    if (!far || far > (short < 4 ? 0 : short < 7 ? 1 : 2)) continue;
    if (!best || far < best.far || (far === best.far && often > best.often)) best = { far, often, spelled };
  }
  return best?.spelled ?? "";
};

/** A word that stands somewhere for one that does not: of the shards that were read, else of headlines and names. */
const suggestionFor = (asked, forms) => {
  if (/^[0-9]/.test(asked.folded)) return "";
  const near = nearest(asked.readings[0].bare, forms.map((form) => [form.bare, form.spelled, postingsOf(form).length]));
  if (near) return near;
  const shown = [...wordsShown()].sort(([a], [b]) => (a < b ? -1 : 1));
  return nearest(withoutArticle(asked.folded), shown.map(([folded, [spelled, often]]) => [withoutArticle(folded), spelled, often]));
};

/** What the last word of a query may become: from the headlines, and from the shards that it leads to. */
const completions = async (text) => {
  const typed = /(?:^|[\s:«"-])([^\s:«"-]+)$/.exec(text)?.[1] ?? "", half = fold(typed), found = new Map();
  if (half.length < 2) return [];
  for (const [folded, known] of wordsShown()) {
    if (folded !== half && (folded.startsWith(half) || folded.startsWith("ال" + half))) found.set(folded, known);
  }
  const asked = read(typed);
  if (asked && found.size < 3) {
    const { bare } = asked.readings[0], looked = await lookUp(asked);
    for (const form of bare.length > 1 ? looked.shards.flat() : []) {
      if (form.bare !== bare && form.bare.startsWith(bare)) found.set(form.bare, [form.spelled, postingsOf(form).length / 2]);
    }
  }
  const before = text.slice(0, text.length - typed.length);
  return [...found.values()].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, MOST_COMPLETIONS).map(([word]) => ({ query: before + word }));
};
