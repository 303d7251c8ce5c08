/* Search, 4 of 6: how well each article answers, and which are shown; the weights are learnt. */

const LEVELS = [[FORM, "form"], [SPELLING, "near"], [KIN, "kin"]];
const NEAR = 1, ANY = 2, NAMES = 2;

/**
 * What a word of the query meets: for each level by article the blocks, and what the level is
 * worth; how the dates begin that the word names.
 */
const meetingsOf = ({ word, forms }, { question }, period) => {
  // A word by which a question only asks is worth less.
  const light = question && start.light.includes(stemOf(word)) ? weights.light : 1;
  const levels = LEVELS.map(([least, sign]) => {
    const blocks = new Uint8Array(docs.length);
    let met = 0;
    for (const [form] of forms.filter(([, how]) => how >= least)) {
      postingsOf(form).forEach((doc, at) => {
        met += blocks[doc] ? 0 : 1;
        blocks[doc] |= form.blocks[at];
      });
    }
    const rare = Math.log(1 + (docs.length - met + 0.5) / (met + 0.5)) * light;
    return { blocks, rare, worth: weights[sign] * rare };
  });
  return { word, levels, dated: period?.words.includes(word) ? period.edtf : undefined };
};

const NOTHING = { worth: 0, met: 0, near: 0, share: 0, together: false };
/** Scores that differ by less than a rounding are the same. */
const rounded = (value) => Math.round(value * 1e6) / 1e6;

/** Scores an article: the sum of the signs, how many words it has, and how much of the query. */
const scoreOf = ({ date, length }, at, meetings, all) => {
  const long = 1 - weights.length + (weights.length * length) / start.average;
  const together = [0, 0, 0, 0, 0, 0];
  let worth = 0, met = 0, near = 0, covered = 0, shared = ~0, passage = 0;
  for (const { levels, dated } of meetings) {
    const { blocks, rare } = levels[NEAR], here = blocks[at];
    const inPeriod = dated !== undefined && date.startsWith(dated);
    if (!inPeriod && !levels[ANY].blocks[at]) { shared = 0; continue; }
    met++;
    // Each level has all that is surer.
    for (const level of levels) {
      const stands = start.worths[level.blocks[at]] / long;
      worth += (level.worth * stands) / (weights.saturation + stands);
    }
    // The names are no stretch of text.
    for (let block = 0, set = here & ~NAMES; set; block++, set >>= 1) {
      if (set & 1) passage = Math.max(passage, together[block] += rare);
    }
    // What it is filed under, and its day, hold for all of it.
    if (!inPeriod && !(here & NAMES)) shared &= here;
    if (inPeriod) worth += weights.dated;
    if (inPeriod || here) { near++; covered += rare; }
  }
  if (!met) return NOTHING;
  const share = all > 0 ? covered / all : 0;
  worth += weights.passage * passage + weights.heading * together[0];
  worth = rounded(worth * (1 - weights.cover + weights.cover * share));
  return { worth, met, near, share: rounded(share), together: shared !== 0 };
};

/** Whether the filters and the words to leave out allow an article. */
const allowedBy = (query, leftOut) => {
  const sure = leftOut.flatMap(({ forms }) => forms.filter(([, how]) => how >= SPELLING));
  const barred = new Set(sure.flatMap(([form]) => postingsOf(form)));
  const under = query.filters.map(([kind, value]) =>
    new Set(filtered(kind, value).flatMap((one) => filed[subjects.indexOf(one)])));
  return (doc) => !barred.has(doc) && under.every((some) => some.has(doc));
};

