// Reads in which order a browser shows the parts of each line, from client rectangles.
// A line passes where its parts follow each other from the right, and where the
// characters of a part with Latin letters or digits follow each other from the left.
const characters = (line) => {
  const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
  const found = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    for (let at = 0; at < node.length; at++) {
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + 1);
      const { left, right } = range.getBoundingClientRect();
      found.push({ text: node.data[at], middle: (left + right) / 2, left, right });
    }
  }
  return found;
};

const fault = (line) => {
  const shown = characters(line);
  const text = shown.map((character) => character.text).join('');
  let from = 0;
  let last = null;
  for (const part of JSON.parse(line.dataset.parts)) {
    const start = text.indexOf(part, from);
    if (start < 0) return `«${part}» is not there`;
    from = start + part.length;
    const letters = shown.slice(start, from).filter((character) => character.text.trim() !== '');
    const box = { left: Math.min(...letters.map((c) => c.left)), right: Math.max(...letters.map((c) => c.right)) };
    if (last && box.right > last.left + 0.5) return `«${part}» stands right of what is read before it`;
    last = box;
    if (/[0-9A-Za-z]/.test(part) && !/[\u0600-\u06FF]/.test(part)) {
      for (let at = 1; at < letters.length; at++) {
        if (letters[at].middle < letters[at - 1].middle) return `«${part}» is turned around`;
      }
    }
  }
  return '';
};

const faults = [...document.querySelectorAll('p')].map((line) => fault(line));
document.body.dataset.faults = JSON.stringify(faults);
