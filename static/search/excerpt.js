/* Search, 5 of 6: what is shown of an article, why, and what a word may have been meant for. */

/** How well a word of a text answers each word of the query; nothing where it answers none. */
const pointsOf = (query, word) => once(query.points, word, () => {
  const points = query.words.map((asked) => answerOf(asked, word));
  return points.some(Boolean) && points;
});

/** The words of each line of an article that answer a query. */
const marksOf = (query, { places }) => places.map((line) => line.flatMap((place, at) => {
  const points = pointsOf(query, place.word);
  return points ? { ...place, at, points } : [];
}));

/** What the stretch from a word on is worth: how well each word is answered, then how often. */
const stretchWorth = (marks, first) => {
  const end = first + start.limits.excerpt - start.limits.before;
  const inside = marks.filter(({ at }) => at >= first && at < end);
  const best = (word) => Math.max(...inside.map(({ points }) => points[word]));
  const each = marks[0].points.reduce((sum, _, word) => sum + best(word), 0);
  return each * 10 + Math.min(inside.length, 9);
};

/** The stretch of a text that answers best, as it is spelled: every second piece is a mark. */
const excerpt = ({ lines, places }, allMarks) => {
  const opening = Math.max(1, lines.findIndex((line, at) => at && line.trim()));
  let best = { worth: 0, number: opening, at: 0 };
  allMarks.forEach((marks, number) => {
    for (const { at } of number ? marks.slice(0, start.limits.starts) : []) {
      const worth = stretchWorth(marks, at);
      if (worth > best.worth) best = { worth, number, at };
    }
  });
  const { number, at } = best, line = lines[number];
  return places[number]?.length ? cutOut(line, places[number], allMarks[number], at) : [];
};

/** A line from a little before a word on, with points where something is left out. */
const cutOut = (line, places, marks, at) => {
  const first = Math.max(0, at - start.limits.before), end = first + start.limits.excerpt;
  const inside = marks.filter((one) => one.at >= first && one.at < end);
  const from = first ? places[first].from : 0, isWhole = end >= places.length;
  const to = isWhole ? line.length : places[end - 1].to;
  const cuts = [from, ...inside.flatMap((one) => [one.from, one.to]), to];
  const pieces = cuts.slice(1).map((to, at) => line.slice(cuts[at], to));
  pieces[0] = (first ? "… " : "") + pieces[0];
  return isWhole ? pieces : [...pieces.slice(0, -1), `${pieces.at(-1)} …`];
};

/** The words that answer those of the query that do not stand in a text: [how, as spelled]. */
const reasons = ({ words }, marks) => {
  const best = words.map(() => [0, ""]);
  for (const { points, spelled } of marks.flat()) {
    points.forEach((how, at) => { if (how > best[at][0]) best[at] = [how, spelled]; });
  }
  return best.filter(([how]) => how && how < FORM).sort(([a], [b]) => b - a)
    .filter(([, spelled], at, all) => !at || all[at - 1][1] !== spelled)
    .slice(0, start.limits.reasons);
};

/** The words of names, and those often there, sorted: each as first spelled, and how often. */
const wordsShown = () => start.shown ??= (() => {
  const names = subjects.flatMap(({ name, aliases }) => [name, ...aliases]), shown = new Map();
  for (const { spelled } of [...names, ...start.often].flatMap(placesOf)) {
    const folded = fold(spelled), bare = folded.replace(/^ال(?=...)/, "");
    once(shown, folded, () => ({ folded, bare, spelled, often: 0 })).often++;
  }
  return [...shown.values()].sort((a, b) => (a.folded < b.folded ? -1 : 1));
})();

/** How many slips part two words, as far as so many: letters more, less, other, turned. */
const slips = (a, b, most) => {
  if (a === b) return 0;
  if (Math.abs(a.length - b.length) > most || !most) return most + 1;
  let same = 0;
  while (same < a.length && a[same] === b[same]) same++;
  const [mine, theirs] = [a.slice(same), b.slice(same)];
  const after = (less, other) => slips(mine.slice(less), theirs.slice(other), most - 1);
  const turned = mine[0] === theirs[1] && mine[1] === theirs[0] && mine[1];
  return 1 + Math.min(after(1, 1), after(1, 0), after(0, 1), turned ? after(2, 2) : most);
};

/** For a word that stands nowhere the nearest of those read and shown: one that sounds so first. */
const suggestionsFor = ({ word: { folded, readings: [{ bare }] }, all, forms, near }) => {
  const sounds = new Set(forms.filter(([, how]) => how === SOUND).map(([form]) => form));
  const most = (length) => (length < 4 ? 0 : length < 7 ? 1 : 2);
  const allowed = (word) => most(Math.min(bare.length, word.bare.length));
  const far = (word) => (sounds.has(word) ? 0.5 : slips(bare, word.bare, allowed(word)));
  const often = (word) => word.often ?? postingsOf(word).length;
  const others = near || /^[0-9]/.test(folded) ? [] : [...all, ...wordsShown()];
  return others.map((word) => ({ word, far: far(word) }))
    .filter(({ word, far }) => far && far <= allowed(word))
    .sort((a, b) => a.far - b.far || often(b.word) - often(a.word))
    .slice(0, 1).map(({ word }) => [folded, word.spelled]);
};

/** What the last word of a query may become. */
const completions = (text) => {
  const [typed] = /[^\s:«"-]*$/.exec(text), half = fold(typed);
  const begins = (word) => half[1] && word.startsWith(half) && word !== half;
  return wordsShown().filter(({ folded, bare }) => begins(folded) || begins(bare))
    .sort((a, b) => b.often - a.often).slice(0, MOST_COMPLETIONS)
    .map(({ spelled }) => ({ name: text.slice(0, text.length - typed.length) + spelled }));
};
