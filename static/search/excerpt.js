/* Search, 5 of 6: what is shown of an article, why, and what a word may have been meant for. */

const EXCERPT_WORDS = 32, BEFORE_WORDS = 6, MOST_STARTS = 64;
const MOST_REASONS = 4, MOST_COMPLETIONS = 5;

/** How well a word of a text answers each word of the query. */
const answers = (query, word) => query.words.map((asked) => (word.function !== asked.function ? 0
  : Math.max(...word.readings.map((met) => answeredBy(asked, met)))));

/** The words of a line: where each stands and how it answers each word of the query. */
const marksOf = (query, line) => spans(line).map(([from, to]) => {
  const spelled = line.slice(from, to), word = read(spelled);
  const points = word ? answers(query, word) : [];
  return { from, to, spelled, points, marked: points.some(Boolean) };
});

/** What the stretch from a word on is worth: how well each word is answered, then how often. */
const stretchWorth = (query, all, first) => {
  const inside = all.slice(first, first + EXCERPT_WORDS - BEFORE_WORDS).filter((one) => one.marked);
  const best = (word) => Math.max(0, ...inside.map(({ points }) => points[word]));
  const each = query.words.map((_, word) => best(word));
  return each.reduce((sum, points) => sum + points, 0) * 10 + Math.min(inside.length, 9);
};

/** The stretch of a text that answers best, in pieces; whole words, in the source's spelling. */
const excerpt = (query, text) => {
  const lines = text.split("\n");
  let best = null;
  for (const line of lines) {
    const all = marksOf(query, line);
    const starts = [...all.keys()].filter((at) => all[at].marked).slice(0, MOST_STARTS);
    for (const first of starts) {
      const worth = stretchWorth(query, all, first);
      if (!best || worth > best.worth) best = { worth, line, all, first };
    }
  }
  if (best) return cutOut(best.line, best.all, best.first);
  const line = lines.find((some) => some.trim()) ?? "";
  return cutOut(line, marksOf({ words: [] }, line), 0);
};

/** A line from a little before a word on, with points where something is left out. */
const cutOut = (line, all, first) => {
  if (!all.length) return [];
  const from = Math.max(0, first - BEFORE_WORDS), to = Math.min(all.length, from + EXCERPT_WORDS);
  const pieces = [];
  const push = (text, marked) => { if (text) pieces.push({ text, marked }); };
  let at = from ? all[from].from : 0;
  push(from ? "… " : "", false);
  for (const mark of all.slice(from, to).filter(({ marked }) => marked)) {
    push(line.slice(at, mark.from), false);
    push(mark.spelled, true);
    at = mark.to;
  }
  push(line.slice(at, to < all.length ? all[to - 1].to : line.length), false);
  push(to < all.length ? " …" : "", false);
  return pieces;
};

/** The words that answer those of the query that do not stand in a text: [how, as spelled]. */
const reasons = (query, text) => {
  const best = query.words.map(() => [0, ""]);
  for (const { spelled, points } of marksOf(query, text)) {
    points.forEach((how, at) => { if (how > best[at][0]) best[at] = [how, spelled]; });
  }
  return best.filter(([how]) => how && how < FORM).sort(([a], [b]) => b - a)
    .filter(([, spelled], at, all) => !at || all[at - 1][1] !== spelled).slice(0, MOST_REASONS);
};

let shownWords = null;

/** The words of all names, and those that are often there: folded → [as spelled, how often]. */
const wordsShown = () => {
  if (shownWords) return shownWords;
  shownWords = new Map();
  const names = subjects.flatMap((subject) => [subject.name, ...subject.aliases]);
  for (const text of [...names, ...often.values()]) {
    for (const [from, to] of spans(text)) {
      const spelled = text.slice(from, to), folded = fold(spelled);
      const [first, count] = shownWords.get(folded) ?? [spelled, 0];
      shownWords.set(folded, [first, count + 1]);
    }
  }
  return shownWords;
};

const withoutArticle = (word) => word.replace(/^ال(?=...)/u, "");

/** How many slips part two words: letters more, less, other, turned; at most three. */
const slips = (a, b) => {
  if (Math.abs(a.length - b.length) > 2) return 3;
  let before = [], last = [...b, ""].map((_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const other = a[i - 1] === b[j - 1] ? 0 : 1;
      const turned = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      row.push(Math.min(last[j - 1] + other, last[j] + 1, row[j - 1] + 1));
      if (turned) row[j] = Math.min(row[j], before[j - 2] + 1);
    }
    [before, last] = [last, row];
  }
  return Math.min(last[b.length], 3);
};

/** Of [folded, as spelled, how often] the nearest to a word: fewest slips, then most often. */
const nearest = (asked, candidates) => {
  const letters = [...asked];
  let best = { far: 3, often: 0, spelled: "" };
  for (const [folded, spelled, often] of candidates) {
    const word = [...folded], far = slips(letters, word);
    const short = Math.min(letters.length, word.length);
    if (!far || far > (short < 4 ? 0 : short < 7 ? 1 : 2)) continue;
    if (far < best.far || (far === best.far && often > best.often)) best = { far, often, spelled };
  }
  return best.spelled;
};

/** A word that stands somewhere for one that does not: of the shards that were read, else shown. */
const suggestionFor = (asked, forms) => {
  if (/^[0-9]/.test(asked.folded)) return "";
  const known = forms.map((form) => [form.bare, form.spelled, postingsOf(form).length]);
  const near = nearest(asked.readings[0].bare, known);
  if (near) return near;
  const shown = [...wordsShown()].sort(([a], [b]) => (a < b ? -1 : 1));
  const whole = shown.map(([folded, [spelled, often]]) => [withoutArticle(folded), spelled, often]);
  return nearest(withoutArticle(asked.folded), whole);
};

/** What the last word of a query may become. */
const completions = (text) => {
  const typed = /[^\s:«"-]*$/.exec(text)[0], half = fold(typed), found = new Map();
  if (half.length < 2) return [];
  for (const [folded, shown] of wordsShown()) {
    const begins = folded.startsWith(half) || folded.startsWith("ال" + half);
    if (begins && folded !== half) found.set(folded, shown);
  }
  const before = text.slice(0, text.length - typed.length);
  const sorted = [...found.values()].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return sorted.slice(0, MOST_COMPLETIONS).map(([word]) => ({ query: before + word }));
};
