// What was decided, and the file that hands it on.

const AUTHOR = "tqa-author";
const GLOSSARY = `tqa-glossary-${INDEX.corpus}`;

/** Build the view; `select` leads to a finding. */
function showDecisions(element, select) {
  const numbers = new Map(FINDINGS.map((finding, id) => [finding.fingerprint, id]));
  const draw = () => element.replaceChildren(decisions.length ? table(numbers, select) : el("p", { class: "calm" }, t("Nothing is decided yet.")));
  whenDecided(draw);
  draw();
  keepField(byId("author"), AUTHOR);
  keepField(byId("glossary"), GLOSSARY);
  byId("save").addEventListener("click", save);
  byId("load").addEventListener("change", load);
}

function keepField(field, name) {
  field.value = kept.get(name, "");
  field.addEventListener("input", () => kept.set(name, field.value));
}

function table(numbers, select) {
  const head = ["Decision", "About", "Value", "Reason", "Author", "Date", ""].map((word) => el(word ? "th" : "td", word ? { scope: "col" } : {}, word ? t(word) : ""));
  const rows = decisions.map((one) => row(one, numbers.get(one.fingerprint), select));
  return el("div", { class: "scrolls", tabindex: "0", role: "region", "aria-label": t("What was decided") }, el("table", { class: "decided" }, el("thead", {}, el("tr", {}, ...head)), el("tbody", {}, ...rows)));
}

function row(decision, id, select) {
  return el(
    "tr",
    {},
    el("th", { scope: "row" }, t(DONE_WORDS[decision.action])),
    el("td", {}, about(decision, id, select)),
    el("td", { lang: "en" }, ...shown(decision.value ?? "")),
    el("td", {}, ...shown(decision.reason ?? "")),
    el("td", {}, ...shown(decision.author ?? byId("author").value)),
    el("td", {}, ...shown(decision.date ?? "")),
    el("td", {}, el("button", { type: "button", class: "quiet", click: () => takeBack(decision.id) }, t("Take back"))),
  );
}

function about(decision, id, select) {
  if (decision.concept) return el("span", { lang: "zh-Hans" }, ...shown(decision.concept, true));
  if (id === undefined) return t("a finding that is gone");
  return el("button", { type: "button", class: "link", click: () => select(id) }, ...shown(FINDINGS[id].message));
}

function save() {
  const text = decisionsFile(byId("author").value, byId("glossary").value);
  const url = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  const link = el("a", { href: url, download: "DECISIONS.json" });
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 1000);
  byId("said").textContent = t("Saved.");
}

async function load(event) {
  const [file] = event.target.files;
  if (!file) return;
  try {
    byId("said").textContent = toldOf(loadDecisions(await file.text()));
  } catch {
    byId("said").textContent = t("That is no file of decisions.");
  }
  event.target.value = "";
}

/** What a file held, in words; what was left out by its reasons. */
function toldOf({ loaded, leftOut }) {
  const said = `${t("Loaded:")} ${loaded}`;
  if (!leftOut.length) return said;
  const reasons = [...new Set(leftOut)].map((reason) => `${t(reason)}: ${leftOut.filter((one) => one === reason).length}`);
  return `${said} · ${t("Left out:")} ${leftOut.length} (${reasons.join(", ")})`;
}
