/* Search, 4 of 6: how well each article answers, and which are shown; the weights are learnt. */

const LEVELS = [[FORM, "form"], [SPELLING, "near"], [KIN, "kin"]];
const NEAR = 1, ANY = 2, NAMES_BLOCK = 1;

/**
 * What a word of the query meets: by article the blocks of each level; how rare each is; how the
 * dates begin that it names.
 */
const meetingsOf = (forms, light, dated) => {
  const blocks = LEVELS.map(() => new Uint8Array(docs.length));
  for (const [form, how] of forms) {
    for (const some of blocks.filter((_, level) => how >= LEVELS[level][0])) {
      for (const [doc, stands] of postingsOf(form)) some[doc] |= stands;
    }
  }
  const rarity = blocks.map((some) => {
    const met = some.reduce((sum, set) => sum + (set ? 1 : 0), 0);
    // A word by which a question only asks is worth less.
    return Math.log(1 + (docs.length - met + 0.5) / (met + 0.5)) * (light ? weights.light : 1);
  });
  return { blocks, rarity, dated };
};

/** Scores an article: the sum of the signs, how many words it has, and how much of the query. */
const scoreOf = ({ date, length }, at, meetings) => {
  const score = { worth: 0, met: 0, near: 0, share: 0, together: false };
  const long = 1 - weights.length + (weights.length * length) / start.average;
  const together = [0, 0, 0, 0, 0, 0];
  let all = 0, covered = 0, shared = ~0;
  for (const { blocks, rarity, dated } of meetings) {
    const here = blocks[NEAR][at], inPeriod = dated !== undefined && date.startsWith(dated);
    all += rarity[NEAR];
    if (!inPeriod && !blocks[ANY][at]) { shared = 0; continue; }
    // Each level has all that is surer.
    LEVELS.forEach(([, sign], level) => {
      const worth = start.worths[blocks[level][at]] / long;
      score.worth += (weights[sign] * rarity[level] * worth) / (weights.saturation + worth);
    });
    together.forEach((_, block) => { together[block] += here >> block & 1 ? rarity[NEAR] : 0; });
    // What it is filed under, and its day, hold for all of it.
    if (!inPeriod && !(here >> NAMES_BLOCK & 1)) shared &= here;
    if (inPeriod) score.worth += weights.dated;
    if (inPeriod || here) { score.near++; covered += rarity[NEAR]; }
    score.met++;
  }
  score.together = shared !== 0;
  score.share = all > 0 ? covered / all : 0;
  const passage = Math.max(...together.filter((_, block) => block !== NAMES_BLOCK));
  score.worth += weights.passage * passage + weights.heading * together[0];
  score.worth *= 1 - weights.cover + weights.cover * score.share;
  return score;
};

/** Scores that differ by less than a rounding are the same. */
const rank = (value) => Math.round(value * 1e6);

/** Whether the filters and the words to leave out allow an article. */
const allowedBy = (query, leftOut) => {
  const sure = leftOut.flatMap(({ forms }) => forms.filter(([, how]) => how >= SPELLING));
  const barred = new Set(sure.flatMap(([form]) => postingsOf(form).map(([doc]) => doc)));
  const under = query.filters.map(([kind, value]) =>
    new Set(filtered(kind, value).flatMap((one) => filed[subjects.indexOf(one)])));
  return (doc) => !barred.has(doc) && under.every((some) => some.has(doc));
};

/** The articles that answer, the best first, and those further off. */
const choose = (query, scores, allows) => {
  const { few, share, cut } = start.limits, wanted = query.words.length;
  const ranks = scores.map(({ worth }) => rank(worth)), isPhrase = query.phrases.length > 0;
  const sorted = (means) => [...scores.keys()].filter((doc) => means(scores[doc]) && allows(doc))
    .sort((a, b) => ranks[b] - ranks[a] || a - b);
  if (!wanted) return { hits: query.filters.length ? sorted(() => true) : [], further: [] };
  if (query.all) {
    const hits = sorted(({ near }) => near === wanted);
    const [together, apart] = parted(hits, (doc) => scores[doc].together);
    if (!isPhrase && together.length >= few) return { hits: together, further: apart, less: true };
    const further = sorted(({ met, near }) => met === wanted && near < wanted);
    if (hits.length || further.length || wanted === 1 || isPhrase) return { hits, further };
  }
  const found = sorted(({ met }) => met > 0), least = rank((scores[found[0]]?.worth ?? 0) * cut);
  const good = (doc) => rank(scores[doc].share) >= rank(share) && ranks[doc] >= least;
  const [hits, further] = parted(found, good);
  // A few are shown even where none is good.
  hits.push(...further.splice(0, Math.max(0, few - hits.length)));
  return { hits, further, less: true, partial: query.all };
};

const isJoined = (before) => before && !rewrite(before, "joined");

