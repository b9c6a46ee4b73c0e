// What is said beside the words under the pointer or the focus: a finding's message, a rule's page.

const tip = byId("tip");
let tipOf = null;

/** Show nodes beside an element until pointer and focus leave it. */
function showTip(element, nodes) {
  tipOf?.removeAttribute("aria-describedby");
  tipOf = element;
  element.setAttribute("aria-describedby", "tip");
  tip.replaceChildren(...nodes);
  tip.hidden = false;
  const place = element.getClientRects()[0] ?? element.getBoundingClientRect();
  const box = tip.getBoundingClientRect();
  const left = Math.max(8, Math.min(place.left, innerWidth - box.width - 8));
  const below = place.bottom + 6;
  const top = below + box.height < innerHeight ? below : Math.max(8, place.top - box.height - 6);
  tip.style.left = `${left}px`;
  tip.style.top = `${top}px`;
}

function hideTip() {
  tipOf?.removeAttribute("aria-describedby");
  tipOf = null;
  tip.hidden = true;
}

/** Give an element a tip; `nodes` are made when it is shown. */
function withTip(element, nodes) {
  const show = () => showTip(element, nodes());
  element.addEventListener("pointerenter", show);
  element.addEventListener("focus", show);
  element.addEventListener("pointerleave", hideTip);
  element.addEventListener("blur", hideTip);
  return element;
}

/** A rule's page: its first line, then a paragraph for each of Why, What, Limits, Measured. */
function rulePage(name) {
  const rule = RULES.get(name);
  const group = el("p", { class: "tip-head" }, el("strong", {}, name), ` · ${t(rule?.group ?? "")}`);
  const paragraphs = (rule?.page ?? "").split(/\n(?=\n|[A-Z][a-z]+:)/u).map((part) => part.replace(/\s+/gu, " ").trim());
  return [group, ...paragraphs.filter(Boolean).map((part) => el("p", { lang: "en" }, ...labelled(part)))];
}

function labelled(part) {
  const [, label, rest] = /^([A-Z][a-z]+:)(.*)$/su.exec(part) ?? [];
  return label ? [el("b", {}, label), ...shown(rest)] : shown(part);
}

/** A rule's name that shows its page. */
function ruleName(name) {
  return withTip(el("button", { type: "button", class: "rule" }, name), () => rulePage(name));
}
