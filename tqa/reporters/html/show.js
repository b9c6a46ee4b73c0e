// The one way words reach the page: as text, never as markup, and nothing invisible stays so.

const INVISIBLE =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff0-\ufffb\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff\u{e0000}-\u{e0fff}]/u;
const HAN = /[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u{20000}-\u{323af}][\u3000-\u303f\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff00-\uffef\u{20000}-\u{323af}]*/u;
const PARTS = new RegExp(`(${INVISIBLE.source})|(${HAN.source})`, "gu");
const UNSEEN = new RegExp(INVISIBLE.source, "gu");

/** An element: attributes by name, listeners as functions, children as nodes or as text. */
function el(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (typeof value === "function") made.addEventListener(name, value);
    else made.setAttribute(name, value === true ? "true" : value);
  }
  made.append(...children.flat().filter((child) => child !== null && child !== undefined));
  return made;
}

const codeOf = (character) => `U+${character.codePointAt(0).toString(16).toUpperCase().padStart(4, "0")}`;

/** Words of an article as nodes: Chinese marked as such where the words around it are not, invisible characters as their codes. */
function shown(text, isChinese = false) {
  const nodes = [];
  let from = 0;
  for (const match of text.matchAll(isChinese ? UNSEEN : PARTS)) {
    if (match.index > from) nodes.push(text.slice(from, match.index));
    const han = isChinese ? undefined : match[2];
    nodes.push(
      han === undefined
        ? el("span", { class: "code", "data-units": String(match[0].length) }, codeOf(match[0]))
        : el("span", { lang: "zh-Hans" }, han),
    );
    from = match.index + match[0].length;
  }
  if (from < text.length) nodes.push(text.slice(from));
  return nodes;
}

/** The same as a plain string, for labels and options. */
const plain = (text) => text.replace(UNSEEN, codeOf);

/** The text cut to about `most` characters. */
const short = (text, most) => (text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`);

/** The node and offset where a UTF-16 offset of a shown text stands. */
function pointAt(element, offset) {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_ALL);
  let left = offset;
  let node = walker.nextNode();
  while (node) {
    const units = node.nodeType === Node.ELEMENT_NODE ? Number(node.dataset.units ?? 0) : 0;
    if (units) {
      if (left < units) return [node.parentNode, [...node.parentNode.childNodes].indexOf(node)];
      left -= units;
      node = walker.nextSibling() ?? nextAfter(walker);
      continue;
    }
    if (node.nodeType === Node.TEXT_NODE && !node.parentNode.dataset?.units) {
      if (left <= node.length) return [node, left];
      left -= node.length;
    }
    node = walker.nextNode();
  }
  return [element, element.childNodes.length];
}

function nextAfter(walker) {
  while (walker.parentNode()) {
    const next = walker.nextSibling();
    if (next) return next;
  }
  return null;
}

/** The range from one offset of a shown text to another. */
function rangeOf(element, start, end) {
  const range = document.createRange();
  range.setStart(...pointAt(element, start));
  range.setEnd(...pointAt(element, end));
  return range;
}
