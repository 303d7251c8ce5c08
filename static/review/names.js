/* The review panel, 4 of 5: names of all articles that no entry has, and the names of the page of a person, body or place. */

async function loadNames() {
  names = (await ask("names")).names ?? [];
}

/** How many names are shown at a time. */
const SHOWN = 200;

function drawNames() {
  if (!names) return [make("p", {}, "…")];
  if (!names.length) return [make("p", {}, "لا اسم ينتظر مدخلًا.")];
  return [make("p", { class: "rv-why" }, "أسماء المواد كلها التي لا مدخل لها، أكثرها ورودًا أولًا."), list(names.slice(0, SHOWN).map(nameLine))];
}

/** One name of all articles: what it is, where it stands, and what becomes of it. */
function nameLine(one) {
  const told = [
    one.variants.length ? `ويُكتب: ${one.variants.join("، ")}` : null,
    one.roles.length ? `صفته: ${one.roles.join("؛ ")}` : null,
    `المواضع: ${one.count}، المواد: ${one.articles}`,
    one.of ? `لعلّه اسم آخر لـ«${one.of}» (${one.id})` : `المعرّف المقترح: ${one.id}`,
  ];
  return line(KINDS[one.kind], `${one.name}${one.count > 1 ? ` ×${one.count}` : ""}`, told, { doubt: 1 }, () => [...one.sentences.map(said), nameActions(one)]);
}
const said = (one) => make("blockquote", { class: "rv-said" }, one.text, " ",
  make("a", { href: `/articles/${encodeURIComponent(one.article)}/#p${one.paragraph}` }, `${one.title}، الفقرة ${one.paragraph}`));

/** An office without the words at its end with which the name begins. */
function before(role, name) {
  const words = name.split(" ");
  for (let count = words.length; count > 0; count--) {
    const first = words.slice(0, count).join(" ");
    if (role === first) return "";
    if (role.endsWith(` ${first}`)) return role.slice(0, -first.length - 1);
  }
  return role;
}

function nameActions(one) {
  const texts = [one.name, ...one.variants];
  const listed = (kind, id, name) => {
    // «زينب» alone is not «زينب بنت التقي» wherever it stands; «وزير الثقافة المختار» ends where «المختار ولد داهي» begins.
    const isGiven = (text) => kind === "person" && name.startsWith(`${text} `);
    const aliases = texts.filter((text) => text !== name && !isGiven(text));
    const roles = kind === "person" ? [...new Set(one.roles.map((role) => before(role, name)))].filter(Boolean) : [];
    return decide({ do: "list", kind, id, name, aliases, roles }, null);
  };
  const kinds = { person: KINDS.person, organization: KINDS.organization, place: KINDS.place };
  const edited = () => form([field("الاسم الكامل", "name", one.name, { required: true }), field("المعرّف", "id", one.of ? "" : one.id, { dir: "ltr", required: true, pattern: "[a-z][a-z0-9\\-]*" }), select("النوع", "kind", kinds, one.kind)], "أنشئه",
    (data) => listed(data.kind, data.id, data.name));
  return make("div", { class: "rv-row" },
    one.of ? button("صحيح: اجمعه به", "KeyA", () => decide({ do: "join", texts, id: one.id }, null)) : button("صحيح: أنشئ مدخله", "KeyA", () => listed(one.kind, one.id, one.name)),
    button("ليس اسمًا", "KeyX", () => decide({ do: "ignore", texts }, null)),
    reveal("نوع آخر", "KeyK", () => form([select("النوع", "kind", kinds, one.kind)], "أنشئ مدخله", (data) => listed(data.kind, one.id, one.name))),
    reveal("اجمعه مع…", "KeyJ", () => form([field("المدخل", "who", "", { list: "rv-entries", required: true })], "اجمع", (data) => {
      const known = known_entry(data.who);
      if (!known) return warn("لا مدخل بهذا الاسم. اختر من القائمة، أو أنشئ مدخلًا جديدًا.");
      decide({ do: "join", texts, id: known[1] }, null);
    })),
    reveal("عدّله وأنشئه", "KeyN", edited));
}

/** The page of a person, a body or a place: its entry, then its names article by article. */
function drawEntity() {
  const of_all = names?.find((one) => [one.name, ...one.variants].includes(entity.name));
  const about = entity.is_listed
    ? make("p", { class: "rv-why" }, [`مدخل: ${entity.id}`, entity.aliases.length ? `ويُكتب: ${entity.aliases.join("، ")}` : null].filter(Boolean).join("؛ "))
    : make("p", { class: "rv-why" }, "لا مدخل لهذا الاسم: صُنعت صفحته من المواد وحدها.");
  return [
    group(KINDS[entity.kind], [about, of_all ? list([nameLine(of_all)]) : null].filter(Boolean)),
    ...entity.articles.map((one) => {
      const section = group(one.title, [list(one.items.map((item) => entry(item, one)))]);
      section.append(make("p", { class: "rv-why" }, make("a", { href: `/articles/${encodeURIComponent(one.article)}/#p${one.items[0].at.paragraph}` }, "افتح المادة")));
      return section;
    }),
  ];
}
