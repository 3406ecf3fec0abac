// What a person sees of the page. Put before every script of the harness.

/** `text` with all kinds of spaces made equal. */
const even = (text) => (text ?? "").replace(/\s+/g, " ").trim();

/** Whether `node` is there to see: not hidden, nor shrunk to a point for screen readers only. */
const seen = (node) => {
  const { width, height } = node.getBoundingClientRect();
  return node.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && width > 1 && height > 1;
};

/** What `node` says, or is called. */
const said = (node) => even(node.innerText) || even(node.getAttribute("aria-label")) || even(node.value);

/** The first of `nodes` that says just `text`, or else contains it. */
const pick = (nodes, text) => {
  const wanted = even(text);
  const candidates = [...nodes].filter((node) => seen(node) && said(node).includes(wanted));
  return candidates.find((node) => said(node) === wanted) ?? candidates[0] ?? null;
};

const enabled = (selector) =>
  [...document.querySelectorAll(selector)].filter((node) => !node.matches(":disabled, [aria-disabled=true]"));

const button = (text) => pick(enabled("button, [role=button], input[type=button], input[type=submit], summary"), text);
const link = (text) => pick(enabled("a[href], [role=link]"), text);

const BOX = "input[type=checkbox], input[type=radio]";
const FIELD = `textarea, input:not(${BOX}, [type=button], [type=submit], [type=hidden])`;

/** What to click for the control (of `selector`) that `text` labels: its label, or itself if the label is its own attribute. */
const labelOf = (selector, text) => {
  const labels = [...document.querySelectorAll("label")].filter((label) => label.control?.matches(selector));
  return pick([...labels, ...document.querySelectorAll(`:is(${selector})[aria-label]`)], text);
};
const controlOf = (selector, text) => {
  const label = labelOf(selector, text);
  return label?.control ?? label;
};

const headings = () => [...document.querySelectorAll("h1")].filter(seen).map(said);

/** What the focused element says, or the label it has. */
const focused = () => {
  const node = document.activeElement;
  if (!node || node === document.body) return "";
  return even(node.labels?.[0]?.innerText) || said(node);
};

/** All that can be read, line by line. */
const text = () => (document.body?.innerText ?? "").replace(/[^\S\n]+/g, " ");

/** Whether every movement that ends has ended. */
const still = () =>
  document.getAnimations().every((it) => it.playState !== "running" || it.effect.getComputedTiming().endTime === Infinity);
