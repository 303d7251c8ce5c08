// What a test asks a page; each function gives a list of faults.
var describe = (element) => `${element.tagName.toLowerCase()}.${element.className?.baseVal ?? element.className} «${(element.textContent ?? '').trim().slice(0, 40)}»`;

/** What sticks out of the window sideways. */
var outside = () => {
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= width && document.body.scrollWidth <= width) return [];
  const out = [...document.body.querySelectorAll('*')].filter((element) => {
    const box = element.getBoundingClientRect();
    return box.width > 0 && (box.left < -0.5 || box.right > width + 0.5);
  });
  return [`${document.documentElement.scrollWidth} px wide`, ...out.slice(0, 5).map(describe)];
};

var channels = (color) => (color.match(/[\d.]+/g) ?? [0, 0, 0, 0]).map(Number);

var luminance = ([r, g, b]) => {
  const [x, y, z] = [r, g, b].map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * x + 0.7152 * y + 0.0722 * z;
};

/** The color on which an element stands. */
var ground = (element) => {
  for (let at = element; at; at = at.parentElement) {
    const color = channels(getComputedStyle(at).backgroundColor);
    if ((color[3] ?? 1) > 0.99) return color;
  }
  return [255, 255, 255];
};

/** Text that stands out too little: under 4.5 to 1, large text under 3 to 1. */
var faint = () => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found = new Map();
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    if (!node.data.trim() || found.has(element)) continue;
    const style = getComputedStyle(element);
    const box = element.getBoundingClientRect();
    // What is only for listeners is cut away.
    if (style.visibility !== 'visible' || style.clipPath !== 'none' || box.width < 2 || box.height < 2) continue;
    const [a, b] = [luminance(channels(style.color)), luminance(ground(element))].sort((x, y) => y - x);
    const large = parseFloat(style.fontSize) >= 24 || (parseFloat(style.fontSize) >= 18.66 && +style.fontWeight >= 700);
    const ratio = (a + 0.05) / (b + 0.05);
    if (ratio < (large ? 3 : 4.5)) found.set(element, `${ratio.toFixed(2)} ${describe(element)}`);
  }
  return [...found.values()].slice(0, 5);
};

/** Links within the page whose target is not there, and paragraphs that share an id. */
var lost = () => {
  const here = location.href.split('#')[0];
  const links = [...document.querySelectorAll('a[href]')].filter((link) => link.hash && link.href.split('#')[0] === here);
  const ids = [...document.querySelectorAll('[id]')].map((element) => element.id);
  return [
    ...links.filter((link) => !document.getElementById(decodeURIComponent(link.hash.slice(1)))).map(describe),
    ...ids.filter((id, at) => ids.indexOf(id) !== at),
  ];
};

/** Follows the focus: each stop must be seen, lie in the window and look otherwise than without the focus. */
var followFocus = () => {
  const steps = { count: 0, wrong: [], first: null };
  const look = (element) => {
    const { outline, boxShadow, backgroundColor, borderColor, color, textDecoration } = getComputedStyle(element);
    return [outline, boxShadow, backgroundColor, borderColor, color, textDecoration].join();
  };
  let last = null;
  document.addEventListener('focusin', ({ target }) => {
    // Round again.
    if (target.matches('.skip-link')) steps.ended = true;
    if (steps.ended) return;
    if (last && look(last.element) === last.look) steps.wrong.push(`the focus is not seen: ${describe(last.element)}`);
    steps.first ??= document.getElementById('main').contains(target);
    steps.count++;
    const box = target.getBoundingClientRect();
    if (box.width < 1 || box.height < 1) steps.wrong.push(`the focus is nowhere: ${describe(target)}`);
    if (box.right < 0 || box.left > innerWidth) steps.wrong.push(`the focus is out of the window: ${describe(target)}`);
    const before = last?.element.compareDocumentPosition(target);
    if (last && document.body.contains(last.element) && !(before & Node.DOCUMENT_POSITION_FOLLOWING)) steps.wrong.push(`the focus goes back: ${describe(target)}`);
    last = { element: target, look: look(target) };
  });
  return steps;
};
