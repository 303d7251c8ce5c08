// What a page does beyond its HTML: previews of names, a button that copies, notes that stand open.
// Without this script every link is a link and every word is there.
(function () {
  "use strict";
  var root = document.documentElement;

  // ---- previews: what the page's own <template id="previews"> says of a name, beside the link that names it
  var store = document.getElementById("previews");
  var known = new Map();
  if (store) for (var entry of store.content.children) known.set(entry.dataset.for, entry);
  var box, owner, timer;

  function close() {
    clearTimeout(timer);
    if (box) box.remove();
    if (owner) owner.removeAttribute("aria-describedby");
    box = owner = null;
  }
  function open(link) {
    if (link === owner) return clearTimeout(timer);
    close();
    box = known.get(link.getAttribute("href")).cloneNode(true);
    box.id = "preview";
    box.setAttribute("role", "tooltip");
    document.body.append(box);
    owner = link;
    link.setAttribute("aria-describedby", "preview");
    var at = link.getClientRects()[0], edge = 8, wide = root.clientWidth;
    var left = Math.max(edge, Math.min(at.right - box.offsetWidth, wide - box.offsetWidth - edge));
    var below = at.bottom + box.offsetHeight < innerHeight || at.top < box.offsetHeight;
    box.style.left = left + scrollX + "px";
    box.style.top = (below ? at.bottom : at.top - box.offsetHeight) + scrollY + "px";
  }
  function later(act, delay) {
    clearTimeout(timer);
    timer = setTimeout(act, delay);
  }
  function named(target) {
    var link = target.closest && target.closest("a.mention");
    return link && known.has(link.getAttribute("href")) ? link : null;
  }
  if (known.size) {
    document.addEventListener("pointerover", function (event) {
      if (event.pointerType === "touch") return;
      var link = named(event.target);
      if (link) later(open.bind(null, link), owner ? 80 : 250);
      else if (box && box.contains(event.target)) clearTimeout(timer);
      else if (owner !== document.activeElement) later(close, 200);
    });
    document.addEventListener("focusin", function (event) {
      var link = named(event.target);
      if (link && link.matches(":focus-visible")) open(link);
      else close();
    });
    document.addEventListener("focusout", close);
    document.addEventListener("keydown", function (event) {
      if (event.key === "Escape") close();
    });
  }

  // ---- copying: the clipboard where the browser gives it, else the words are selected
  function selected(node) {
    var range = document.createRange();
    range.selectNodeContents(node);
    getSelection().removeAllRanges();
    getSelection().addRange(range);
    try { return document.execCommand("copy"); } catch (error) { return false; }
  }
  document.querySelectorAll("[data-copy]").forEach(function (button) {
    var node = document.getElementById(button.dataset.copy), says = document.getElementById(button.dataset.says);
    function done(copied) { says.textContent = copied ? says.dataset.copied : says.dataset.selected; }
    button.hidden = false;
    button.addEventListener("click", function () {
      says.textContent = "";
      if (!navigator.clipboard) return done(selected(node));
      navigator.clipboard.writeText(node.textContent.replace(/\s+/g, " ").trim())
        .then(function () { done(true); }, function () { done(selected(node)); });
    });
  });

  // ---- notes: browsers that cannot show a closed <details> by style get it open, in the margin and on paper
  if (!CSS.supports("selector(::details-content)")) {
    var margin = matchMedia("(min-width: 62.5em)"), paper = matchMedia("print");
    var show = function () {
      document.querySelectorAll("details.notes").forEach(function (notes) { notes.open = margin.matches || paper.matches; });
    };
    margin.addEventListener("change", show);
    addEventListener("beforeprint", function () { document.querySelectorAll("details").forEach(function (it) { it.open = true; }); });
    show();
  }
})();
