// Decisions: what somebody wants done about a finding or a term, kept in this browser until it is handed on.

const STORE = `tqa-decisions-${INDEX.corpus}`;
const DONE_WORDS = {
  accept: "Accepted",
  edit: "Rewritten",
  reject: "Rejected",
  forbid: "Forbidden",
  dismiss: "Dismissed",
  prefer: "Preferred",
};
const FINGERPRINT = /^[0-9a-f]{16}(:[1-9]\d*)?$/u;
const FIELDS = ["id", "action", "concept", "fingerprint", "glossary", "value", "reason", "author", "date"];

let decisions = kept.get(STORE, []);
if (!Array.isArray(decisions)) decisions = [];
const byFingerprint = new Map();
const listeners = [];

/** Be told when a decision is made or taken back. */
const whenDecided = (listener) => listeners.push(listener);

/** The decision on a finding, if there is one. */
const decisionOn = (finding) => byFingerprint.get(finding.fingerprint);

/** Every decision on a Chinese term. */
const decisionsOn = (concept) => decisions.filter((one) => one.concept === concept);

/** Keep a decision; an earlier one on the same finding, or on the same rendering of a term, gives way to it. */
function decide(decision) {
  const made = clean({ ...decision, id: freshId(), date: today() });
  decisions = decisions.filter((one) => !isSameMatter(one, made));
  decisions.push(made);
  keep();
  return made;
}

function isSameMatter(one, other) {
  if (other.fingerprint) return one.fingerprint === other.fingerprint;
  const prefers = (decision) => decision.action === "prefer";
  return one.concept === other.concept && (one.value === other.value || (prefers(one) && prefers(other)));
}

/** Take a decision back. */
function takeBack(id) {
  decisions = decisions.filter((one) => one.id !== id);
  keep();
}

function keep() {
  byId("unkept").hidden = kept.set(STORE, decisions);
  settle();
}

// The same report in another tab: what is decided there counts here, or the next decision here would undo it.
addEventListener("storage", (event) => {
  if (event.key !== STORE) return;
  decisions = kept.get(STORE, decisions);
  settle();
});

function settle() {
  byFingerprint.clear();
  for (const one of decisions) if (one.fingerprint) byFingerprint.set(one.fingerprint, one);
  byId("decided").textContent = String(decisions.length);
  for (const listener of listeners) listener();
}

/** The fields of a decision that say something, each on one line. */
function clean(decision) {
  const said = FIELDS.map((name) => [name, String(decision[name] ?? "").replace(/\s+/gu, " ").trim()]);
  return Object.fromEntries(said.filter(([, content]) => content));
}

function freshId() {
  return [...crypto.getRandomValues(new Uint8Array(8))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

function today() {
  const now = new Date();
  const two = (number) => String(number).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** The file of all decisions, one a line; author and glossary are said where a decision does not say them. */
function decisionsFile(author, glossary) {
  const rows = decisions.map((one) => clean({ author, ...(one.concept ? { glossary } : {}), ...one }));
  return `{"schema": 1, "decisions": [\n${rows.map((row) => JSON.stringify(row)).join(",\n")}\n]}\n`;
}

/** Take over the decisions of a file: how many, and the reason against each that is left out. Throws where it is no such file. */
function loadDecisions(text) {
  const found = JSON.parse(text);
  if (found?.schema !== 1 || !Array.isArray(found.decisions)) throw new Error("no decisions");
  const against = found.decisions.map(reasonAgainst);
  const rows = found.decisions.filter((_, at) => !against[at]);
  for (const row of rows.map(clean)) {
    decisions = decisions.filter((one) => one.id !== row.id && !isSameMatter(one, row));
    decisions.push(row);
  }
  keep();
  return { loaded: rows.length, leftOut: against.filter(Boolean) };
}

/** Why an entry of a file is no decision; "" if it is one. */
function reasonAgainst(entry) {
  if (!entry || typeof entry !== "object") return "no object";
  if (!entry.id) return "no id";
  if (!Object.hasOwn(DONE_WORDS, entry.action)) return "unknown action";
  return entry.concept || FINGERPRINT.test(entry.fingerprint) ? "" : "about nothing";
}
