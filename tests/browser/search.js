/* Compares the browser's search with what the program expects; the outcome stands in #out. */
(function () {
  "use strict";
  var core = window.sijillSearch.core;

  function told(found, facets) {
    var hits = found.hits.map(function (doc) { return [doc, Math.round(found.scores[doc] * 1e4)]; });
    return JSON.stringify([hits, found.subjects.map(function (s) { return s.id; }), found.partial, found.suggestions,
      facets.map(function (f) { return [f.subject.id, f.count]; }), found.query.unknown, found.query.onlyFunction]);
  }

  function termsOf(text) {
    var made = [];
    core.spans(text).forEach(function (span) {
      var word = core.read(text.slice(span[0], span[1]));
      if (!word) return;
      word.readings.forEach(function (reading) {
        made.push(reading.stem);
        if (!word.function) made.push("~" + reading.family);
      });
      if (word.function) return;
      made.push("=" + word.readings[0].bare);
      var letters = Array.from(word.readings[0].bare);
      if (letters.length < 3) made.push("^" + letters.join(""));
      for (var i = 0; i + 3 <= letters.length; i++) made.push("^" + letters.slice(i, i + 3).join(""));
    });
    return made.join(" ");
  }

  window.expected = function (want) {
    var out = document.getElementById("out"), wrong = [];
    window.addEventListener("error", function (event) { wrong.push("error: " + event.message); });
    core.begin().then(function () {
      want.words.forEach(function (pair) {
        var got = termsOf(pair[0]);
        if (got !== pair[1]) wrong.push(pair[0] + ": " + got + " / " + pair[1]);
      });
      return want.queries.reduce(function (before, pair) {
        return before.then(function () { return core.search(pair[0]); }).then(function (found) {
          return Promise.all([core.facets(found.hits, 0), core.facets(found.hits, 1)]).then(function (groups) {
            var facets = groups[0].concat(groups[1]).sort(function (a, b) { return a.subject.kind - b.subject.kind; });
            var got = told(found, facets);
            if (got !== JSON.stringify(pair[1])) wrong.push(pair[0].slice(0, 40) + ": " + got.slice(0, 300) + " / " + JSON.stringify(pair[1]).slice(0, 300));
            return found.hits.length ? core.textOf(found.hits[0]).then(function (text) { core.excerpt(found, text); }) : null;
          });
        });
      }, Promise.resolve());
    }).then(function () {
      out.textContent = (wrong.length ? "wrong " + wrong.length : "same ") + want.words.length + " words, " + want.queries.length + " queries " + wrong.slice(0, 12).join(" ## ");
    }, function (failure) { out.textContent = "failed " + failure + " " + (failure && failure.stack); });
  };
})();