/** Whether a word of a text is one of a phrase: as written or respelled; the first with clitics. */
const samePlace = (met, asked, isFirst) => {
  if (met.folded === asked.folded) return true;
  if (met.function || asked.function) return false;
  const before = ({ folded }, bare) => folded.slice(0, Math.max(0, folded.length - bare.length));
  const end = (word) => word.slice(-start.limits.end);
  const respelled = (a, b) => a.length === b.length && end(a) === end(b) && sameName(a, b);
  const alike = (mine, theirs) =>
    (isFirst || before(met, mine.bare) === before(asked, theirs.bare)) &&
    (mine.bare === theirs.bare || (mine.stem === theirs.stem && respelled(mine.bare, theirs.bare)));
  return asked.readings.some((theirs) => met.readings.some((mine) => alike(mine, theirs)) ||
    (isFirst && met.folded.endsWith(theirs.bare) && isJoined(before(met, theirs.bare))));
};

/** Whether a word may stand at a place of a phrase; what was found is kept for the next search. */
const fits = (asked, met, at) => Boolean(met) && once(met.fits ??= new Map(),
  asked.folded + (at ? "" : "^"), () => samePlace(met, asked, !at));

/** How many words of a phrase stand in an article one after the other from its first on. */
const reach = ({ words }, phrase) => words.reduce((most, _, from) => {
  const end = phrase.findIndex((asked, at) => !fits(asked, words[from + at], at));
  return Math.max(most, end < 0 ? phrase.length : end);
}, 0);

/** The word of a phrase from which on no article has all of its words, wherever they stand. */
const runsOut = (phrase, query, meetings) => {
  const placeOf = (asked) => query.words.findIndex((word) => sameReadings(word, asked));
  const met = phrase.map((asked) => meetings[placeOf(asked)]);
  const lacks = (doc, to) => met.slice(0, to + 1).some((one) => one && !one.blocks[NEAR][doc]);
  return phrase.find((_, at) => docs.every((_, doc) => lacks(doc, at)));
};

/**
 * The articles in which the phrases stand and none to leave out; the word at which all fail; how
 * many were not read. Those are read first in which the words stand near each other.
 */
const withPhrases = async (query, hits, meetings, scores, most) => {
  const needed = query.question ? [] : query.phrases, barred = query.withoutPhrases;
  if (!needed.length && !barred.length) return { hits, unread: 0 };
  const likely = parted(hits, (doc) => scores[doc].together).flat();
  const some = likely.slice(0, most), read = await Promise.all(some.map(articleOf));
  const unread = hits.length - some.length;
  const stands = (at) => (phrase) => reach(read[at], phrase) === phrase.length;
  const meets = (_, at) => needed.every(stands(at)) && !barred.some(stands(at));
  const left = new Set(some.filter(meets));
  const far = (phrase) => Math.max(...read.map((one) => reach(one, phrase)));
  const fails = left.size ? [] : needed.map((phrase) => runsOut(phrase, query, meetings) ??
    (unread ? undefined : phrase[far(phrase)]));
  return { hits: hits.filter((doc) => left.has(doc)), broken: fails.find(Boolean)?.folded, unread };
};

/** Looks for a query; any text has an answer. For a phrase at most so many articles are read. */
const search = async (text, most = start.limits.read) => {
  const query = parse(String(text)), all = (some) => Promise.all(some.map((word) => lookUp(word)));
  if (query.filters.length) await loadFiled();
  const [looked, leftOut] = await Promise.all([all(query.words), all(query.without)]);
  const period = periodOf(query.words);
  const meetings = looked.map(({ forms }, at) =>
    meetingsOf(forms, query.light[at], period?.words.includes(at) ? period.edtf : undefined));
  const scores = docs.map((doc, at) => scoreOf(doc, at, meetings));
  const chosen = choose(query, scores, allowedBy(query, leftOut));
  const found = await withPhrases(query, chosen.hits, meetings, scores, most), { hits } = found;
  const better = query.words.map((word, at) =>
    [word.folded, !looked[at].near && /^\D/.test(word.folded) && suggestionFor(word, looked[at])]);
  const isExact = query.phrases.length && !query.question;
  const isMore = !isExact && (hits.length < start.limits.few || chosen.less);
  return {
    ...chosen, ...found, query, scores, most, cards: cardsOf(query, period),
    partial: Boolean(chosen.partial) && hits.length > 0, further: isMore ? chosen.further : [],
    why: looked.some((one) => one.has(SOUND) && !one.has(KIN)) ? "sound" : "kin",
    suggestions: better.filter(([, word]) => word), lastKnown: looked.at(-1)?.near ?? true,
  };
};

/** How many of these articles are filed under each subject, the most first. */
const facetsOf = async (list) => {
  await loadFiled();
  const among = new Set(list);
  return subjects.map((subject, at) =>
    ({ subject, count: filed[at].filter((doc) => among.has(doc)).length }))
    .filter(({ count }) => count).sort((a, b) => b.count - a.count);
};
