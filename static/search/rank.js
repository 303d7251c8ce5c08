/* Search, 4 of 6: how well each article answers, and which are shown. The weights are learnt (src/site/search/learn.rs). */

const LEVELS = [[FORM, "form"], [SPELLING, "near"], [KIN, "kin"]];
const NEAR = 1, BLOCKS = 6, NAMES_BLOCK = 1;

/** What one word of the query meets: by article the blocks in which each level of likeness stands, and how rare each is. */
const meetingsOf = (looked, light) => {
  const blocks = LEVELS.map(() => new Uint8Array(docs.length));
  for (const [form, how] of looked.forms) {
    const list = postingsOf(form);
    for (let i = 0; i < list.length; i += 2) {
      LEVELS.forEach(([least], level) => { if (how >= least) blocks[level][list[i]] |= list[i + 1]; });
    }
  }
  const rarity = blocks.map((some) => {
    const met = some.reduce((sum, set) => sum + (set ? 1 : 0), 0);
    // A word by which a question only asks is worth less.
    return Math.log(1 + (docs.length - met + 0.5) / (met + 0.5)) * (light ? weights.light : 1);
  });
  return { blocks, rarity };
};

/** What the blocks of a word are worth together, for each set of blocks. */
const worthsOf = () => {
  const each = [weights.title, weights.names, weights.lede, weights.body, weights.body, weights.body];
  return Array.from({ length: 1 << BLOCKS }, (_, set) => each.reduce((sum, worth, at) => (set >> at & 1 ? sum + worth : sum), 0));
};

/** Scores all articles: the sum of the signs, how many words each has, and how much of the query. */
const scoresOf = (meetings, period) => {
  const worths = worthsOf(), all = meetings.reduce((sum, word) => sum + word.rarity[NEAR], 0);
  return docs.map((doc, at) => {
    const score = { worth: 0, met: 0, near: 0, share: 0 }, together = new Array(BLOCKS).fill(0);
    const long = 1 - weights.length + (weights.length * doc.length) / start.average;
    let covered = 0, shared = ~0;
    meetings.forEach(({ blocks, rarity }, number) => {
      LEVELS.forEach(([, sign], level) => {
        const worth = worths[blocks[level][at]] / long;
        score.worth += (weights[sign] * rarity[level] * worth) / (weights.saturation + worth);
      });
      for (let block = 0; block < BLOCKS; block++) if (blocks[NEAR][at] >> block & 1) together[block] += rarity[NEAR];
      const dated = period?.words.includes(number) && doc.date.startsWith(period.edtf);
      // What it is filed under, and its day, hold for all of it.
      if (!dated && !(blocks[NEAR][at] >> NAMES_BLOCK & 1)) shared &= blocks[NEAR][at];
      if (dated) score.worth += weights.dated;
      const near = dated || blocks[NEAR][at] !== 0;
      if (near || blocks[LEVELS.length - 1][at]) score.met++;
      if (near) { score.near++; covered += rarity[NEAR]; }
    });
    const passage = Math.max(0, ...together.filter((_, block) => block !== NAMES_BLOCK));
    score.together = shared !== 0;
    score.share = all > 0 ? covered / all : 0;
    score.worth = (score.worth + weights.passage * passage + weights.heading * together[0]) * (1 - weights.cover + weights.cover * score.share);
    return score;
  });
};

/** Scores that differ by less than a rounding are the same. */
const rank = (value) => Math.round(value * 1e6);

/** Which articles the filters and the words to leave out allow. */
const allowedBy = (query, leftOut) => {
  const allowed = new Uint8Array(docs.length).fill(1);
  for (const [kind, value] of query.filters) {
    const under = new Set(filtered(kind, value).flatMap(docsUnder));
    allowed.forEach((_, doc) => { allowed[doc] &= under.has(doc); });
  }
  for (const { forms } of leftOut) {
    for (const [form, how] of forms) if (how > KIN) postingsOf(form).forEach((doc, at) => { if (at % 2 === 0) allowed[doc] = 0; });
  }
  return allowed;
};

/** The articles that answer, the best first, and those further off. */
const choose = (query, scores, allowed) => {
  const [mostNeeded, few, share, cut] = start.limits, wanted = query.words.length, chosen = { hits: [], further: [], less: false, partial: false };
  const sorted = (means) => scores.map((_, doc) => doc).filter((doc) => allowed[doc] && means(scores[doc]))
    .sort((a, b) => rank(scores[b].worth) - rank(scores[a].worth) || a - b);
  if (!wanted) return { ...chosen, hits: query.filters.length ? sorted(() => true) : [] };
  const strict = !query.question && wanted <= mostNeeded;
  if (strict) {
    const found = sorted((score) => score.near === wanted), together = found.filter((doc) => scores[doc].together);
    chosen.less = !query.phrases.length && together.length >= few;
    chosen.hits = chosen.less ? together : found;
    chosen.further = chosen.less ? found.filter((doc) => !scores[doc].together) : sorted((score) => score.met === wanted && score.near < wanted);
  }
  if (!strict || (!chosen.hits.length && !chosen.further.length && wanted > 1 && !query.phrases.length)) {
    const found = sorted((score) => score.met > 0), best = found.length ? scores[found[0]].worth : 0;
    const good = (doc) => rank(scores[doc].share) >= rank(share) && rank(scores[doc].worth) >= rank(best * cut);
    Object.assign(chosen, { partial: strict, less: true, hits: found.filter(good), further: found.filter((doc) => !good(doc)) });
    chosen.hits.push(...chosen.further.splice(0, Math.max(0, few - chosen.hits.length)));
  }
  return chosen;
};

