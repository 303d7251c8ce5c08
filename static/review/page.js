/* The review panel, 2 of 5: what was found on a page, why, and what can be said of it. */

// ---- what is listed
let selected = null;
const heading = () => panel.querySelector("#rv-title");
/** The lines that can be reached: not those of what is folded. */
const order = () => [...body.querySelectorAll(".rv-item")].filter((item) => !item.closest("details:not([open])"));

function draw() {
  const here = doubts().length;
  opener.textContent = failed || !sheet ? "المراجعة" : `المراجعة · ${here}`;
  count.textContent = failed ? "الموقع لا يُبنى الآن." : [sheet ? `في هذه المادة: ${leftWords(here)}` : null, left ? `في الملف كله: ${leftWords(left.length)}` : null].filter(Boolean).join("؛ ") + ".";
  undoer.disabled = !undo.count;
  undoer.title = undo.next ?? "";
  tabs.replaceChildren(...[["page", "هذه الصفحة", "Digit1"], ["left", "ما بقي", "Digit2"], ["names", names ? `الأسماء (${names.length})` : "الأسماء", "Digit3"]].map(([name, words, key]) =>
    button(words, key, () => turn(name), { "aria-pressed": String(tab === name) })));
  selected = null;
  body.replaceChildren(...({ left: drawLeft, names: drawNames }[tab] ?? drawPage)());
}

/** Shows another list. */
async function turn(name) {
  tab = name;
  memory.set({ tab });
  draw();
  tabs.querySelector('[aria-pressed="true"]').focus();
  if (name === "names" && !names) {
    await loadNames();
    if (tab === "names") draw();
    tabs.querySelector('[aria-pressed="true"]').focus();
  }
}

function doubts() {
  if (!sheet) return [];
  const names = new Set();
  const items = sheet.items.filter((item) => item.doubt > 0 && (item.what !== "name" || (!names.has(item.at.text) && names.add(item.at.text))));
  return [...["date", "outlet"].filter((key) => sheet[key].doubt > 0), ...items];
}

function drawPage() {
  if (event) return [group("ما يشهد للواقعة", [make("ul", { class: "rv-list" }, ...event.attested.map((one) =>
    make("li", { class: "rv-attested" }, make("a", { href: `/articles/${encodeURIComponent(one.article[0])}/#p${one.paragraph}` }, `${one.article[1]}، الفقرة ${one.paragraph}`), make("p", {}, one.sentence), make("p", { class: "rv-why" }, one.why))))])];
  if (entity) return drawEntity();
  if (!sheet) return [make("p", {}, failed ? "أصلح الخطأ الظاهر في الصفحة، أو تراجع عن آخر قرار." : "افتح صفحة مادة لتراجعها، أو انظر في «ما بقي».")];
  const open = doubts().filter((item) => item.what && item.what !== "cut").sort((a, b) => b.doubt - a.doubt);
  const known = sheet.items.filter((item) => item.doubt === 0 && item.what !== "cut");
  const cuts = sheet.items.filter((item) => item.what === "cut");
  return [
    group("المادة", [list(fields())]),
    group(`يحتاج إلى نظر (${open.length})`, [list(open.map((item) => entry(item)))]),
    marking(),
    fold(`ما لا شك فيه (${known.length})`, known.map((item) => entry(item))),
    fold(`ما حُذف (${cuts.length})`, cuts.map((item) => entry(item))),
    fold("فقرات المادة", paragraphs()),
  ].filter(Boolean);
}
const group = (title, children) => make("section", { class: "rv-group" }, make("h3", {}, title), ...children);
const list = (items) => make("ul", { class: "rv-list" }, ...items);
const fold = (title, items) => items.length ? make("details", { class: "rv-group" }, make("summary", {}, title), list(items)) : null;

