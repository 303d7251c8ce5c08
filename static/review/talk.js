/* The review panel, 1 of 5: what outlives a reload, its elements, decisions and what the preview says to them.
   Every decision is shown as a difference of files before it is written, and taken back with one key. */

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

let sheet = null, event = null, entity = null, choices = null, left = null, names = null, undo = { count: 0 }, failed = false;
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
const letter = (key) => key.replace(/Key|Digit/, "");
const button = (words, key, act, more) =>
  make("button", { type: "button", class: "rv-button", "data-key": key, "aria-keyshortcuts": key && letter(key), ...more, onclick: act }, words, key ? make("kbd", { "aria-hidden": "true" }, letter(key).toLowerCase()) : null);

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

/** Shows what a decision would change, and waits for a yes; `owner` is the article that it is about, if it is about one. */
async function decide(action, owner = sheet) {
  if (owner) action.article = owner.article;
  const version = owner?.version ?? "";
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
