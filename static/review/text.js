/* The review panel, 3 of 5: the text beside it, in which words are shown, and a name marked that was not found. */

// ---- the text beside the panel
const paragraphOf = (number) => document.getElementById(`p${number}`);
const BARE = /[\u2066-\u2069\u200e\u200f\u061c]/g;
/** Shows where words stand. */
function show(at) {
  document.querySelector(".rv-here")?.classList.remove("rv-here");
  CSS.highlights?.delete("sijill-review");
  const paragraph = at && paragraphOf(at.paragraph);
  if (!paragraph) return;
  paragraph.classList.add("rv-here");
  paragraph.scrollIntoView({ block: "center" });
  const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
  let text = "", places = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    [...node.data].reduce((at, c) => { if (!c.match(BARE)) { text += c; places.push(...Array(c.length).fill([node, at])); } return at + c.length; }, 0);
  }
  const start = text.indexOf(at.text);
  if (start < 0 || typeof Highlight === "undefined") return;
  const range = new Range(), end = places[start + at.text.length - 1];
  range.setStart(...places[start]);
  range.setEnd(end[0], end[1] + 1);
  CSS.highlights.set("sijill-review", new Highlight(range));
}
function paragraphs() {
  return [...document.querySelectorAll('.body [id^="p"]')].filter((one) => /^p\d+$/.test(one.id)).map((one) => {
    const number = Number(one.id.slice(1));
    const words = (one.querySelector(".para__text") ?? one).textContent.replace(BARE, "").trim();
    return line(`الفقرة ${number}`, words.slice(0, 60) + "…", null, { mark: { paragraph: number, text: words.slice(0, 20) } }, () => [
      make("div", { class: "rv-row" }, button("احذف هذه الفقرة", "KeyC", () => decide({ do: "cut", paragraph: number })))]);
  });
}
/** A name that was not found is marked by selecting it. */
let picked = null;
function marking() {
  const place = make("div", { class: "rv-picked" });
  const section = group("اسم لم يُعثر عليه", [make("p", { class: "rv-why" }, "حدّد كلماته في النص، ثم اختر ما هو."), place]);
  section.redraw = () => place.replaceChildren(...(picked ? [form([make("p", {}, `«${picked.text}»، الفقرة ${picked.paragraph}`), select("النوع", "kind", KINDS, "person")], "علّمه", (data) => decide({ do: "name", at: picked, kind: data.kind, id: null }))] : []));
  section.classList.add("rv-marking");
  return section;
}
document.addEventListener("selectionchange", () => {
  const selection = getSelection();
  if (panel.hidden || selection.isCollapsed || panel.contains(selection.anchorNode)) return;
  const node = selection.anchorNode.nodeType === 1 ? selection.anchorNode : selection.anchorNode.parentElement;
  const paragraph = node?.closest('.body [id^="p"]'), shown = paragraph?.querySelector(".para__text") ?? paragraph;
  const text = selection.toString().replace(BARE, "").trim();
  if (!shown || !text || text.includes("\n") || !/^p\d+$/.test(paragraph.id)) return;
  const range = selection.getRangeAt(0), before = new Range();
  before.setStart(shown, 0);
  before.setEnd(range.startContainer, range.startOffset);
  picked = { text, paragraph: Number(paragraph.id.slice(1)), occurrence: before.toString().replace(BARE, "").split(text).length };
  body.querySelector(".rv-marking")?.redraw();
});