const SAME_END = 2;
const JOINED = new Set(["و", "ف", "ب", "ل", "ك", "وب", "ول", "وك", "فب", "فل", "ال", "وال", "فال", "بال", "كال", "وبال"]);

/** Whether a word of a text is a word of a phrase: as written, in another spelling, at its beginning with whatever stands before. */
const samePlace = (met, asked, first) => {
  if (met.folded === asked.folded) return true;
  if (met.function || asked.function) return false;
  const before = (word, bare) => word.folded.slice(0, Math.max(0, word.folded.length - bare.length));
  const respelled = (a, b) => a.length === b.length && a.slice(-SAME_END) === b.slice(-SAME_END) && sameName(a, b);
  const pairs = met.readings.some((mine) => asked.readings.some((theirs) =>
    (first || before(met, mine.bare) === before(asked, theirs.bare)) &&
    (mine.bare === theirs.bare || (mine.stem === theirs.stem && respelled(mine.bare, theirs.bare)))));
  return pairs || (first && asked.readings.some(({ bare }) => met.folded.endsWith(bare) && JOINED.has(before(met, bare))));
};

/** How many words of a phrase stand in a text one after the other from its first on. */
const reach = (text, phrase) => {
  let most = 0;
  for (let from = 0; from < text.length && most < phrase.length; from++) {
    let at = 0;
    while (at < phrase.length && from + at < text.length && samePlace(text[from + at], phrase[at], at === 0)) at++;
    most = Math.max(most, at);
  }
  return most;
};

/** The articles in which the phrases stand, without those to leave out; and the word at which a phrase fails everywhere. */
const withPhrases = async (query, hits) => {
  const needed = query.question ? [] : query.phrases, furthest = needed.map(() => 0), left = [];
  if (!needed.length && !query.withoutPhrases.length) return { hits };
  const some = hits.slice(0, start.mostRead), texts = await Promise.all(some.map(textOf));
  some.forEach((doc, number) => {
    const text = words(`${docs[doc].title}\n${texts[number]}`);
    const reached = needed.map((phrase) => reach(text, phrase));
    reached.forEach((far, at) => { furthest[at] = Math.max(furthest[at], far); });
    const whole = needed.every((phrase, at) => reached[at] === phrase.length);
    if (whole && !query.withoutPhrases.some((phrase) => reach(text, phrase) === phrase.length)) left.push(doc);
  });
  const at = needed.findIndex((phrase, at) => furthest[at] < phrase.length);
  return { hits: left, broken: !left.length && at >= 0 ? needed[at][furthest[at]].folded : undefined };
};

/** Looks for a query; any text has an answer. */
const search = async (text) => {
  await begin();
  const query = parse(String(text));
  await Promise.all(query.filters.map(([kind]) => underGroup(groupOf(kind))));
  const [looked, leftOut] = await Promise.all([query.words, query.without].map((some) => Promise.all(some.map(lookUp))));
  const period = periodOf(query.words), scores = scoresOf(looked.map((found, at) => meetingsOf(found, query.light[at])), period);
  const chosen = choose(query, scores, allowedBy(query, leftOut)), { hits, broken } = await withPhrases(query, chosen.hits);
  const suggestions = query.words.map((asked, at) => [asked.folded, looked[at].near ? "" : suggestionFor(asked, looked[at].shards.flat())]);
  const shown = (hits.length < start.limits[1] || chosen.less) && !(query.phrases.length && !query.question);
  return {
    query, scores, hits, broken, looked, less: chosen.less, partial: chosen.partial && hits.length > 0,
    further: shown ? chosen.further : [], suggestions: suggestions.filter(([, better]) => better), cards: cardsOf(query, period),
  };
};

/** How many of these articles are filed under each subject of a group. */
const facetsOf = async (list, group) => {
  await underGroup(group);
  const among = new Set(list), mine = subjects.map((subject, at) => ({ subject, at })).filter(({ subject }) => start.groups[group].includes(subject.kind));
  const counted = mine.map((one, place) => ({ ...one, count: filed[group][place].filter((doc) => among.has(doc)).length }));
  return counted.filter(({ count }) => count).sort((a, b) => a.subject.kind - b.subject.kind || b.count - a.count || a.at - b.at);
};
