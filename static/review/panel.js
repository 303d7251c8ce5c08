// The review panel beside each page of the preview: what was found and why, and what a person says of it.
// Every decision is shown as a difference of files before it is written, and taken back with one key. The site that is
// built knows nothing of it.
(function () {
  "use strict";
  const ROOM = "/.sijill/review/";
  const token = document.querySelector('meta[name="sijill-token"]')?.content ?? "";

  const KINDS = { person: "شخص", organization: "جهة", place: "مكان", event: "واقعة" };
  const STATUSES = { published: "منشورة", draft: "مسودة لا تُبنى", withdrawn: "مسحوبة" };
  const WHAT = { name: "اسم", day: "تاريخ", speech: "كلام", plain: "لا شيء", cut: "محذوف", date: "تاريخ النشر", outlet: "الناشر" };
  const plural = new Intl.PluralRules("ar");
  const LEFT = { zero: () => "لم يبقَ شيء للمراجعة", one: () => "بقي واحد للمراجعة", two: () => "بقي اثنان للمراجعة", few: (n) => `بقيت ${n} للمراجعة`, many: (n) => `بقي ${n} للمراجعة`, other: (n) => `بقي ${n} للمراجعة` };
  const leftWords = (n) => LEFT[plural.select(n)](n);

  /** How long what was said before a reload is said after it, in milliseconds. */
  const FRESH = 20000;

  // ---- what outlives a reload: whether the panel is open, which item is next, what was said
  const memory = {
    get() { try { return JSON.parse(sessionStorage.getItem("sijill-review")) ?? {}; } catch { return {}; } },
    set(more) { sessionStorage.setItem("sijill-review", JSON.stringify({ ...memory.get(), ...more })); },
  };

  let sheet = null, version = "", event = null, choices = null, left = null, undo = { count: 0 }, failed = false;
  let tab = memory.get().tab ?? "page";
  /** The decision whose difference is shown. */
  let pending = null;

  // ---- elements
  function make(name, attributes, ...children) {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes ?? {})) {
      if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
      else if (value === true) element.setAttribute(key, "");
      else if (value !== false && value != null) element.setAttribute(key, value);
    }
    element.append(...children.filter((child) => child != null));
    return element;
  }
  const button = (words, key, act, more) =>
    make("button", { type: "button", class: "rv-button", "data-key": key, "aria-keyshortcuts": key?.replace("Key", ""), ...more, onclick: act }, words, key ? make("kbd", { "aria-hidden": "true" }, key.replace("Key", "").toLowerCase()) : null);

  const says = make("p", { class: "rv-says", role: "status" });
  const alarm = make("p", { class: "rv-alarm", role: "alert" });
  const body = make("div", { class: "rv-body" });
  const count = make("p", { class: "rv-count" });
  const opener = make("button", { type: "button", class: "rv-opener", "aria-expanded": "false", "aria-controls": "rv", onclick: () => toggle() }, "المراجعة");
  const tabs = make("div", { class: "rv-tabs", role: "group", "aria-label": "ما يُعرض" });
  const undoer = button("تراجع", "KeyU", takeBack);
  const panel = make("aside", { id: "rv", class: "rv", lang: "ar", dir: "rtl", "aria-labelledby": "rv-title", hidden: true, onkeydown: keys },
    make("header", { class: "rv-head" }, make("h2", { id: "rv-title", tabindex: "-1" }, "المراجعة"), undoer, button("إغلاق", null, () => toggle(false))),
    count, tabs, says, alarm, body);

  function say(words) { alarm.textContent = ""; says.textContent = words; }
  function warn(words) { says.textContent = ""; alarm.textContent = words; }

  // ---- talking to the preview
  async function ask(path) {
    const answer = await fetch(ROOM + path, { cache: "no-store" });
    return answer.json();
  }
  async function send(path, value) {
    const answer = await fetch(ROOM + path, { method: "POST", headers: { "Content-Type": "application/json", "X-Sijill-Token": token }, body: JSON.stringify(value) });
    const told = await answer.json().catch(() => ({ message: `تعذّر الطلب (${answer.status}).` }));
    return { ok: answer.ok, told };
  }

  /** Shows what a decision would change, and waits for a yes. */
  async function decide(action) {
    if (sheet) action.article = sheet.article;
    const { ok, told } = await send("plan", { action, version });
    if (!ok) return refused(told);
    if (!told.files.length) return say("هذا قائم كما هو: لا تغيير.");
    pending = { action, version, stamp: told.stamp, title: told.title, from: document.activeElement };
    const files = told.files.map((file) => make("figure", { class: "rv-file" },
      make("figcaption", { dir: "ltr" }, file.path + (file.is_new ? " +" : "")),
      make("pre", { tabindex: "0", "aria-label": `ما يتغيّر في ${file.path}` }, ...lines(file.diff))));
    const yes = button("نفّذ", "Enter", apply, { class: "rv-button rv-button--yes" });
    const box = make("section", { class: "rv-plan", role: "group", "aria-label": told.title }, make("h3", {}, told.title), ...files,
      make("p", { class: "rv-row" }, yes, button("ألغِ", null, cancel)));
    panel.querySelector(".rv-plan")?.remove();
    body.before(box);
    yes.focus();
    box.scrollIntoView({ block: "nearest" });
  }
  const lines = (diff) => diff.map((line) => {
    const name = { "+": "ins", "-": "del" }[line.sign] ?? "span";
    return make(name, { dir: "auto" }, `${line.sign} ${line.text}`);
  });

  async function apply() {
    const { action, version, stamp } = pending;
    const { ok, told } = await send("apply", { action, version, stamp });
    if (!ok) return refused(told);
    const said = `تم: ${told.done}. للتراجع: u`;
    say(said);
    expectReload(said, selected ? { next: order().indexOf(selected) } : {});
  }
  function cancel() {
    panel.querySelector(".rv-plan")?.remove();
    const from = pending?.from;
    pending = null;
    (from?.isConnected ? from : heading()).focus();
  }
  async function takeBack() {
    const { ok, told } = await send("undo", {});
    if (!ok) {
      refused(told);
      if (told.diff) body.prepend(make("pre", { class: "rv-lost", tabindex: "0" }, ...lines(told.diff)));
      return;
    }
    if (!told.undone) return say("لا قرار يُتراجع عنه.");
    const said = `تُراجع عن: ${told.undone}`;
    say(said);
    expectReload(said);
  }
  function refused(told) {
    panel.querySelector(".rv-plan")?.remove();
    pending = null;
    warn(told.message ?? "تعذّر ذلك.");
    if (told.code === "stale" || told.code === "token") {
      memory.set({ warned: told.message, said: null, at: Date.now() });
      setTimeout(() => location.reload(), 1500);
    }
  }
  /** The page loads itself again when the site is built, perhaps twice; where no build comes, it does so now. */
  function expectReload(said, more) {
    memory.set({ open: true, said, warned: null, find: null, next: null, at: Date.now(), ...more });
    setTimeout(() => location.reload(), 15000);
  }

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
    tabs.replaceChildren(...[["page", "هذه الصفحة"], ["left", "ما بقي"]].map(([name, words]) =>
      button(words, null, () => { tab = name; memory.set({ tab }); draw(); tabs.querySelector('[aria-pressed="true"]').focus(); }, { "aria-pressed": String(tab === name) })));
    selected = null;
    body.replaceChildren(...(tab === "left" ? drawLeft() : drawPage()));
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
    if (!sheet) return [make("p", {}, failed ? "أصلح الخطأ الظاهر في الصفحة، أو تراجع عن آخر قرار." : "افتح صفحة مادة لتراجعها، أو انظر في «ما بقي».")];
    const open = doubts().filter((item) => item.what && item.what !== "cut").sort((a, b) => b.doubt - a.doubt);
    const known = sheet.items.filter((item) => item.doubt === 0 && item.what !== "cut");
    const cuts = sheet.items.filter((item) => item.what === "cut");
    return [
      group("المادة", [list(fields())]),
      group(`يحتاج إلى نظر (${open.length})`, [list(open.map(entry))]),
      marking(),
      fold(`ما لا شك فيه (${known.length})`, known.map(entry)),
      fold(`ما حُذف (${cuts.length})`, cuts.map(entry)),
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

  function entry(item) {
    const { at } = item;
    const label = item.what === "name" ? KINDS[item.kind] ?? item.kind : WHAT[item.what];
    const value = item.what === "cut" ? item.at.text : item.value && item.value !== at.text ? `«${at.text}» ← ${item.value}` : `«${at.text}»`;
    const why = item.what === "cut" ? [`${item.why}؛ الكلمات: ${item.value}`] : [`الفقرة ${at.paragraph}. ${item.why}`];
    return line(label, value, why, { doubt: item.doubt, decided: item.is_decided, mark: item.what === "cut" ? null : at }, () => actions(item));
  }
  function actions(item) {
    const { at } = item;
    const withdraw = item.is_decided && item.what !== "cut" ? button("اسحب القرار", "KeyW", () => decide({ do: "withdraw", at })) : null;
    const made = {
      name: () => [
        button("صحيح", "KeyA", () => decide({ do: "name", at, kind: item.kind, id: item.id })),
        button("ليس اسمًا", "KeyX", () => decide({ do: "not-name", at })),
        button("ليس اسمًا أبدًا", null, () => decide({ do: "not-name", at, everywhere: true })),
        reveal("نوع آخر", "KeyK", () => form([select("النوع", "kind", KINDS, item.kind)], "غيّره", (data) => decide({ do: "name", at, kind: data.kind, id: null }))),
        reveal("اجمعه مع…", "KeyJ", () => join(at)),
        reveal("مدخل جديد", "KeyN", () => fresh(item)),
      ],
      day: () => [
        button("صحيح", "KeyA", () => decide({ do: "day", at, value: item.value })),
        button("ليس تاريخًا", "KeyX", () => decide({ do: "day", at, value: null })),
        reveal("تاريخ آخر", "KeyD", () => form([field("التاريخ", "value", item.value, { dir: "ltr" })], "غيّره", (data) => decide({ do: "day", at, value: data.value }))),
      ],
      speech: () => [
        item.id || item.value ? button("صحيح", "KeyA", () => decide({ do: "speaker", at, id: item.id, words: item.id ? null : item.value })) : null,
        button("ليس كلامًا لأحد", "KeyX", () => decide({ do: "speaker", at })),
        reveal("قائل آخر", "KeyS", () => form([field("القائل", "who", "", { list: "rv-entries" })], "ثبّته", (data) => {
          const known = known_entry(data.who);
          decide(known ? { do: "speaker", at, id: known[1] } : { do: "speaker", at, words: data.who });
        })),
      ],
      plain: () => [],
      cut: () => item.lines && !sheet.is_markdown ? [button("أعده إلى النص", "KeyA", () => decide({ do: "keep", first: item.lines[0], last: item.lines[1] }))] : [make("p", {}, "المادة نص Markdown: يعاد المحذوف فيها باليد.")],
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
  function join(at) {
    return form([field("المدخل", "who", "", { list: "rv-entries", required: true }), check("وهذا اسم له في كل المواد", "everywhere", true)], "اجمع", (data) => {
      const known = known_entry(data.who);
      if (!known) return warn("لا مدخل بهذا الاسم. اختر من القائمة، أو أنشئ مدخلًا جديدًا.");
      decide({ do: "name", at, kind: known[0], id: known[1], everywhere: data.everywhere === "on" });
    });
  }
  function fresh(item) {
    const id = field("المعرّف", "id", "", { dir: "ltr", required: true, pattern: "[a-z][a-z0-9\\-]*" });
    ask("propose/" + encodeURIComponent(item.at.text)).then((told) => { id.querySelector("input").value ||= told.id; });
    const kinds = { person: KINDS.person, organization: KINDS.organization, place: KINDS.place };
    return form([field("الاسم الكامل", "name", item.at.text, { required: true }), id, select("النوع", "kind", kinds, item.kind)], "أنشئه", (data) =>
      decide({ do: "entry", at: item.at, kind: data.kind, id: data.id, name: data.name }));
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

  // ---- what is left
  function drawLeft() {
    if (!left) return [make("p", {}, "…")];
    if (!left.length) return [make("p", {}, "لم يبقَ شيء للمراجعة.")];
    return [make("ol", { class: "rv-list" }, ...left.slice(0, 400).map((one) => make("li", { class: "rv-line rv-line--doubt" },
      make("a", { class: "rv-item", href: `/articles/${encodeURIComponent(one.article)}/${one.paragraph ? `#p${one.paragraph}` : ""}`, onclick: () => memory.set({ open: true, tab: "page", find: one.text, said: null, warned: null, at: Date.now() }) },
        make("span", { class: "rv-label" }, WHAT[one.what]), make("span", { class: "rv-value" }, one.text || "—", one.count > 1 ? ` ×${one.count}` : ""), make("span", { class: "rv-why" }, one.title)))))];
  }

  // ---- opening, closing, keys
  function toggle(open = panel.hidden) {
    panel.hidden = !open;
    opener.setAttribute("aria-expanded", String(open));
    document.documentElement.classList.toggle("rv-beside", open);
    memory.set({ open });
    if (open) (order()[0] ?? heading()).focus();
    else { show(null); opener.focus(); }
  }
  function keys(event) {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === "Escape") {
      event.preventDefault();
      return pending ? cancel() : toggle(false);
    }
    // Letters are keys only outside of fields.
    if (event.target.matches("input, select, textarea")) return;
    if (event.code === "ArrowDown" || event.code === "ArrowUp") {
      const items = order(), at = items.indexOf(document.activeElement.closest(".rv-line")?.querySelector(".rv-item"));
      // Behind the last stands the first.
      const next = event.code === "ArrowDown" ? items[(at + 1) % items.length] : items.at(at < 1 ? -1 : at - 1);
      if (!next) return;
      event.preventDefault();
      next.focus();
      return;
    }
    if (!event.code.startsWith("Key")) return;
    const within = pending ? panel.querySelector(".rv-plan") : selected?.parentElement;
    const found = within?.querySelector(`[data-key="${event.code}"]`) ?? (event.code === "KeyU" ? undoer : null);
    if (!found || found.disabled) return;
    event.preventDefault();
    found.click();
  }
  addEventListener("keydown", (event) => {
    if (event.altKey && event.code === "KeyR") { event.preventDefault(); toggle(); }
  });

  // ---- begin
  async function begin() {
    opener.title = "Alt+R";
    document.body.append(opener, panel);
    const [told, chosen, rest] = await Promise.all([ask("sheet" + location.pathname), ask("choices"), ask("left")]);
    ({ undo } = told);
    failed = Boolean(told.failed);
    sheet = told.sheet ?? null;
    version = told.version ?? "";
    event = told.event ?? null;
    choices = chosen.entries ? chosen : null;
    left = rest.left ?? null;
    const entries = (choices?.entries ?? []).map(([, id, name]) => make("option", { value: `${name} (${id})` }));
    panel.append(make("datalist", { id: "rv-entries" }, ...entries), make("datalist", { id: "rv-outlets" }, ...(choices?.outlets ?? []).map(([, name]) => make("option", { value: name }))));
    const kept = memory.get();
    if (Date.now() - (kept.at ?? 0) > FRESH) Object.assign(kept, { said: null, warned: null, next: null, find: null });
    draw();
    if (!kept.open) return;
    panel.hidden = false;
    opener.setAttribute("aria-expanded", "true");
    document.documentElement.classList.add("rv-beside");
    if (kept.said) say(kept.said);
    if (kept.warned) warn(kept.warned);
    const items = order();
    const all = [...body.querySelectorAll(".rv-item")];
    const found = kept.find ? all.find((item) => item.querySelector(".rv-value").textContent.includes(kept.find)) : items[Math.min(kept.next ?? -1, items.length - 1)];
    const folded = found?.closest("details");
    if (folded) folded.open = true;
    if (found) { found.click(); found.focus({ preventScroll: true }); found.scrollIntoView({ block: "nearest" }); }
    else if (kept.said || kept.find != null) (items[0] ?? heading()).focus();
  }
  begin();
})();