/** The articles that answer, the best first, and those further off. */
const choose = (query, scores, allows) => {
  const { few, share, cut } = start.limits, wanted = query.words.length;
  const isPhrase = query.phrases.length > 0, allowed = [...scores.keys()].filter(allows);
  if (!wanted) return { hits: query.filters.length ? allowed : [], further: [] };
  const worths = scores.map(({ worth }) => worth);
  // Of equals the first, as they stand.
  const sorted = (means) =>
    allowed.filter((doc) => means(scores[doc])).sort((a, b) => worths[b] - worths[a]);
  if (query.all) {
    const hits = sorted(({ near }) => near === wanted);
    const [together, apart] = parted(hits, (doc) => scores[doc].together);
    if (!isPhrase && together.length >= few) return { hits: together, further: apart, less: true };
    const further = sorted(({ met, near }) => met === wanted && near < wanted);
    if (hits.length || further.length || wanted === 1 || isPhrase) return { hits, further };
  }
  const found = sorted(({ met }) => met > 0), least = (scores[found[0]] ?? NOTHING).worth * cut;
  const good = (doc) => scores[doc].share >= share && scores[doc].worth >= rounded(least);
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

/** How many words of a phrase stand in an article one after the other from its first on. */
const reach = ({ words }, phrase) => {
  let most = 0;
  for (let from = 0; from < words.length && most < phrase.length; from++) {
    let at = 0;
    while (at < phrase.length && fits(phrase[at], words[from + at], !at)) at++;
    most = Math.max(most, at);
  }
  return most;
};
/** Whether a word may stand in a phrase; what was found is kept for the other articles. */
const fits = (asked, met, isFirst) => once(asked[isFirst ? "first" : "next"] ??= new Map(), met,
  () => Boolean(met) && samePlace(met, asked, isFirst));

/** The word of a phrase from which on no article has all of its words, wherever they stand. */
const runsOut = (phrase, meetings) => {
  const met = phrase.map((asked) => meetings.find(({ word }) => sameReadings(word, asked)));
  const lacks = (doc, to) => met.slice(0, to).some((one) => one && !one.levels[NEAR].blocks[doc]);
  return phrase.find((_, at) => docs.every((_, doc) => lacks(doc, at + 1)));
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
  const end = (phrase) => runsOut(phrase, meetings) ?? (unread ? undefined : phrase[far(phrase)]);
  const broken = left.size ? undefined : needed.map(end).find(Boolean)?.folded;
  return { hits: hits.filter((doc) => left.has(doc)), broken, unread };
};

/** Looks for a query; any text has an answer. For a phrase at most so many articles are read. */
const search = async (text, most = start.limits.read) => {
  const query = parse(String(text)), period = periodOf(query.words);
  const found = (some) => Promise.all(some.map((word) => lookUp(word)));
  if (query.filters.length) await loadFiled();
  const [looked, leftOut] = await Promise.all([query.words, query.without].map(found));
  const meetings = looked.map((one) => meetingsOf(one, query, period));
  const all = meetings.reduce((sum, { levels }) => sum + levels[NEAR].rare, 0);
  const scores = docs.map((doc, at) => scoreOf(doc, at, meetings, all));
  const chosen = choose(query, scores, allowedBy(query, leftOut));
  const read = await withPhrases(query, chosen.hits, meetings, scores, most), { hits } = read;
  const isExact = query.phrases.length && !query.question;
  const isMore = !isExact && (hits.length < start.limits.few || chosen.less);
  return {
    ...chosen, ...read, query, scores, most, cards: cardsOf(query, period),
    partial: Boolean(chosen.partial) && hits.length > 0, further: isMore ? chosen.further : [],
    why: looked.some((one) => one.has(SOUND) && !one.has(KIN)) ? "sound" : "kin",
    suggestions: looked.flatMap(suggestionsFor), lastKnown: looked.at(-1)?.near ?? true,
  };
};

/** How many of these articles are filed under each subject, the most first. */
const facetsOf = async (list) => {
  await loadFiled();
  const among = new Set(list), count = (docs) => docs.filter((doc) => among.has(doc)).length;
  return subjects.map((subject, at) => ({ subject, count: count(filed[at]) }))
    .filter(({ count }) => count).sort((a, b) => b.count - a.count);
};
