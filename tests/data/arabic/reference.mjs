// Writes the reference values of the Arabic room from an independent implementation:
// ICU, through the Intl of Node.js.
//
//     node tests/data/arabic/reference.mjs
//
// Run it again after an update of CLDR and read the difference.
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';

const here = new URL('.', import.meta.url);
const { node, icu, cldr, unicode } = process.versions;
const head = `# Node.js ${node}, ICU ${icu}, CLDR ${cldr}, Unicode ${unicode}; written by reference.mjs\n`;
const write = (name, lines) => writeFileSync(new URL(name, here), head + lines.join('\n') + '\n');
const sha256 = (text) => createHash('sha256').update(text).digest('hex');
const DAY = 86_400_000;

// Plural categories of 0 to 10,000, as runs: first number, category.
{
  const rules = new Intl.PluralRules('ar');
  const runs = [];
  let last = null;
  for (let number = 0; number <= 10_000; number++) {
    const category = rules.select(number);
    if (category !== last) runs.push(`${number} ${category}`);
    last = category;
  }
  write('plurals.txt', runs);
}

// Month and weekday names of nine locales.
{
  const lines = [];
  for (const locale of ['ar', 'ar-IQ', 'ar-EG', 'ar-SA', 'ar-AE', 'ar-DZ', 'ar-TN', 'ar-MA', 'ar-MR']) {
    const name = (options, time) => new Intl.DateTimeFormat(`${locale}-u-ca-gregory`, { ...options, timeZone: 'UTC' }).format(time);
    const months = Array.from({ length: 12 }, (_, month) => name({ month: 'long' }, Date.UTC(2021, month, 5)));
    const weekdays = Array.from({ length: 7 }, (_, day) => name({ weekday: 'long' }, Date.UTC(2021, 1, 1 + day)));
    lines.push(`${locale} months ${months.join('|')}`, `${locale} weekdays ${weekdays.join('|')}`);
  }
  const hijri = Array.from({ length: 12 }, (_, month) => {
    // 1442 began on 20 August 2020; its months have 29 or 30 days, so the 10th of each is met.
    const format = new Intl.DateTimeFormat('ar-u-ca-islamic-umalqura', { month: 'long', timeZone: 'UTC' });
    return format.format(Date.UTC(2020, 7, 29) + Math.round(month * 29.5) * DAY);
  });
  lines.push(`hijri months ${hijri.join('|')}`);
  write('names.txt', lines);
}

// Each Hijri year of Umm al-Qura that has a day in 1937–2077: its first day and the
// lengths of its months (1 for 30 days, 0 for 29), then a digest over every single day.
{
  const format = new Intl.DateTimeFormat('en-u-ca-islamic-umalqura-nu-latn', { year: 'numeric', month: 'numeric', day: 'numeric', timeZone: 'UTC' });
  const hijri = (time) => Object.fromEntries(format.formatToParts(time).map((part) => [part.type, Number.parseInt(part.value, 10)]));
  const iso = (time) => new Date(time).toISOString().slice(0, 10);
  const years = new Map();
  const days = [];
  const [from, to] = [Date.UTC(1937, 0, 1), Date.UTC(2077, 11, 31)];
  for (let time = from - 400 * DAY; time <= to + 400 * DAY; time += DAY) {
    const { year, month, day } = hijri(time);
    if (time >= from && time <= to) days.push(`${iso(time)} ${year}-${month}-${day}\n`);
    if (!years.has(year)) years.set(year, { first: iso(time), lengths: Array(12).fill(0) });
    years.get(year).lengths[month - 1] = Math.max(years.get(year).lengths[month - 1], day);
  }
  const [first, last] = [hijri(from).year, hijri(to).year];
  const lines = [...years].filter(([year]) => year >= first && year <= last);
  write('hijri.txt', [
    ...lines.map(([year, { first, lengths }]) => `${year} ${first} ${lengths.map((length) => length - 29).join('')}`),
    `sha256 ${sha256(days.join(''))} of ${days.length} days`,
  ]);
}

// The order of 10,000 generated names: every hundredth, and a digest over all.
{
  const LETTERS = [...'ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىيپچگ'];
  const MARKS = ['\u064E', '\u064F', '\u0650', '\u0651', '\u0652'];
  const NO_ARTICLE = ['الله', 'الذي', 'التي', 'الذين', 'اللذان', 'اللتان', 'اللاتي', 'اللواتي', 'الى', 'التقى', 'التزام', 'التماس', 'الهام', 'الياس', 'الزام', 'الغاء'];
  let state = 1442;
  const next = (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 4294967296) * below);
  };
  const word = () => {
    let text = next(3) === 0 ? 'ال' : '';
    for (let length = 1 + next(6); length > 0; length--) {
      text += LETTERS[next(LETTERS.length)];
      if (next(12) === 0) text += MARKS[next(MARKS.length)];
    }
    return text;
  };
  const names = new Set();
  while (names.size < 10_000) names.add(next(4) === 0 ? `${word()} ${word()}` : word());
  const counted = (name) => {
    const first = name.split(' ')[0];
    const bare = name.startsWith('ال') && [...first].length >= 4 && !NO_ARTICLE.includes(first) ? name.slice(2) : name;
    return bare.replaceAll('آ', 'أ');
  };
  const collator = new Intl.Collator('ar', { sensitivity: 'variant' });
  const sorted = [...names]
    .map((name) => ({ name, key: counted(name) }))
    .sort((a, b) => collator.compare(a.key, b.key) || collator.compare(a.name, b.name) || (a.name < b.name ? -1 : 1));
  const all = sorted.map(({ name }) => name);
  write('collation.txt', [...all.filter((_, place) => place % 100 === 0), `sha256 ${sha256(all.join('\n'))} of ${all.length} names`]);
}
