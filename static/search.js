/*
 * Search in the browser: the same steps as src/site/search, on the same tables.
 *
 * The page (templates/search.html) has the form `search-form` with the field `q`, and `search-` options, status, results,
 * above, facets, order, hits, pages. `data-root` leads from the page to the site's root.
 */
(function () {
  "use strict";

  // ---------------------------------------------------------------- shards

  var root = "";
  var waiting = {};
  var table = null;
  var start = null;
  var filed = [];
  var wordShards = {};
  var textShards = {};
  var swap = {};

  // The tables of the lexicon.
  var WHOLE = 0, NOUN = 1, PAST = 2, PRESENT = 3;

  /** Loads a script of the index once; classic scripts work from a folder and under a strict policy. */
  function load(path) {
    if (!waiting[path]) {
      waiting[path] = new Promise(function (done, failed) {
        var script = document.createElement("script");
        script.src = root + "search/" + path;
        script.async = true;
        script.onload = function () { script.remove(); done(); };
        script.onerror = function () { script.remove(); delete waiting[path]; failed(new Error(path)); };
        document.head.appendChild(script);
      });
    }
    return waiting[path];
  }

  window.sijillSearch = function (kind, value, more) {
    if (kind === "table") table = readTable(value);
    else if (kind === "start") start = value;
    else if (kind === "filed") filed[value] = more.split(" ").map(rising);
    else if (kind === "words") wordShards[value] = readShard(more);
    else if (kind === "text") textShards[value] = more.map(unswap);
  };

  function unswap(text) {
    return text.replace(/[^ -@[-`{-~]/gu, function (c) { return swap[c] || c; });
  }

  function readTable(raw) {
    raw.swap.forEach(function (pair) {
      var arabic = Array.from(pair[0]), latin = Array.from(pair[1]);
      for (var i = 0; i < Math.min(arabic.length, latin.length); i++) {
        swap[arabic[i]] = latin[i];
        swap[latin[i]] = arabic[i];
      }
    });
    raw.foldMap = new Map();
    Object.keys(raw.fold).forEach(function (to) {
      for (var i = 0; i < raw.fold[to].length; i += 2) {
        for (var code = raw.fold[to].charCodeAt(i); code <= raw.fold[to].charCodeAt(i + 1); code++) raw.foldMap.set(String.fromCharCode(code), to);
      }
    });
    raw.lexicon = raw.words.map(function (text) {
      var forms = new Map(), lines = text.split("\n"), last = "";
      // Each word begins with how many letters it shares with the one before it.
      (lines.shift().match(/[0-9][^0-9]*/g) || []).forEach(function (word) {
        last = last.slice(0, +word[0]) + unswap(word.slice(1));
        forms.set(last, last);
      });
      lines.forEach(function (line) {
        var own = line[0] !== "-", words = unswap(own ? line : line.slice(1)).split(" ");
        words.forEach(function (form, at) { if (at || own) forms.set(form, words[0]); });
      });
      return forms;
    });
    // «يعلن» follows from «أعلن».
    raw.lexicon[PAST].forEach(function (lemma, form) {
      var core = form.slice(1);
      if (form === lemma && form[0] === "ا" && core.length >= 3 && !raw.lexicon[PRESENT].has(core)) raw.lexicon[PRESENT].set(core, lemma);
    });
    return raw;
  }

  // Digits of numbers: the first half ends one, the second half says that more follows.
  var DIGITS = "!#$%&'()*+,-./0123456789:;<>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_`abcdefghijklmnopqrstuvwxyz{}~";
  var DIGIT = {};
  Array.from(DIGITS).forEach(function (c, at) { DIGIT[c] = at; });
  var HALF = 45;

  function rising(text) {
    var numbers = [], next = 0, value = 0;
    for (var i = 0; i < text.length; i++) {
      var digit = DIGIT[text[i]];
      if (digit >= HALF) { value = (value + digit - HALF + 1) * HALF; continue; }
      numbers.push(next + value + digit);
      next += value + digit + 1;
      value = 0;
    }
    return numbers;
  }

  function postings(text) {
    var found = [], next = 0, value = 0;
    for (var i = 0; i < text.length; i++) {
      var digit = DIGIT[text[i]];
      if (digit >= HALF) { value = (value + digit - HALF + 1) * HALF; continue; }
      next += value + digit;
      found.push(next, DIGIT[text[++i]]);
      next++;
      value = 0;
    }
    return found;
  }

  /** The forms of a shard: family, stem, the form as it is spelled; what is left out is as in the line before. */
  function readShard(text) {
    var family = "", stem = "";
    return text.split(" ").map(function (line) {
      var parts = line.split("|");
      if (parts[0]) family = unswap(parts[0]);
      if (parts[1]) stem = parts[1] === "=" ? family : unswap(parts[1]);
      var spelled = parts[2] ? unswap(parts[2]) : stem;
      return { family: family, stem: stem, bare: parts[2] ? fold(spelled) : stem, spelled: spelled, coded: parts[3], postings: null };
    });
  }

  function postingsOf(form) {
    if (!form.postings) form.postings = postings(form.coded);
    return form.postings;
  }

  // ------------------------------------------------------------- the words

  var DIGIT_CLASS = "0-9\u0660-\u0669\u06F0-\u06F9";
  var TOKEN = new RegExp("[" + DIGIT_CLASS + "]+|(?:(?![" + DIGIT_CLASS + "])[\\p{Alphabetic}\\p{N}\u0610-\u061A\u064B-\u065F\u0670" +
    "\u06D6-\u06DC\u06DF-\u06E8\u06EA-\u06ED\u0640\u0300-\u036F\u200C\u200D])+", "gu");
  var IS_DIGIT = new RegExp("[" + DIGIT_CLASS + "]");
  var ARABIC = /^[\u0621-\u064A]+$/;
  var SEPARATORS = ",.٫٬،";

  function digitsEnd(text, at) {
    while (at < text.length && IS_DIGIT.test(text[at])) at++;
    return at;
  }

  /** Where a number ends that begins at `from`: groups of three and one fraction belong to it. */
  function numberEnd(text, from) {
    var first = digitsEnd(text, from);
    if (from > 1 && SEPARATORS.indexOf(text[from - 1]) >= 0 && IS_DIGIT.test(text[from - 2])) return first;
    var end = first;
    var separator = text[first];
    if (separator && ",٬،".indexOf(separator) >= 0 && first - from <= 3) {
      while (text[end] === separator && digitsEnd(text, end + 1) === end + 4) end += 4;
    }
    var decimal = text[end];
    if (decimal !== "." && decimal !== "٫" && !(decimal === "," && end === first)) return end;
    var fraction = digitsEnd(text, end + 1);
    var digits = fraction - end - 1;
    var goesOn = text[fraction] === decimal && fraction + 1 < text.length && IS_DIGIT.test(text[fraction + 1]);
    return digits === 0 || goesOn || (decimal === "," && digits > 2) ? end : fraction;
  }

  /** Where the words and numbers of a text stand, as pairs. */
  function spans(text) {
    var found = [];
    TOKEN.lastIndex = 0;
    var match;
    while ((match = TOKEN.exec(text))) {
      var end = match.index + match[0].length;
      if (IS_DIGIT.test(match[0][0])) {
        end = numberEnd(text, match.index);
        TOKEN.lastIndex = end;
      }
      found.push([match.index, end]);
    }
    return found;
  }

  function fold(text) {
    var folded = "";
    for (var c of text) {
      if (c === "\u0654" && /[وي]$/.test(folded)) { folded = folded.slice(0, -1) + "ء"; continue; }
      var to = table.foldMap.get(c);
      folded += to === undefined ? c : to;
    }
    return folded;
  }

  function starts(word, before) { return word.startsWith(before) ? word.slice(before.length) : null; }
  function ends(word, after) { return word.endsWith(after) ? word.slice(0, word.length - after.length) : null; }

  function known(kind, word) { return table.lexicon[kind].get(word); }

  function whole(word) {
    var noun = known(NOUN, word), alone = known(WHOLE, word);
    if (noun !== undefined && alone === undefined) return noun;
    if (alone !== undefined) return alone;
    if (/^[وف]/.test(word)) {
      if (word.length < 3) return undefined;
      alone = known(WHOLE, word.slice(1));
      if (alone !== undefined) return alone;
    } else {
      return /^[بلك]/.test(word) && word.length >= 4 ? known(WHOLE, word.slice(1)) : undefined;
    }
    return undefined;
  }

  function nisba(noun) {
    var rest = /[هاي]$/.test(noun) && noun.length >= 4 ? noun.slice(0, -1) : noun;
    return rest + "ي";
  }

  /** The reading by the lexicon that leaves the most letters: [how long, letters before, word]. */
  function byLexicon(word) {
    var best = null;
    function offer(letters, before, lemma) {
      if (lemma !== undefined && (!best || letters > best[0])) best = [letters, before, lemma];
    }
    table.beforeNoun.forEach(function (entry) {
      var before = entry[0], article = entry[1], rest = starts(word, before);
      if (rest === null || rest.length < 2 || (before.length === 1 && rest.length < 3)) return;
      table.afterNoun.forEach(function (ending) {
        var after = ending[0], kind = ending[1], core = ends(rest, after);
        if (core === null || core.length < 2 || (core.length === 2 && after && before && !article)) return;
        if (kind < 2 || (after === "ي" && core[0] === "م")) offer(core.length * 2, before.length, known(NOUN, core));
        else if (core.length >= 3) {
          var noun = known(NOUN, core);
          offer(core.length * 2, before.length, noun === undefined ? noun : nisba(noun));
        }
        if (kind === 1) {
          var full = known(NOUN, core + "ه");
          offer(core.length * 2 + 1, before.length, full === undefined ? known(NOUN, core + "ا") : full);
        }
        if (kind === 2) offer(core.length * 2 + 1, before.length, known(NOUN, core + "ي"));
      });
      if (!article && before.length <= 1) {
        table.afterPast.forEach(function (after) {
          var core = ends(rest, after);
          if (core !== null && core.length >= 2 && (core.length > 2 || after)) offer(core.length * 2, before.length, known(PAST, core));
        });
      }
    });
    table.beforePresent.forEach(function (before) {
      var rest = starts(word, before);
      if (rest === null || !/^[يتنا]/.test(rest)) return;
      rest = rest.slice(1);
      table.afterPresent.forEach(function (after) {
        var core = ends(rest, after);
        if (core !== null && core.length >= 2) offer(core.length * 2 + 1, before.length, known(PRESENT, core));
      });
    });
    return best;
  }

  function withoutEnding(word, article) {
    for (var i = 0; i < table.endings.length; i++) {
      var ending = table.endings[i][0];
      if (ending === "ت" && article) continue;
      var rest = ends(word, ending);
      if (rest !== null && rest.length >= table.endings[i][1]) return rest;
    }
    return word;
  }

  function presentByRule(core) {
    if (/^[يتن]ست/.test(core) && core.length >= 5) return "است" + core.slice(3);
    if (core[0] !== "ي" || core.length < 4) return core;
    var rest = core.slice(1);
    var eighth = rest.length === 4 && (rest[1] === "ت" || (rest[0] === "ن" && rest[1] !== "ا"));
    return eighth ? "ا" + rest : rest;
  }

  function byRule(word) {
    for (var i = 0; i < table.article.length; i++) {
      var rest = starts(word, table.article[i]);
      if (rest !== null && rest.length >= 3) return [rest, withoutEnding(rest, true)];
    }
    var bare = word[0] === "و" && word.length >= 4 ? word.slice(1) : word;
    if (/^س[يتن]/.test(bare) && bare.length >= 5) bare = bare.slice(1);
    return [bare, presentByRule(withoutEnding(bare, false))];
  }

  function analyze(word) {
    if (!ARABIC.test(word)) return { bare: word, stem: word, other: null, function: false };
    var lemma = whole(word);
    if (lemma !== undefined) return { bare: word, stem: lemma, other: null, function: known(WHOLE, lemma) !== undefined };
    var best = byLexicon(word);
    if (best) return { bare: word.slice(best[1]), stem: best[2], other: null, function: false };
    var ruled = byRule(word), bare = ruled[0], other = null;
    if (/^[بلكف]/.test(bare) && bare.length + 1 >= word.length && bare.length >= 5) other = withoutEnding(bare.slice(1), true);
    return { bare: bare, stem: ruled[1], other: other, function: false };
  }

  function family(stem) {
    if (!ARABIC.test(stem)) return stem;
    table.familyAfter.some(function (after) {
      var rest = ends(stem, after);
      if (rest === null || rest.length < 3) return false;
      stem = rest;
      return true;
    });
    if (stem.startsWith("انت")) stem = stem.slice(1);
    if (!stem.startsWith("نت")) {
      table.familyBefore.some(function (before) {
        var rest = starts(stem, before);
        if (rest === null || rest.length < 3) return false;
        stem = rest;
        return true;
      });
    }
    var last = stem.length - 1;
    var letters = Array.from(stem).filter(function (letter, at) {
      return at === 0 || !(letter === "ا" || letter === "و" || letter === "ي" || (letter === "ء" && at === last));
    });
    if (letters.length >= 4 && letters[1] === "ت") letters.splice(1, 1);
    return letters.length >= 2 ? letters.join("") : stem;
  }

  /** A number as all write it: without marks between groups of three digits, a point before its fraction. */
  function number(word) {
    if (!/^[0-9].*[^0-9A-Za-z]/.test(word)) return word;
    var parts = word.split(/[,٬،]/), grouped = parts.every(function (part, at) { return !at || part.split(/[.٫]/)[0].length === 3; });
    return parts.join(grouped ? "" : ".").replace(/٫/g, ".");
  }

  var readings = new Map();

  /** A word as search reads it; nothing for one that is all marks. */
  function read(word) {
    var found = readings.get(word);
    if (found !== undefined) return found;
    var folded = number(fold(word));
    if (!folded) { readings.set(word, null); return null; }
    var how = analyze(folded);
    var reading = function (stem, bare) { return { family: how.function ? stem : family(stem), stem: stem, bare: bare }; };
    var list = [reading(how.stem, how.bare)];
    if (how.other !== null) list.push(reading(how.other, how.other));
    found = { folded: folded, readings: list, function: how.function };
    readings.set(word, found);
    return found;
  }

  function words(text) {
    return spans(text).map(function (span) { return read(text.slice(span[0], span[1])); }).filter(Boolean);
  }

  function trigrams(word) {
    var letters = Array.from(word), found = new Set();
    if (letters.length < 3) found.add(word);
    for (var i = 0; i + 3 <= letters.length; i++) found.add(letters[i] + letters[i + 1] + letters[i + 2]);
    return found;
  }

  function alike(a, b) {
    var both = 0;
    a.forEach(function (run) { if (b.has(run)) both++; });
    return 2 * both / (a.size + b.size);
  }

  // ------------------------------------------------------------- the query

  var INVISIBLE = /[\u061C\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u206F\uFEFF\u00AD\u180E]/g;
  var CLOSING = { "«": "»", "\"": "\"", "“": "”“", "”": "”“", "„": "”“" };
  var MOST_WORDS = 24;

  function parts(text) {
    var letters = Array.from(text.replace(INVISIBLE, "")), found = [], at = 0;
    var space = function (c) { return /\s/.test(c); };
    while (at < letters.length) {
      if (space(letters[at])) { at++; continue; }
      var without = "-−–".indexOf(letters[at]) >= 0 && at + 1 < letters.length && !space(letters[at + 1]);
      if (without) at++;
      var name = at, field = null;
      while (name < letters.length && name - at < 24 && /\p{Alphabetic}/u.test(letters[name])) name++;
      if (name > at && letters[name] === ":" && name + 1 < letters.length && !space(letters[name + 1]) && letters[name + 1] !== "/") {
        field = letters.slice(at, name).join("");
        at = name + 1;
      }
      var close = CLOSING[letters[at]], end = close ? at + 1 : at;
      while (end < letters.length && !(close ? close.indexOf(letters[end]) >= 0 : space(letters[end]))) end++;
      found.push({ text: letters.slice(close ? at + 1 : at, end).join(""), quoted: !!close, without: without, field: field });
      at = close ? end + 1 : end;
    }
    return found;
  }

  function kindOf(field) {
    var name = fold(field).trim().toLowerCase();
    for (var i = 0; i < start.fields.length; i++) if (start.fields[i][0] === name) return start.fields[i][1];
    return null;
  }

  function parse(text) {
    var query = { words: [], phrases: [], without: [], withoutPhrases: [], filters: [], unknown: [], onlyFunction: false, question: /[؟?]\s*$/.test(text) };
    var plain = [];
    parts(text).forEach(function (part) {
      if (part.field !== null) {
        var kind = kindOf(part.field);
        if (kind !== null) {
          if (part.text.trim()) query.filters.push([kind, part.text.trim()]);
          return;
        }
        query.unknown.push(part.field);
      }
      var found = words(part.text);
      if (part.quoted && found.length > 1) {
        if (part.without) query.withoutPhrases.push(found);
        else { plain = plain.concat(found); query.phrases.push(found); }
      } else if (part.without) query.without = query.without.concat(found);
      else {
        plain = plain.concat(found);
        if (part.quoted && found.length) query.phrases.push(found);
      }
    });
    if (plain.length && start.asking.indexOf(plain[0].folded) >= 0) query.question = true;
    query.onlyFunction = plain.length > 0 && plain.every(function (word) { return word.function; });
    var key = function (word) { return word.readings.map(function (r) { return r.family + "|" + r.stem + "|" + r.bare; }).join(" "); };
    var seen = new Set();
    plain.forEach(function (word) {
      if ((word.function && !query.onlyFunction) || seen.has(key(word)) || query.words.length >= MOST_WORDS) return;
      seen.add(key(word));
      query.words.push(word);
    });
    return query;
  }

  // ------------------------------------------------------------ the search

  var docs = null, subjects = null, cuts = null;

  /** Days as steps from the one before; anything else stands as it is after a stroke. */
  function datesOf(text) {
    var day = 0;
    return text.split(" ").map(function (word) {
      if (word[0] === "|") return word.slice(1);
      var steps = rising(word)[0];
      day += steps % 2 ? -(steps + 1) / 2 : steps / 2;
      return new Date(day * 864e5).toISOString().slice(0, 10);
    });
  }

  function prepare() {
    if (docs) return;
    var paths = start.paths.split("\n"), dates = datesOf(start.dates);
    docs = start.titles.map(function (title, at) {
      return { path: start.before + paths[at] + start.after, title: unswap(title), date: dates[at] };
    });
    subjects = start.subjects.map(function (s) {
      var path = s[3] === 1 ? start.folders[s[0]] + "/" + s[1] + "/index.html" : s[3];
      return { kind: s[0], id: s[1], name: unswap(s[2]), aliases: s[4] ? unswap(s[4]).split("\n") : [], path: path, date: s[5] || "", stems: null };
    });
    cuts = start.cuts ? start.cuts.split(" ").map(unswap) : [];
  }

  function shardOf(reading, isFunction) {
    var from = isFunction ? 0 : start.function, to = isFunction ? start.function : cuts.length, number = from;
    while (number < to && cuts[number] <= reading.family) number++;
    return Math.max(number - 1, 0);
  }

  function lookUp(asked) {
    var numbers = [];
    asked.readings.forEach(function (reading) {
      var number = shardOf(reading, asked.function);
      if (cuts.length && numbers.indexOf(number) < 0) numbers.push(number);
    });
    return Promise.all(numbers.map(function (number) { return load("words/" + number + ".js"); })).then(function () {
      var found = { form: [], stem: [], family: [], near: [] };
      var runs = asked.readings.map(function (reading) { return trigrams(reading.bare); });
      var any = function (part, value) { return asked.readings.some(function (reading) { return reading[part] === value; }); };
      numbers.forEach(function (number) {
        if ((number < start.function) !== asked.function) return;
        wordShards[number].forEach(function (form) {
          if (any("family", form.family)) {
            found.family.push([form, 1]);
            if (any("stem", form.stem)) {
              found.stem.push([form, 1]);
              if (any("bare", form.bare)) found.form.push([form, 1]);
            }
          } else if (!asked.function) {
            form.runs = form.runs || trigrams(form.bare);
            var best = Math.max.apply(null, runs.map(function (run) { return alike(run, form.runs); }));
            if (best >= start.weights[4]) found.near.push([form, best]);
          }
        });
      });
      return found;
    });
  }

  function nearness(near) { return near[1] + postingsOf(near[0]).length / 2 * 1e-6; }

  function scoreWord(found) {
    var count = docs.length, scores = new Float64Array(count);
    var near = found.near.map(function (pair) { return [pair[0], pair[1] * pair[1]]; });
    [found.form, found.stem, found.family, near].forEach(function (forms, level) {
      var weights = new Float64Array(count), met = 0, i;
      forms.forEach(function (pair) {
        var list = postingsOf(pair[0]);
        for (i = 0; i < list.length; i += 2) {
          var share = list[i + 1] / start.levels;
          weights[list[i]] += pair[1] * (start.saturation * share / (1 - share));
        }
      });
      for (i = 0; i < count; i++) if (weights[i] > 0) met++;
      var rarity = Math.log(1 + (count - met + 0.5) / (met + 0.5));
      for (i = 0; i < count; i++) scores[i] += start.weights[level] * rarity * weights[i] / (start.saturation + weights[i]);
    });
    return scores;
  }

  function periodOf(asked) {
    var year = asked.findIndex(function (word) { return /^(?:19|20)[0-9][0-9]$/.test(word.folded); });
    if (year < 0) return null;
    for (var at = 0; at < asked.length; at++) {
      var month = start.months.indexOf(asked[at].readings[0].stem);
      if (month >= 0) return { edtf: asked[year].folded + "-" + String(month + 1).padStart(2, "0"), words: [year, at] };
    }
    return { edtf: asked[year].folded, words: [year] };
  }

  function stemsOf(name) {
    return new Set(words(name).filter(function (word) { return !word.function; }).map(function (word) { return word.readings[0].stem; }));
  }

  function namesOf(subject) {
    if (!subject.stems) subject.stems = [subject.name].concat(subject.aliases).map(stemsOf);
    return subject.stems;
  }

  var BEGINS = 0.05;

  function likeness(asked, name) {
    var both = 0;
    asked.forEach(function (stem) { if (name.has(stem)) both++; });
    if (!name.size || !both || (both < asked.size && both < name.size)) return 0;
    // A name that begins with what is asked is the likelier one.
    var first = asked.has(name.values().next().value) ? BEGINS : 0;
    return first + (both === asked.size ? both / name.size : 0.8 * both / asked.size);
  }

  function named(query, period) {
    var asked = new Set(query.words.map(function (word) { return word.readings[0].stem; })), found = [];
    if (!asked.size) return found;
    subjects.forEach(function (subject, at) {
      if (!subject.path) return;
      var best = 0;
      namesOf(subject).forEach(function (name) { best = Math.max(best, likeness(asked, name)); });
      if (period && subject.date && subject.date.startsWith(period.edtf) && period.words.length === query.words.length) best = Math.max(best, 0.9);
      if (best >= start.limits[1]) found.push([best, at]);
    });
    found.sort(function (a, b) { return b[0] - a[0] || a[1] - b[1]; });
    return found.slice(0, start.limits[0]).map(function (pair) { return subjects[pair[1]]; });
  }

  function filtered(kind, value) {
    var asked = Array.from(stemsOf(value)), whole = fold(value);
    var chosen = function (means) {
      var under = new Set();
      subjects.forEach(function (subject, at) { if (subject.kind === kind && means(subject)) under.add(at); });
      return under;
    };
    var exactly = chosen(function (subject) { return subject.id === whole || fold(subject.name) === whole; });
    return exactly.size || !asked.length ? exactly : chosen(function (subject) {
      return namesOf(subject).some(function (name) { return asked.every(function (stem) { return name.has(stem); }); });
    });
  }

  function holds(text, phrase) {
    var first = phrase[0];
    for (var at = 0; at + phrase.length <= text.length; at++) {
      var begins = text[at].folded === first.folded || (!first.function && text[at].readings[0].bare === first.readings[0].bare);
      if (begins && phrase.every(function (word, i) { return !i || text[at + i].folded === word.folded; })) return true;
    }
    return false;
  }

  function textOf(doc) {
    var number = Math.floor(doc / start.textDocs);
    return load("text/" + number + ".js").then(function () { return textShards[number][doc % start.textDocs]; });
  }

  function withPhrases(query, list) {
    var needed = query.question ? [] : query.phrases;
    if (!needed.length && !query.withoutPhrases.length) return Promise.resolve(list);
    return Promise.all(list.slice(0, start.weights[7]).map(function (doc) {
      return textOf(doc).then(function (text) {
        var all = words(docs[doc].title + "\n" + text);
        var right = needed.every(function (phrase) { return holds(all, phrase); }) &&
          !query.withoutPhrases.some(function (phrase) { return holds(all, phrase); });
        return right ? doc : -1;
      });
    })).then(function (found) { return found.filter(function (doc) { return doc >= 0; }); });
  }

  function begin() {
    return load("start.js").then(prepare);
  }

  /** Looks for a query; the answer is a promise of what was found. */
  function search(text) {
    return begin().then(function () {
      var query = parse(String(text));
      return Promise.all(query.filters.map(function (filter) { return underGroup(groupOf(filter[0])); })).then(function () {
        return Promise.all([Promise.all(query.words.map(lookUp)), Promise.all(query.without.map(lookUp))]);
      }).then(function (looked) { return answer(query, looked[0], looked[1]); });
    });
  }

  function answer(query, looked, without) {
    var count = docs.length, scores = new Float64Array(count), matched = new Uint8Array(count), allowed = new Uint8Array(count).fill(1);
    var period = periodOf(query.words), suggestions = [];
    query.words.forEach(function (asked, at) {
      var found = looked[at], here = scoreWord(found);
      var near = found.near.filter(function (pair) { return pair[1] >= start.weights[8]; });
      var best = near.length && near.reduce(function (a, b) { return nearness(b) >= nearness(a) ? b : a; });
      var better = found.family.length ? "" : best ? best[0].spelled : nearest(asked.folded);
      if (better) suggestions.push([asked.folded, better]);
      var dated = period && period.words.indexOf(at) >= 0;
      for (var doc = 0; doc < count; doc++) {
        if (dated && docs[doc].date.startsWith(period.edtf)) here[doc] += start.weights[5];
        scores[doc] += here[doc];
        if (here[doc] > 0) matched[doc]++;
      }
    });
    query.filters.forEach(function (filter) {
      var right = new Uint8Array(count);
      filtered(filter[0], filter[1]).forEach(function (at) { docsUnder(at).forEach(function (doc) { right[doc] = 1; }); });
      for (var doc = 0; doc < count; doc++) allowed[doc] &= right[doc];
    });
    without.forEach(function (found) {
      found.stem.forEach(function (pair) {
        var list = postingsOf(pair[0]);
        for (var i = 0; i < list.length; i += 2) allowed[list[i]] = 0;
      });
    });
    var cover = start.weights[9];
    for (var doc = 0; doc < count; doc++) scores[doc] *= 1 - cover + cover * matched[doc] / Math.max(query.words.length, 1);
    var wanted = query.words.length, enough = query.question || wanted > start.weights[6] ? 1 : wanted, any = wanted > 0 || query.filters.length > 0;
    var choose = function (least) {
      var list = [];
      for (var doc = 0; doc < count; doc++) if (any && allowed[doc] && matched[doc] >= least) list.push(doc);
      return list;
    };
    var list = choose(enough);
    var partial = !list.length && wanted > 1 && !query.phrases.length;
    if (partial) list = choose(1);
    var rank = function (doc) { return Math.round(scores[doc] * 1e6); };
    list.sort(function (a, b) { return rank(b) - rank(a) || a - b; });
    return withPhrases(query, list).then(function (list) {
      return {
        query: query, hits: list, scores: scores, partial: partial && list.length > 0, suggestions: suggestions,
        subjects: named(query, period), looked: looked
      };
    });
  }

  function groupOf(kind) { return start.groups.findIndex(function (kinds) { return kinds.indexOf(kind) >= 0; }); }

  /** Loads which articles are filed under the subjects of a group. */
  function underGroup(group) { return filed[group] ? Promise.resolve() : load("filed/" + group + ".js"); }

  /** The articles that are filed under a subject; its group has been loaded. */
  function docsUnder(at) {
    var kinds = start.groups[groupOf(subjects[at].kind)], place = 0;
    for (var before = 0; before < at; before++) if (kinds.indexOf(subjects[before].kind) >= 0) place++;
    return filed[groupOf(subjects[at].kind)][place] || [];
  }

  /** How many of these articles are filed under each subject of a group. */
  function facetsOf(list, group) {
    return underGroup(group).then(function () {
      var among = new Uint8Array(docs.length), place = 0, found = [];
      list.forEach(function (doc) { among[doc] = 1; });
      subjects.forEach(function (subject, at) {
        if (start.groups[group].indexOf(subject.kind) < 0) return;
        var count = filed[group][place++].reduce(function (sum, doc) { return sum + among[doc]; }, 0);
        if (count) found.push({ subject: subject, count: count, at: at });
      });
      return found.sort(function (a, b) { return a.subject.kind - b.subject.kind || b.count - a.count || a.at - b.at; });
    });
  }

  // ---------------------------------------------------------- the excerpts

  var EXCERPT_WORDS = 32, BEFORE_WORDS = 6, MOST_REASONS = 4, MOST_STARTS = 64;

  /** How well a word of a text answers each word of the query: 3 the form, 2 the stem, 1 the family or a near spelling. */
  function answers(result, word) {
    return result.query.words.map(function (asked, at) {
      if (word.function !== asked.function) return 0;
      var best = 0;
      word.readings.forEach(function (mine) {
        asked.readings.forEach(function (theirs) {
          if (mine.bare === theirs.bare) best = 3;
          else if (mine.stem === theirs.stem) best = Math.max(best, 2);
          else if (mine.family === theirs.family) best = Math.max(best, 1);
        });
        if (!best && result.looked[at].near.some(function (near) { return near[0].bare === mine.bare; })) best = 1;
      });
      return best;
    });
  }

  /** The stretch of a text that answers best, in pieces: {text, marked}; whole words, in the source's spelling. */
  function excerpt(result, text) {
    var best = null;
    text.split("\n").forEach(function (line) {
      var places = spans(line), marks = [];
      var got = places.map(function (span) {
        var word = read(line.slice(span[0], span[1]));
        return word ? answers(result, word) : [];
      });
      got.forEach(function (points, at) { if (points.some(Boolean)) marks.push(at); });
      marks.slice(0, MOST_STARTS).forEach(function (from) {
        var sum = new Array(result.query.words.length).fill(0), more = 0;
        marks.forEach(function (at) {
          if (at < from || at >= from + EXCERPT_WORDS - BEFORE_WORDS) return;
          got[at].forEach(function (points, i) { sum[i] = Math.max(sum[i], points); });
          more++;
        });
        var score = sum.reduce(function (a, b) { return a + b; }, 0) * 10 + Math.min(more, 9);
        if (!best || score > best.score) best = { score: score, line: line, places: places, marks: new Set(marks), from: from };
      });
    });
    if (!best) {
      var line = text.split("\n").find(function (line) { return line.trim(); }) || "";
      best = { line: line, places: spans(line), marks: new Set(), from: 0 };
    }
    if (!best.places.length) return [];
    var from = Math.max(0, best.from - BEFORE_WORDS), to = Math.min(best.places.length, from + EXCERPT_WORDS);
    var at = from ? best.places[from][0] : 0, pieces = [];
    if (from) pieces.push({ text: "… ", marked: false });
    for (var i = from; i < to; i++) {
      if (!best.marks.has(i)) continue;
      var span = best.places[i];
      if (span[0] > at) pieces.push({ text: best.line.slice(at, span[0]), marked: false });
      pieces.push({ text: best.line.slice(span[0], span[1]), marked: true });
      at = span[1];
    }
    var end = to < best.places.length ? best.places[to - 1][1] : best.line.length;
    if (end > at) pieces.push({ text: best.line.slice(at, end), marked: false });
    if (to < best.places.length) pieces.push({ text: " …", marked: false });
    return pieces;
  }

  /** The words of a text by which it was found, the surest first: [how sure, in the source's spelling]. */
  function reasons(result, text) {
    var best = new Map();
    spans(text).forEach(function (span) {
      var spelled = text.slice(span[0], span[1]), word = read(spelled);
      if (!word || best.has(word.folded)) return;
      var how = Math.max.apply(null, answers(result, word).concat(0));
      if (how) best.set(word.folded, [how, spelled]);
    });
    return Array.from(best.values()).sort(function (a, b) { return b[0] - a[0]; }).slice(0, MOST_REASONS);
  }

  // ------------------------------------------------------ what is being typed

  var shownWords = null;

  /** The words of all headlines and names: folded → [as spelled, how often]. */
  function wordsShown() {
    if (shownWords) return shownWords;
    shownWords = new Map();
    var texts = docs.map(function (doc) { return doc.title; });
    subjects.forEach(function (subject) { texts.push.apply(texts, [subject.name].concat(subject.aliases)); });
    texts.forEach(function (text) {
      spans(text).forEach(function (span) {
        var spelled = text.slice(span[0], span[1]), folded = fold(spelled), known = shownWords.get(folded);
        if (known) known[1]++;
        else shownWords.set(folded, [spelled, 1]);
      });
    });
    return shownWords;
  }

  function withoutArticle(word) { return word.startsWith("ال") && Array.from(word).length >= 5 ? word.slice(2) : word; }

  /** How many slips part two words: letters more, less, other, or two that changed places; more than two are three. */
  function slips(a, b) {
    if (Math.abs(a.length - b.length) > 2) return 3;
    var before = [], last = b.map(function (_, j) { return j; }).concat(b.length), row;
    for (var i = 1; i <= a.length; i++) {
      row = [i];
      for (var j = 1; j <= b.length; j++) {
        row[j] = Math.min(last[j - 1] + (a[i - 1] !== b[j - 1] ? 1 : 0), last[j] + 1, row[j - 1] + 1);
        if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
      }
      before = last;
      last = row;
    }
    return Math.min(last[b.length], 3);
  }

  /** The word of headlines and names that a word is likeliest a slip of. */
  function nearest(asked) {
    var best = null, letters = Array.from(withoutArticle(asked));
    wordsShown().forEach(function (known, folded) {
      var word = Array.from(withoutArticle(folded)), short = Math.min(letters.length, word.length);
      var far = slips(letters, word);
      if (!far || far > (short < 4 ? 0 : short < 7 ? 1 : 2)) return;
      var order = best && (far - best[0] || best[1] - known[1] || (folded < best[2] ? -1 : 1));
      if (!best || order < 0) best = [far, known[1], folded, known[0]];
    });
    return best ? best[3] : "";
  }

  /** What the last word of a query may become: from the headlines, and from the shards that it leads to. */
  function completions(text) {
    var typed = /(^|[\s:«"\-])([^\s:«"\-]+)$/.exec(text), half = typed ? fold(typed[2]) : "";
    if (half.length < 2) return Promise.resolve([]);
    var before = text.slice(0, text.length - typed[2].length), found = new Map();
    wordsShown().forEach(function (known, folded) {
      if (folded !== half && (folded.startsWith(half) || folded.startsWith("ال" + half))) found.set(folded, known);
    });
    var asked = read(typed[2]), shards = asked && found.size < 3 ? lookUp(asked) : Promise.resolve(null);
    return shards.then(function (looked) {
      var bare = looked ? asked.readings[0].bare : "";
      (looked ? looked.family.concat(looked.near) : []).forEach(function (pair) {
        if (bare.length > 1 && pair[0].bare !== bare && pair[0].bare.startsWith(bare)) found.set(pair[0].bare, [pair[0].spelled, postingsOf(pair[0]).length / 2]);
      });
      return Array.from(found.values()).sort(function (a, b) { return b[1] - a[1] || (a[0] < b[0] ? -1 : 1); }).slice(0, 5)
        .map(function (known) { return { query: before + known[0] }; });
    });
  }

  window.sijillSearch.core = {
    at: function (where) { root = where; },
    begin: begin, search: search, facets: facetsOf, excerpt: excerpt, reasons: reasons, textOf: textOf, read: read, spans: spans,
    docs: function () { return docs; }, subjects: function () { return subjects; }, kinds: function () { return start.kinds; }
  };

  // -------------------------------------------------------------- the page

  var PAGE = 10, TYPING_MS = 120, MOST_OPTIONS = 7, MOST_FACETS = 12;
  var FIELD_WORDS = { person: "شخص", organization: "جهة", place: "مكان", event: "حدث", topic: "موضوع", outlet: "وسيلة", year: "سنة" };
  var FACET_TITLES = { topic: "الموضوعات", year: "السنوات", outlet: "الوسائل", person: "الأشخاص", organization: "الجهات", place: "الأماكن" };
  var HOW = ["", "برسم قريب أو من أصل واحد", "بصيغة أخرى", "بلفظها"];

  function make(name, className, text) {
    var element = document.createElement(name);
    if (className) element.className = className;
    if (text !== undefined) element.textContent = text;
    return element;
  }

  /** An element with its attributes. */
  function set(element, attributes) {
    Object.keys(attributes).forEach(function (name) { element.setAttribute(name, attributes[name]); });
    return element;
  }

  function page() {
    var part = function (name) { return document.getElementById("search-" + name); };
    var form = part("form"), input = document.getElementById("q"), results = part("results");
    if (!form || !input || !results) return;
    root = form.dataset.root;
    var status = part("status"), options = part("options"), above = part("above"), facets = part("facets"), hits = part("hits"), pages = part("pages"), order = part("order");
    var months = (form.dataset.months || "").split("،"), turn = 0, timer = 0, chosen = -1, refocus = null;
    set(input, { role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": options.id });
    set(options, { role: "listbox", "aria-label": options.dataset.label });

    function digits(text) {
      return form.dataset.digits === "arab" ? String(text).replace(/[0-9]/g, function (d) { return String.fromCharCode(0x660 + +d); }) : String(text);
    }

    /** «مادة واحدة», «مادتان», «3 مواد», «11 مادة». */
    function counted(n) {
      if (n === 1) return "مادة واحدة";
      if (n === 2) return "مادتان";
      var rest = n % 100;
      return digits(n) + (rest >= 3 && rest <= 10 ? " مواد" : " مادة");
    }

    function day(edtf) {
      if (edtf.indexOf("/") >= 0) return edtf.split("/").filter(function (end) { return /[0-9]/.test(end); }).map(day).join(" – ");
      var found = /^([0-9]{4})(?:-([0-9]{2}))?(?:-([0-9]{2}))?([~?%]?)$/.exec(edtf);
      if (!found) return digits(edtf);
      var month = found[2] ? months[+found[2] - 1] || "" : "";
      return (found[4] ? "نحو " : "") + digits([found[3] ? String(+found[3]) : "", month.trim(), found[1]].filter(Boolean).join(" "));
    }

    // ---- the address

    function address(text, number) {
      var asked = new URLSearchParams();
      if (text) asked.set("q", text);
      if (order.value) asked.set("order", order.value);
      if (number > 1) asked.set("page", String(number));
      var query = asked.toString();
      return query ? "?" + query : location.pathname;
    }

    function fromAddress() {
      var asked = new URLSearchParams(location.search);
      input.value = asked.get("q") || "";
      order.value = asked.get("order") || "";
      if (order.selectedIndex < 0) order.value = "";
      return Math.max(1, Math.floor(+asked.get("page")) || 1);
    }

    function remember(text, number, replace) {
      // A very long address may be refused; the search works without.
      try { history[replace ? "replaceState" : "pushState"](null, "", address(text, number)); } catch (refused) { return; }
    }

    // ---- the results

    function say(text) { if (status.textContent !== text) status.textContent = text; }

    function clear() {
      [above, facets.lastElementChild, hits, pages].forEach(function (element) { element.replaceChildren(); });
      results.hidden = true;
    }

    /** A link to another query. */
    function link(text, query) {
      var a = make("a", "", text);
      a.href = address(query, 1);
      a.addEventListener("click", function (event) {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return;
        event.preventDefault();
        input.value = query;
        run(1, true);
        input.focus();
      });
      return a;
    }

    function sorted(list) {
      var way = order.value === "new" ? 1 : order.value === "old" ? -1 : 0;
      // What has no date stands last either way.
      return way ? list.slice().sort(function (a, b) {
        var x = docs[a].date, y = docs[b].date;
        return x === y ? a - b : !x ? 1 : !y ? -1 : x < y ? way : -way;
      }) : list;
    }

    function show(found, text, number) {
      var list = sorted(found.hits), count = Math.ceil(list.length / PAGE);
      number = Math.min(number, Math.max(count, 1));
      clear();
      say(told(found, list.length));
      found.subjects.forEach(function (subject) {
        var line = make("p", "best"), a = make("a", "best__title", subject.name);
        a.href = root + subject.path;
        line.append(a, " ", make("span", "quiet", FIELD_WORDS[start.kinds[subject.kind]] + (subject.date ? "، " + day(subject.date) : "")));
        above.append(line);
      });
      hints(found, text).forEach(function (hint) { above.append(hint); });
      list.slice((number - 1) * PAGE, number * PAGE).forEach(function (doc) { hits.append(item(found, doc)); });
      hits.start = (number - 1) * PAGE + 1;
      turnPages(text, number, count);
      order.parentElement.hidden = list.length < 2;
      results.hidden = false;
      facets.hidden = !list.length;
      var mine = turn, box = facets.lastElementChild;
      // Counts are loaded when they are looked at.
      facets.ontoggle = function () {
        if (!facets.open || box.firstChild || !list.length) return;
        var groups = start.groups.map(function (kinds, group) { return filed[group] || !group ? null : make("details", "facet"); });
        Promise.all(groups.map(function (later, group) { return later ? [] : facetsOf(list, group); })).then(function (counts) {
          if (mine !== turn) return;
          box.replaceChildren();
          counts.forEach(function (some) { showFacets(some, text, box); });
          groups.forEach(function (later, group) {
            if (!later) return;
            var names = start.groups[group].map(function (kind) { return FACET_TITLES[start.kinds[kind]]; }).filter(Boolean);
            later.append(make("summary", "", names.join("، ")));
            later.ontoggle = function () {
              facetsOf(list, group).then(function (some) { if (mine === turn) { later.ontoggle = null; later.open = true; showFacets(some, text, later); } }, failed);
            };
            box.append(later);
          });
          if (refocus) refocus();
          refocus = null;
        }).catch(failed);
      };
      facets.ontoggle();
    }

    function told(found, count) {
      if (found.query.onlyFunction && !count) return "هذه كلمات تربط الجملة ولا يُبحث بها وحدها؛ أضف كلمة أخرى.";
      if (!found.query.words.length && !found.query.filters.length) {
        return found.query.without.length || found.query.withoutPhrases.length ? "اكتب كلمة تُطلب مع ما يُستبعد." : "اكتب كلمة أو أكثر.";
      }
      if (count) return (found.partial ? "لا مادة فيها الكلمات كلها؛ فيها بعضها: " : "") + counted(count);
      var tried = ["الكلمة نفسها", "صيغها", "أخواتها من الجذر", "ما يقاربها رسمًا"];
      return "لا نتائج. بُحث عن: " + tried.join("، ") + (found.query.phrases.length ? "؛ والعبارة كما هي" : "") + (found.query.filters.length ? "؛ ضمن ما صُفّي" : "") + ".";
    }

    /** The query with a word of it replaced. */
    function withWord(text, folded, better) {
      return spans(text).reduceRight(function (whole, span) {
        var word = read(text.slice(span[0], span[1]));
        return word && word.folded === folded ? whole.slice(0, span[0]) + better + whole.slice(span[1]) : whole;
      }, text);
    }

    function hints(found, text) {
      var made = [];
      found.suggestions.forEach(function (pair) {
        var line = make("p", "hint", "هل تقصد «");
        line.append(link(pair[1], withWord(text, pair[0], pair[1])), "»؟");
        made.push(line);
      });
      found.query.unknown.forEach(function (field) {
        made.push(make("p", "hint", "لا حقل باسم «" + field.slice(0, 40) + "»؛ الحقول: " + Object.values(FIELD_WORDS).join("، ") + "."));
      });
      if (!found.hits.length && found.query.phrases.length) {
        var loose = make("p", "hint");
        loose.append(link("ابحث بالكلمات متفرقة", text.replace(/[«»"“”„]/g, " ").replace(/\s+/g, " ").trim()));
        made.push(loose);
      }
      if (!found.hits.length && found.query.filters.length) {
        var line = make("p", "hint");
        line.append(link("ابحث بلا تصفية", parts(text).filter(function (part) { return part.field === null; }).map(function (part) { return part.text; }).join(" ")));
        made.push(line);
      }
      return made;
    }

    // The text of an article is asked for when it comes into sight.
    var seen = "IntersectionObserver" in window ? new IntersectionObserver(function (entries) {
      entries.forEach(function (entry) {
        if (!entry.isIntersecting) return;
        seen.unobserve(entry.target);
        entry.target.searchFill();
      });
    }) : null;

    function item(found, doc) {
      var li = make("li", "hit"), head = make("h2", "item__title"), a = make("a", "", docs[doc].title), text = make("p", "hit__text"), why = make("p", "hit__why");
      a.href = root + docs[doc].path;
      [a, text].forEach(function (one) { set(one, { dir: "auto", "data-source-text": "" }); });
      head.append(a);
      li.append(head);
      if (docs[doc].date) {
        var time = make("time", "quiet", day(docs[doc].date));
        if (/^[0-9]{4}(-[0-9]{2}){0,2}$/.test(docs[doc].date)) time.dateTime = docs[doc].date;
        li.append(time);
      }
      li.append(text, why);
      li.searchFill = function () {
        textOf(doc).then(function (whole) {
          excerpt(found, whole).forEach(function (piece) { text.append(piece.marked ? make("mark", "", piece.text) : piece.text); });
          reasons(found, docs[doc].title + "\n" + whole).forEach(function (reason, at) {
            why.append(at ? "؛ " : "", make("q", "", "«" + reason[1] + "»"), " " + HOW[reason[0]]);
          });
          set(why.firstChild ? why : text, { "data-source-text": "" });
        }, failed);
      };
      if (seen) seen.observe(li); else li.searchFill();
      return li;
    }

    // ---- facets

    /** A facet as the query language has it. */
    function filterOf(kind, name) { return FIELD_WORDS[kind] + ":" + (/[\s"«»]/.test(name) ? "«" + name + "»" : name); }

    function showFacets(counts, text, box) {
      Object.keys(FACET_TITLES).forEach(function (kind) {
        var mine = counts.filter(function (facet) { return start.kinds[facet.subject.kind] === kind; });
        if (!mine.length) return;
        var group = make("fieldset", "facet"), list = make("div");
        group.append(make("legend", "", FACET_TITLES[kind]), list);
        var chosen = function (facet) { return text.indexOf(filterOf(kind, facet.subject.name)) >= 0; };
        var shown = mine.filter(function (facet, at) { return at < MOST_FACETS || chosen(facet); });
        shown.forEach(function (facet) {
          var filter = filterOf(kind, facet.subject.name), label = make("label"), tick = set(make("input"), { type: "checkbox" });
          tick.checked = chosen(facet);
          tick.addEventListener("change", function () {
            input.value = tick.checked ? (text + " " + filter).trim() : text.replace(filter, "").replace(/\s+/g, " ").trim();
            run(1, true, function () {
              // The boxes are made anew; the focus stays on this one.
              var again = Array.from(facets.querySelectorAll("label")).find(function (one) { return one.dataset.filter === filter; });
              (again ? again.firstChild : input).focus();
            });
          });
          label.dataset.filter = filter;
          label.append(tick, make("span", "", facet.subject.name), make("span", "count", digits(facet.count)));
          list.append(label);
        });
        box.append(group);
      });
    }

    function turnPages(text, number, count) {
      if (count < 2) return;
      [["الصفحة السابقة", number - 1, "prev"], ["الصفحة التالية", number + 1, "next"]].forEach(function (way) {
        if (way[1] < 1 || way[1] > count) return;
        var a = make("a", "more", way[0]);
        a.rel = way[2];
        a.href = address(text, way[1]);
        a.addEventListener("click", function (event) {
          event.preventDefault();
          run(way[1], true);
          set(hits, { tabindex: "-1" }).focus();
        });
        pages.append(a, " ");
      });
      pages.append(make("span", "quiet", digits(number) + " من " + digits(count)));
    }

    function failed() { say("تعذّر تحميل الفهرس؛ أعد المحاولة، أو تصفّح الفهارس الأبجدية."); }

    /** Runs the query of the field; what comes late is left out. */
    function run(number, push, then) {
      var mine = ++turn, text = input.value;
      clearTimeout(timer);
      if (push) remember(text, number, false);
      if (!text.trim()) { clear(); say(""); return; }
      refocus = then || null;
      search(text).then(function (found) { if (mine === turn) show(found, text, number); }, failed);
    }

    /** While a word is being typed, it is taken for the likeliest one that begins so. */
    function runTyping() {
      var mine = ++turn, text = input.value;
      remember(text, 1, true);
      if (!text.trim()) { close(); clear(); say(""); return; }
      begin().then(function () { return Promise.all([search(text), completions(text)]); }).then(function (both) {
        if (mine !== turn) return null;
        offer(text, both[1]);
        var last = both[0].query.words.length - 1, half = last >= 0 && /\S$/.test(text) && both[1].length && !both[0].looked[last].family.length;
        return half ? search(both[1][0].query).then(function (found) { if (mine === turn) show(found, both[1][0].query, 1); }) : show(both[0], text, 1);
      }).catch(failed);
    }

    // ---- the list under the field: names that begin so, and words that the last one may become

    function close() {
      chosen = -1;
      options.hidden = true;
      options.replaceChildren();
      set(input, { "aria-expanded": "false" }).removeAttribute("aria-activedescendant");
    }

    function offer(text, words) {
      close();
      if (document.activeElement !== input) return;
      var list = names(text).concat(words), taken = new Set();
      list.filter(function (one) { return !taken.has(one.query) && taken.add(one.query); }).slice(0, MOST_OPTIONS).forEach(function (one, at) {
        var option = set(make("li", "option", one.query), { id: "search-option-" + at, role: "option", "aria-selected": "false" });
        if (one.kind) option.append(" ", make("span", "quiet", one.kind));
        option.searchQuery = one.query;
        // Before the field loses the focus.
        option.addEventListener("mousedown", function (event) { event.preventDefault(); take(one.query); });
        options.append(option);
      });
      options.hidden = !options.firstChild;
      set(input, { "aria-expanded": String(!options.hidden) });
    }

    /** Names of subjects that begin with what is typed, or have a word that does. */
    function names(text) {
      var typed = fold(text.trim());
      if (typed.length < 2) return [];
      return subjects.filter(function (subject) {
        return subject.path && [subject.name].concat(subject.aliases).some(function (name) {
          var whole = " " + fold(name);
          return whole.indexOf(" " + typed) >= 0 || whole.indexOf(" ال" + typed) >= 0;
        });
      }).slice(0, 4).map(function (subject) { return { query: subject.name, kind: FIELD_WORDS[start.kinds[subject.kind]] }; });
    }

    function move(step) {
      var count = options.children.length, mark = function (value) { if (chosen >= 0) set(options.children[chosen], { "aria-selected": value }); };
      mark("false");
      // One place more than there are options: the field itself.
      chosen = (chosen + 1 + step + count + 1) % (count + 1) - 1;
      mark("true");
      if (chosen < 0) input.removeAttribute("aria-activedescendant");
      else set(input, { "aria-activedescendant": options.children[chosen].id });
    }

    function take(query) {
      input.value = query;
      close();
      run(1, true);
    }

    input.addEventListener("input", function () {
      clearTimeout(timer);
      timer = setTimeout(runTyping, TYPING_MS);
    });
    input.addEventListener("keydown", function (event) {
      var open = !options.hidden;
      if (event.isComposing) return;
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        event.preventDefault();
        if (open) move(event.key === "ArrowDown" ? 1 : -1);
        else if (input.value.trim()) begin().then(function () { return completions(input.value); }).then(function (words) { offer(input.value, words); }, failed);
      } else if (event.key === "Escape" && open) {
        event.preventDefault();
        close();
      } else if (event.key === "Enter" && chosen >= 0) {
        event.preventDefault();
        take(options.children[chosen].searchQuery);
      }
    });
    input.addEventListener("blur", close);
    form.addEventListener("submit", function (event) { event.preventDefault(); close(); run(1, true); });
    order.addEventListener("change", function () { run(1, true); });
    window.addEventListener("popstate", function () { close(); run(fromAddress(), false); });
    input.addEventListener("focus", function () { begin().catch(failed); }, { once: true });
    // On a wide window the facets stand beside the results.
    facets.open = matchMedia("(min-width: 62.5em)").matches;
    run(fromAddress(), false);
  }

  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", page);
  else page();
})();
