/* The review panel, 5 of 5: what is left, opening and closing, keys, and how it begins. */

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
  if (event.code.startsWith("Digit")) return void tabs.querySelector(`[data-key="${event.code}"]`)?.click();
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
  sheet = told.sheet ? { ...told.sheet, version: told.version } : null;
  entity = told.entity ?? null;
  event = told.event ?? null;
  choices = chosen.entries ? chosen : null;
  left = rest.left ?? null;
  const entries = (choices?.entries ?? []).map(([, id, name]) => make("option", { value: `${name} (${id})` }));
  panel.append(make("datalist", { id: "rv-entries" }, ...entries), make("datalist", { id: "rv-outlets" }, ...(choices?.outlets ?? []).map(([, name]) => make("option", { value: name }))));
  const kept = memory.get();
  if (Date.now() - (kept.at ?? 0) > FRESH) Object.assign(kept, { said: null, warned: null, next: null, find: null });
  if (tab === "names" || (entity && !entity.is_listed)) await loadNames();
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
