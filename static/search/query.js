/* Search, 3 of 6: what is asked, and the words of the index and the pages that answer. */

const parted = (list, means) => [list.filter(means), list.filter((one) => !means(one))];

/** Parts a query at spaces, outside quotes. */
const parts = (text) => [...rewrite(text, "invisible").matchAll(expression("part"))].map(
  ([, minus, field, ...texts]) => {
    const at = texts.findIndex((one) => one !== undefined);
    const kind = field && start.fields.get(fold(field).toLowerCase());
    return { text: texts[at], quoted: at < texts.length - 1, leaveOut: !!minus, field, kind };
  });

const sameReadings = (a, b) => JSON.stringify(a.readings) === JSON.stringify(b.readings);
const isLetter = (word) => [...word.folded].length === 1 && !/^[0-9]/.test(word.folded);

const parse = (text) => {
  const [asked, filters] = parted(parts(text), ({ kind }) => kind === undefined);
  for (const one of asked) {
    one.all = words(one.text);
    one.words = one.all.filter((word) => one.quoted || !isLetter(word));
    one.isPhrase = one.quoted && one.words.length > (one.leaveOut ? 1 : 0);
  }
  const of = (means) => asked.filter(means).map((one) => one.words);
  const plain = of(({ leaveOut }) => !leaveOut).flat();
  const query = {
    filters: filters.map(({ kind, text }) => [kind, text.trim()]).filter(([, value]) => value),
    unknown: asked.flatMap(({ field }) => field ?? []),
    phrases: of(({ isPhrase, leaveOut }) => isPhrase && !leaveOut),
    withoutPhrases: of(({ isPhrase, leaveOut }) => isPhrase && leaveOut),
    without: of(({ isPhrase, leaveOut }) => !isPhrase && leaveOut).flat(),
    tooShort: !plain.length && asked.some((one) => one.words.length < one.all.length),
    question: /[؟?]\s*$/.test(text) || start.asking.includes(plain[0]?.folded),
    onlyFunction: plain.length > 0 && plain.every((word) => word.function),
  };
  const wanted = plain.filter((word) => query.onlyFunction || !word.function);
  const isFirst = (word, at) => wanted.findIndex((other) => sameReadings(other, word)) === at;
  query.words = wanted.filter(isFirst).slice(0, start.limits.words);
  query.all = !query.question && query.words.length <= start.limits.needed;
  if (query.all) query.words = query.words.map((word) => ({ ...word, names: nameKeys(word) }));
  query.light = query.words.map((word) => query.question && start.light.includes(stemOf(word)));
  return query;
};
const stemOf = (word) => word.readings[0].stem;

/** The shard in which a key stands: gathered with others, or in order; none where all is empty. */
const shardOf = (key, isFunction) => {
  const { function: few, cuts, gathered } = start;
  const [run, first] = isFunction ? [cuts.slice(0, few), 0] : [cuts.slice(few), start.rest];
  const inOrder = first + Math.max(0, run.findLastIndex((cut) => cut <= key));
  return (isFunction ? undefined : gathered.get(key)) ?? (run.length ? inOrder : undefined);
};

/** The forms that answer a word, each with how, and all of the shards read: of its name too. */
const lookUp = async (asked, as = asked.readings.map(({ key }) => key), later = asked.names) => {
  const numbers = new Set(as.map((key) => shardOf(key, asked.function)));
  numbers.delete(undefined);
  await Promise.all([...numbers].map((number) => load(`words/${number}.js`)));
  const all = [...numbers].flatMap((number) => wordShards[number]);
  const forms = all.map((form) => [form, answeredBy(asked, form)]).filter(([, how]) => how);
  const near = forms.some(([, how]) => how >= SPELLING);
  const has = (how) => forms.some(([, other]) => other === how);
  return !near && later?.length ? lookUp(asked, [...as, ...later], []) : { forms, all, near, has };
};

/** A year, or a month of a year, that is asked for, and which words say it. */
const periodOf = (asked) => {
  const year = asked.findIndex((word) => /^(?:19|20)[0-9][0-9]$/.test(word.folded));
  if (year < 0) return null;
  const at = asked.findIndex((word) => start.months.includes(stemOf(word)));
  if (at < 0) return { edtf: asked[year].folded, words: [year] };
  const month = String(start.months.indexOf(stemOf(asked[at])) + 1).padStart(2, "0");
  return { edtf: `${asked[year].folded}-${month}`, words: [year, at] };
};

const stemsOf = (name) => new Set(words(name).filter((word) => !word.function).map(stemOf));
const namesOf = (subject) => (subject.stems ??= [subject.name, ...subject.aliases].map(stemsOf));

/** How much of a name is asked for, or of what is asked is a name. */
const nameLikeness = (asked, name, question) => {
  const { begins, part, some, least } = start.cards;
  const both = [...asked].filter((stem) => name.has(stem)).length;
  const first = asked.has(name.values().next().value) ? begins : 0;
  if (!both) return 0;
  if (both === asked.size) return first + both / name.size;
  if (both === name.size) return first + part * (both / asked.size);
  const enough = question && both >= least && both * 3 >= asked.size * least;
  return enough ? some * (both / asked.size) : 0;
};

/** The pages whose name is asked for, the likeliest first. */
const cardsOf = (query, period) => {
  const asked = new Set(query.words.map(stemOf)), { most, enough, dated } = start.cards;
  const onlyPeriod = asked.size > 0 && period?.words.length === query.words.length;
  const worth = (subject) => {
    const question = query.question && start.answering.includes(subject.kind);
    const inPeriod = onlyPeriod && subject.date.startsWith(period.edtf);
    const likely = namesOf(subject).map((name) => nameLikeness(asked, name, question));
    return Math.max(inPeriod ? dated : 0, ...likely);
  };
  return subjects.filter(({ path }) => path).map((subject) => [worth(subject), subject])
    .filter(([value]) => value >= enough).sort(([a], [b]) => b - a)
    .slice(0, most).map(([, subject]) => subject);
};

/** The subjects of a kind that a filter means: by id or whole name, else by all words of a name. */
const filtered = (kind, value) => {
  const asked = [...stemsOf(value)], folded = fold(value);
  const chosen = (means) => subjects.filter((subject) => subject.kind === kind && means(subject));
  const exactly = chosen((subject) => subject.id === folded || fold(subject.name) === folded);
  const all = (name) => asked.length && asked.every((stem) => name.has(stem));
  return exactly.length ? exactly : chosen((subject) => namesOf(subject).some(all));
};