/** One line that opens into what can be done with it. */
function line(label, value, why, { doubt = 0, decided = false, mark = null }, actions) {
  const head = make("button", { type: "button", class: "rv-item", "aria-expanded": "false" },
    make("span", { class: "rv-label" }, label), make("span", { class: "rv-value" }, value), doubt ? make("span", { class: "rv-doubt" }, "لم يراجَع") : null, decided ? make("span", { class: "rv-decided" }, "قرار المحرّر") : null);
  const inside = make("div", { class: "rv-inside", hidden: true });
  head.rvMark = mark;
  head.addEventListener("click", () => open(head, inside, why, actions));
  return make("li", { class: doubt ? "rv-line rv-line--doubt" : "rv-line" }, head, inside);
}
function open(head, inside, why, actions) {
  const was = head.getAttribute("aria-expanded") === "true";
  for (const other of body.querySelectorAll('.rv-item[aria-expanded="true"]')) {
    other.setAttribute("aria-expanded", "false");
    other.nextElementSibling.hidden = true;
  }
  selected = was ? null : head;
  show(was ? null : head.rvMark);
  if (was) return;
  head.setAttribute("aria-expanded", "true");
  inside.replaceChildren(...[why].flat().filter(Boolean).map((words) => make("p", { class: "rv-why" }, words)), ...actions());
  inside.hidden = false;
}

function fields() {
  const date = { doubt: sheet.date.doubt, decided: sheet.date.basis === "من المحرّر" };
  const why = [`كيف عُرف: ${sheet.date.basis}`, ...sheet.date.why];
  return [
    line("تاريخ النشر", sheet.date.value || "—", why, date, () => [
      sheet.date.value ? button("صحيح", "KeyA", () => decide({ do: "published", value: sheet.date.value })) : null,
      button("لا يُعرف", "KeyX", () => decide({ do: "published", value: "none" })),
      form([field("التاريخ", "value", sheet.date.value, { dir: "ltr", placeholder: "2021-04-07" })], "غيّره", (data) => decide({ do: "published", value: data.value })),
    ].filter(Boolean)),
    line("الناشر", sheet.outlet.value || "—", `كيف عُرف: ${sheet.outlet.basis}`, { doubt: sheet.outlet.doubt }, () => [
      form([field("الناشر", "value", sheet.outlet.value, { list: "rv-outlets" })], "ثبّته", (data) => {
        const known = choices?.outlets.find(([, name]) => name === data.value);
        decide({ do: "outlet", value: known ? known[0] : data.value });
      }),
    ]),
    line("الموضوعات", sheet.topics.map((id) => choices?.topics.find(([one]) => one === id)?.[1] ?? id).join("، ") || "—", null, {}, () => [topics()]),
    line("الحالة", STATUSES[sheet.status], null, {}, () => [
      form([select("الحالة", "value", STATUSES, sheet.status)], "ثبّتها", (data) => decide({ do: "status", value: data.value })),
    ]),
  ];
}
function topics() {
  const boxes = (choices?.topics ?? []).map(([id, name]) => make("label", { class: "rv-check" }, make("input", { type: "checkbox", name: "topic", value: id, checked: sheet.topics.includes(id) }), name));
  if (!boxes.length) return make("p", {}, "لا موضوعات في content/knowledge بعد.");
  const chosen = make("fieldset", { class: "rv-topics" }, make("legend", {}, "موضوعات المادة"), ...boxes);
  return form([chosen], "ثبّتها", (_, element) => decide({ do: "topics", value: [...element.querySelectorAll("input:checked")].map((box) => box.value) }));
}

