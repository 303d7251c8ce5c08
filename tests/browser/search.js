/* Compares the browser's search with what the program expects; the outcome stands in #out. */
(() => {
  "use strict";
  const { core } = window.sijillSearch;

  /** What is compared of an answer, in the order of tests/it/search.rs. */
  const told = (found, facets, first) => {
    const list = [
      found.hits.map((doc) => [doc, Math.round(found.scores[doc].worth * 1e4)]), found.cards.map(({ id }) => id), found.further,
      found.partial, found.suggestions, facets.map(({ subject, count }) => [subject.id, count]), found.query.unknown,
      found.query.onlyFunction, Boolean(found.query.tooShort), found.broken ?? null,
    ];
    if (first) {
      const marks = core.marksOf(found.query, first), mark = (piece, at) => (at % 2 ? `\u0001${piece}\u0001` : piece);
      list.push(core.excerpt(first, marks).map(mark).join(""));
      list.push(core.reasons(found.query, marks), first.path, first.lines[0]);
    }
    return JSON.stringify(list);
  };

  const termsOf = (text) => core.placesOf(text).flatMap(({ word }) => {
    if (!word) return [];
    const made = word.readings.flatMap(({ stem, key }) => (!word.function && key[0] === "*" ? [stem, `~${key.slice(1)}`] : [stem]));
    if (word.function) return made;
    const { bare } = word.readings[0], letters = ["_", "_", ...bare, "_"];
    made.push(`=${bare}`);
    for (let i = 0; i + 3 <= letters.length; i++) made.push(`^${letters.slice(i, i + 3).join("")}`);
    return made;
  }).join(" ");

  const compare = async (want) => {
    const wrong = [];
    window.addEventListener("error", (event) => wrong.push(`error: ${event.message}`));
    for (const [word, terms] of want.words) {
      const got = termsOf(word);
      if (got !== terms) wrong.push(`${word}: ${got} / ${terms}`);
    }
    for (const [query, expected] of want.queries) {
      const found = await core.search(query, Infinity);
      const facets = await core.facetsOf(found.hits);
      facets.sort((a, b) => a.subject.kind - b.subject.kind || b.count - a.count);
      const first = found.hits.length ? await core.articleOf(found.hits[0]) : null;
      const got = told(found, facets, first), wanted = JSON.stringify(expected);
      if (got !== wanted) wrong.push(`${query.slice(0, 40)}: ${got.slice(0, 900)} / ${wanted.slice(0, 900)}`);
    }
    return `${wrong.length ? `wrong ${wrong.length} of` : "same"} ${want.words.length} words, ${want.queries.length} queries ${wrong.slice(0, 12).join(" ## ")}`;
  };

  window.expected = (want) => {
    const out = document.getElementById("out");
    compare(want).then((text) => { out.textContent = text; }, (failure) => { out.textContent = `failed ${failure} ${failure?.stack}`; });
  };
})();
