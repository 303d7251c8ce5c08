/* Search, 5 of 6: what is shown of an article, why, and what a word may have been meant for. */

/** How well a word of a text answers each word of the query; nothing where it answers none. */
const answers = (query, word) => once(query.answers ??= new Map(), word, () => {
  const points = query.words.map((asked) => (word?.function !== asked.function ? 0
    : Math.max(...word.readings.map((met) => answeredBy(asked, met)))));
  return points.some(Boolean) ? points : null;
});

/** What the stretch from a word on is worth: how well each word is answered, then how often. */
const stretchWorth = (query, marks, first) => {
  const end = first + start.limits.excerpt - start.limits.before;
  const inside = marks.filter(({ at }) => at >= first && at < end);
  const best = (word) => Math.max(0, ...inside.map(({ points }) => points[word]));
  const each = query.words.reduce((sum, _, word) => sum + best(word), 0);
  return each * 10 + Math.min(inside.length, 9);
};

/** The stretch of a text that answers best, in pieces; whole words, in the source's spelling. */
const excerpt = (query, { lines, places }) => {
  const opening = Math.max(1, lines.findIndex((line, at) => at && line.trim()));
  let best = { worth: 0, number: opening, marks: [], at: 0 };
  places.forEach((some, number) => {
    const all = some.map(({ word }, at) => ({ at, points: number ? answers(query, word) : null }));
    const marks = all.filter(({ points }) => points);
    for (const { at } of marks.slice(0, start.limits.starts)) {
      const worth = stretchWorth(query, marks, at);
      if (worth > best.worth) best = { worth, number, marks, at };
    }
  });
  return cutOut(lines[best.number] ?? "", places[best.number] ?? [], best);
};

/** A line from a little before a word on, with points where something is left out. */
const cutOut = (line, places, { marks, at }) => {
  if (!places.length) return [];
  const { before, excerpt: long } = start.limits, from = Math.max(0, at - before);
  const to = Math.min(places.length, from + long), isWhole = to === places.length;
  const plain = (text) => ({ text, marked: false });
  let next = from ? places[from].from : 0;
  const pieces = marks.filter((one) => one.at >= from && one.at < to).flatMap((one) => {
    const place = places[one.at], between = line.slice(next, place.from);
    next = place.to;
    return [plain(between), { text: place.spelled, marked: true }];
  });
  const rest = line.slice(next, isWhole ? line.length : places[to - 1].to);
  return [plain(from ? "… " : ""), ...pieces, plain(rest), plain(isWhole ? "" : " …")]
    .filter(({ text }) => text);
};

/** The words that answer those of the query that do not stand in a text: [how, as spelled]. */
const reasons = (query, { places }) => {
  const best = query.words.map(() => [0, ""]);
  for (const { spelled, word } of places.flat()) {
    answers(query, word)?.forEach((how, at) => {
      if (how > best[at][0]) best[at] = [how, spelled];
    });
  }
  return best.filter(([how]) => how && how < FORM).sort(([a], [b]) => b - a)
    .filter(([, spelled], at, all) => !at || all[at - 1][1] !== spelled)
    .slice(0, start.limits.reasons);
};

/** The words of names, and those often there, sorted: each as first spelled, and how often. */
const wordsShown = () => once(shownBefore, start, () => {
  const shown = new Map();
  const names = subjects.flatMap((subject) => [subject.name, ...subject.aliases]);
  for (const { spelled } of [...names, ...start.often].flatMap(placesOf)) {
    const folded = fold(spelled), bare = folded.replace(/^ال(?=...)/, "");
    once(shown, folded, () => ({ folded, bare, spelled, often: 0 })).often++;
  }
  return [...shown.values()].sort((a, b) => (a.folded < b.folded ? -1 : 1));
});

/** How many slips part two words, three for all more: letters more, less, other, turned. */
const slips = (a, b, most = 2) => {
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
const suggestionFor = ({ readings: [{ bare: asked }] }, { all, forms }) => {
  const sounds = new Set(forms.filter(([, how]) => how === SOUND).map(([form]) => form));
  const far = (word) => (sounds.has(word) ? 0.5 : slips(asked, word.bare));
  const most = (length) => (length < 4 ? 0 : length < 7 ? 1 : 2);
  const often = (word) => word.often ?? postingsOf(word).length;
  const [best] = [...all, ...wordsShown()].map((word) => ({ word, far: far(word) }))
    .filter(({ word, far }) => far && far <= most(Math.min(asked.length, word.bare.length)))
    .sort((a, b) => a.far - b.far || often(b.word) - often(a.word));
  return best?.word.spelled ?? "";
};

/** What the last word of a query may become. */
const completions = (text) => {
  const [typed] = /[^\s:«"-]*$/.exec(text), half = fold(typed);
  const begins = (word) => half[1] && word.startsWith(half) && word !== half;
  return wordsShown().filter(({ folded, bare }) => begins(folded) || begins(bare))
    .sort((a, b) => b.often - a.often).slice(0, MOST_COMPLETIONS)
    .map(({ spelled }) => ({ name: text.slice(0, text.length - typed.length) + spelled }));
};
