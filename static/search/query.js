/* Search, 3 of 6: what is asked – words, phrases, what is left out, filters – and the words of the index that answer it. */

const INVISIBLE = /[\u061C\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u206F\uFEFF\u00AD\u180E]/g;
const CLOSING = { "«": "»", "\"": "\"", "“": "”“", "”": "”“", "„": "”“" };
const MOST_WORDS = 24;

/** Parts a query at spaces, outside quotes. */
const parts = (text) => {
  const letters = [...text.replace(INVISIBLE, "")], found = [], space = (c) => /\s/.test(c);
  for (let at = 0; at < letters.length;) {
    if (space(letters[at])) { at++; continue; }
    const leaveOut = "-−–".includes(letters[at]) && at + 1 < letters.length && !space(letters[at + 1]);
    if (leaveOut) at++;
    let name = at, field = null;
    while (name < letters.length && name - at < 24 && /\p{Alphabetic}/u.test(letters[name])) name++;
    if (name > at && letters[name] === ":" && name + 1 < letters.length && !space(letters[name + 1]) && letters[name + 1] !== "/") {
      field = letters.slice(at, name).join("");
      at = name + 1;
    }
    const close = CLOSING[letters[at]], from = close ? at + 1 : at;
    let end = from;
    while (end < letters.length && !(close ? close.includes(letters[end]) : space(letters[end]))) end++;
    found.push({ text: letters.slice(from, end).join(""), quoted: !!close, leaveOut, field });
    at = close ? end + 1 : end;
  }
  return found;
};

const kindOf = (field) => {
  const name = fold(field).trim().toLowerCase();
  return start.fields.find(([known]) => known === name)?.[1];
};

const isLetter = (word) => [...word.folded].length === 1 && !/^[0-9]/.test(word.folded);

const parse = (text) => {
  const query = { words: [], phrases: [], without: [], withoutPhrases: [], filters: [], unknown: [] };
  const plain = [], seen = new Set();
  for (const part of parts(text)) {
    if (part.field !== null) {
      const kind = kindOf(part.field);
      if (kind !== undefined) {
        if (part.text.trim()) query.filters.push([kind, part.text.trim()]);
        continue;
      }
      query.unknown.push(part.field);
    }
    let found = words(part.text);
    if (!part.quoted && found.some(isLetter)) {
      found = found.filter((word) => !isLetter(word));
      query.tooShort = true;
    }
    if (part.quoted && found.length > 1 && part.leaveOut) query.withoutPhrases.push(found);
    else if (part.leaveOut) query.without.push(...found);
    else {
      plain.push(...found);
      if (part.quoted && found.length) query.phrases.push(found);
    }
  }
  query.tooShort &&= !plain.length;
  query.question = /[؟?]\s*$/.test(text) || (plain.length > 0 && start.asking.includes(plain[0].folded));
  query.onlyFunction = plain.length > 0 && plain.every((word) => word.function);
  for (const word of plain) {
    const same = JSON.stringify(word.readings);
    if ((word.function && !query.onlyFunction) || seen.has(same) || query.words.length >= MOST_WORDS) continue;
    seen.add(same);
    query.words.push(word);
  }
  query.light = query.words.map((word) => query.question && start.light.includes(word.readings[0].stem));
  return query;
};

const shardOf = (reading, isFunction) => {
  const to = isFunction ? start.function : cuts.length;
  let number = isFunction ? 0 : start.function;
  while (number < to && cuts[number] <= reading.key) number++;
  return Math.max(number - 1, 0);
};

/** The forms that answer a word, each with how, and the shards that were read. */
const lookUp = async (asked) => {
  const numbers = cuts.length ? [...new Set(asked.readings.map((reading) => shardOf(reading, asked.function)))] : [];
  await Promise.all(numbers.map((number) => load(`words/${number}.js`)));
  const shards = numbers.filter((number) => number < start.function === asked.function).map((number) => wordShards[number]);
  const forms = shards.flat().map((form) => [form, answeredBy(asked, form)]).filter(([, how]) => how);
  return { forms, shards, near: forms.some(([, how]) => how > KIN) };
};

/** A year, or a month of a year, that is asked for, and which words say it. */
const periodOf = (asked) => {
  const year = asked.findIndex((word) => /^(?:19|20)[0-9][0-9]$/.test(word.folded));
  if (year < 0) return null;
  const at = asked.findIndex((word) => start.months.includes(word.readings[0].stem));
  if (at < 0) return { edtf: asked[year].folded, words: [year] };
  const month = start.months.indexOf(asked[at].readings[0].stem) + 1;
  return { edtf: `${asked[year].folded}-${String(month).padStart(2, "0")}`, words: [year, at] };
};

const stemsOf = (name) => new Set(words(name).filter((word) => !word.function).map((word) => word.readings[0].stem));
const namesOf = (subject) => (subject.stems ??= [subject.name, ...subject.aliases].map(stemsOf));

/** How much of a name is asked for, or of what is asked is a name; a question need not have all of a name. */
const nameLikeness = (asked, name, question) => {
  const both = [...asked].filter((stem) => name.has(stem)).length, [, , begins, part, , some, least] = start.cards;
  const first = asked.has(name.values().next().value) ? begins : 0;
  if (!both) return 0;
  if (both === asked.size) return first + both / name.size;
  if (both === name.size) return first + part * (both / asked.size);
  return question && both >= least && both * 3 >= asked.size * least ? some * (both / asked.size) : 0;
};

/** The pages whose name is asked for, the likeliest first. */
const cardsOf = (query, period) => {
  const asked = new Set(query.words.map((word) => word.readings[0].stem)), [most, least, , , dated] = start.cards;
  const worth = (subject) => {
    const inPeriod = period && subject.date.startsWith(period.edtf) && period.words.length === query.words.length;
    return Math.max(inPeriod ? dated : 0, ...namesOf(subject).map((name) => nameLikeness(asked, name, query.question && ["event", "topic", "page"].includes(start.kinds[subject.kind]))));
  };
  const found = asked.size ? subjects.filter((subject) => subject.path).map((subject, at) => [worth(subject), at, subject]) : [];
  return found.filter(([value]) => value >= least).sort((a, b) => b[0] - a[0] || a[1] - b[1]).slice(0, most).map(([, , subject]) => subject);
};

/** The subjects of a kind that a filter means: by id or whole name, else by all words of a name. */
const filtered = (kind, value) => {
  const asked = [...stemsOf(value)], folded = fold(value);
  const chosen = (means) => subjects.flatMap((subject, at) => (subject.kind === kind && means(subject) ? [at] : []));
  const exactly = chosen((subject) => subject.id === folded || fold(subject.name) === folded);
  if (exactly.length || !asked.length) return exactly;
  return chosen((subject) => namesOf(subject).some((name) => asked.every((stem) => name.has(stem))));
};