function entry(item, owner = sheet) {
  const { at } = item;
  const label = item.what === "name" ? KINDS[item.kind] ?? item.kind : WHAT[item.what];
  const value = item.what === "cut" ? item.at.text : item.value && item.value !== at.text ? `«${at.text}» ← ${item.value}` : `«${at.text}»`;
  const why = item.what === "cut" ? [`${item.why}؛ الكلمات: ${item.value}`] : [`الفقرة ${at.paragraph}. ${item.why}`];
  return line(label, value, why, { doubt: item.doubt, decided: item.is_decided, mark: item.what === "cut" || owner !== sheet ? null : at }, () => actions(item, owner));
}
function actions(item, owner) {
  const { at } = item;
  const decided = (action) => decide(action, owner);
  const withdraw = item.is_decided && item.what !== "cut" ? button("اسحب القرار", "KeyW", () => decided({ do: "withdraw", at })) : null;
  const made = {
    name: () => [
      button("صحيح", "KeyA", () => decided({ do: "name", at, kind: item.kind, id: item.id })),
      button("ليس اسمًا", "KeyX", () => decided({ do: "not-name", at })),
      button("ليس اسمًا أبدًا", null, () => decided({ do: "not-name", at, everywhere: true })),
      reveal("نوع آخر", "KeyK", () => form([select("النوع", "kind", KINDS, item.kind)], "غيّره", (data) => decided({ do: "name", at, kind: data.kind, id: null }))),
      reveal("اجمعه مع…", "KeyJ", () => join(at, owner)),
      reveal("مدخل جديد", "KeyN", () => fresh(item, owner)),
    ],
    day: () => [
      button("صحيح", "KeyA", () => decided({ do: "day", at, value: item.value })),
      button("ليس تاريخًا", "KeyX", () => decided({ do: "day", at, value: null })),
      reveal("تاريخ آخر", "KeyD", () => form([field("التاريخ", "value", item.value, { dir: "ltr" })], "غيّره", (data) => decided({ do: "day", at, value: data.value }))),
    ],
    speech: () => [
      item.id || item.value ? button("صحيح", "KeyA", () => decided({ do: "speaker", at, id: item.id, words: item.id ? null : item.value })) : null,
      button("ليس كلامًا لأحد", "KeyX", () => decided({ do: "speaker", at })),
      reveal("قائل آخر", "KeyS", () => form([field("القائل", "who", "", { list: "rv-entries" })], "ثبّته", (data) => {
        const known = known_entry(data.who);
        decided(known ? { do: "speaker", at, id: known[1] } : { do: "speaker", at, words: data.who });
      })),
    ],
    plain: () => [],
    cut: () => item.lines && !sheet.is_markdown ? [button("أعده إلى النص", "KeyA", () => decided({ do: "keep", first: item.lines[0], last: item.lines[1] }))] : [make("p", {}, "المادة نص Markdown: يعاد المحذوف فيها باليد.")],
  };
  return [make("div", { class: "rv-row" }, ...made[item.what](), withdraw)];
}
/** A button that shows a form behind it. */
function reveal(words, key, what) {
  const opener = button(words, key, () => {
    const row = opener.closest(".rv-row");
    row.parentElement.querySelectorAll("form").forEach((form) => form.remove());
    const shown = what();
    row.after(shown);
    shown.querySelector("input, select").focus();
    shown.scrollIntoView({ block: "nearest" });
  });
  return opener;
}

const known_entry = (words) => choices?.entries.find(([kind, id, name]) => `${name} (${id})` === words || name === words || id === words);
function join(at, owner) {
  return form([field("المدخل", "who", "", { list: "rv-entries", required: true }), check("وهذا اسم له في كل المواد", "everywhere", true)], "اجمع", (data) => {
    const known = known_entry(data.who);
    if (!known) return warn("لا مدخل بهذا الاسم. اختر من القائمة، أو أنشئ مدخلًا جديدًا.");
    decide({ do: "name", at, kind: known[0], id: known[1], everywhere: data.everywhere === "on" }, owner);
  });
}
function fresh(item, owner) {
  const id = field("المعرّف", "id", "", { dir: "ltr", required: true, pattern: "[a-z][a-z0-9\\-]*" });
  ask("propose/" + encodeURIComponent(item.at.text)).then((told) => { id.querySelector("input").value ||= told.id; });
  const kinds = { person: KINDS.person, organization: KINDS.organization, place: KINDS.place };
  return form([field("الاسم الكامل", "name", item.at.text, { required: true }), id, select("النوع", "kind", kinds, item.kind)], "أنشئه", (data) =>
    decide({ do: "entry", at: item.at, kind: data.kind, id: data.id, name: data.name }, owner));
}

// ---- forms
let fields_made = 0;
function field(words, name, value, more) {
  const id = `rv-field-${++fields_made}`;
  return make("p", { class: "rv-field" }, make("label", { for: id }, words), make("input", { id, name, value: value ?? "", autocomplete: "off", ...more }));
}
function select(words, name, values, chosen) {
  const id = `rv-field-${++fields_made}`;
  return make("p", { class: "rv-field" }, make("label", { for: id }, words), make("select", { id, name }, ...Object.entries(values).map(([value, shown]) => make("option", { value, selected: value === chosen }, shown))));
}
const check = (words, name, checked) => make("label", { class: "rv-check" }, make("input", { type: "checkbox", name, checked }), words);
function form(children, words, act) {
  const element = make("form", { class: "rv-form", onsubmit: (event) => { event.preventDefault(); act(Object.fromEntries(new FormData(element)), element); } }, ...children, make("button", { class: "rv-button", type: "submit" }, words));
  return element;
}
