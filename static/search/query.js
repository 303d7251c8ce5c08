/* Search, 3 of 6: what is asked, and the words of the index and the pages that answer. */

const parted = (list, means) => [list.filter(means), list.filter((one) => !means(one))];

const isLetter = (word) => [...word.folded].length === 1 && !/^[0-9]/.test(word.folded);

/** Parts a query at spaces, outside quotes, and reads the words of each part. */
const parts = (text) => [...rewrite(text, "invisible").matchAll(expression("part"))].map(
  ([, minus, field, ...texts]) => {
    const at = texts.findIndex((one) => one !== undefined), quoted = at < texts.length - 1;
    const kind = field && start.fields.get(fold(field).toLowerCase());
    const all = words(texts[at]), some = all.filter((word) => quoted || !isLetter(word));
    const isPhrase = quoted && some.length > (minus ? 1 : 0), isShort = some.length < all.length;
    return { text: texts[at], leaveOut: !!minus, field, kind, words: some, isPhrase, isShort };
  });

const sameReadings = (a, b) => JSON.stringify(a.readings) === JSON.stringify(b.readings);

const asName = (word) => once(named, word, () => ({ ...word, names: nameKeys(word) }));

const parse = (text) => {
  const [asked, filters] = parted(parts(text), ({ kind }) => kind === undefined);
  const of = (means) => asked.filter(means).map((one) => one.words);
  const plain = of(({ leaveOut }) => !leaveOut).flat();
  const query = {
    points: new Map(),
    filters: filters.map(({ kind, text }) => [kind, text.trim()]).filter(([, value]) => value),
    unknown: asked.flatMap(({ field }) => field ?? []),
    phrases: of(({ isPhrase, leaveOut }) => isPhrase && !leaveOut),
    withoutPhrases: of(({ isPhrase, leaveOut }) => isPhrase && leaveOut),
    without: of(({ isPhrase, leaveOut }) => !isPhrase && leaveOut).flat(),
    tooShort: !plain.length && asked.some(({ isShort }) => isShort),
    question: /[؟?]\s*$/.test(text) || start.asking.includes(plain[0]?.folded),
    onlyFunction: plain.length > 0 && plain.every((word) => word.function),
  };
  const wanted = plain.filter((word) => query.onlyFunction || !word.function);
  const isFirst = (word, at) => wanted.findIndex((other) => sameReadings(other, word)) === at;
  query.words = wanted.filter(isFirst).slice(0, start.limits.words);
  query.all = !query.question && query.words.length <= start.limits.needed;
  if (query.all) query.words = query.words.map(asName);
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
const lookUp = async (word, as = word.readings.map(({ key }) => key), later = word.names) => {
  const numbers = new Set(as.map((key) => shardOf(key, word.function)));
  numbers.delete(undefined);
  await Promise.all([...numbers].map((number) => load(`words/${number}.js`)));
  const all = [...numbers].flatMap((number) => wordShards[number]);
  const forms = all.map((form) => [form, answeredBy(word, form)]).filter(([, how]) => how);
  const near = forms.some(([, how]) => how >= SPELLING);
  const has = (how) => forms.some(([, other]) => other === how);
  if (!near && later?.length) return lookUp(word, [...as, ...later], []);
  return { word, forms, all, near, has };
};

/** A year, or a month of a year, that is asked for, and which words say it. */
const periodOf = (asked) => {
  const year = asked.find((word) => /^(?:19|20)[0-9][0-9]$/.test(word.folded));
  const numberOf = (word) => start.months.indexOf(stemOf(word)) + 1;
  const month = asked.find(numberOf);
  const edtf = year?.folded + (month ? `-${String(numberOf(month)).padStart(2, "0")}` : "");
  return year && { edtf, words: [year, month].filter(Boolean) };
};

const stemsOf = (name) =>
  [...new Set(words(name).filter((word) => !word.function).map(stemOf))];
const namesOf = (subject) => (subject.stems ??= [subject.name, ...subject.aliases].map(stemsOf));

/** How much of a name is asked for, or of what is asked is a name. */
const nameLikeness = (asked, name, question) => {
  const { begins, part, some, least } = start.cards;
  const both = name.filter((stem) => asked.has(stem)).length;
  if (!both) return 0;
  const first = asked.has(name[0]) ? begins : 0;
  if (both === asked.size) return first + both / name.length;
  if (both === name.length) return first + part * (both / asked.size);
  const isEnough = question && both >= Math.max(least, (asked.size * least) / 3);
  return isEnough ? some * (both / asked.size) : 0;
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
  const asked = stemsOf(value), folded = fold(value);
  const chosen = (means) => subjects.filter((subject) => subject.kind === kind && means(subject));
  const exactly = chosen((subject) => subject.id === folded || fold(subject.name) === folded);
  const all = (name) => asked.length && asked.every((stem) => name.includes(stem));
  return exactly.length ? exactly : chosen((subject) => namesOf(subject).some(all));
};
