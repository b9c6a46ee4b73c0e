// A finding as a note beside the text: its message, and when it is the current one what explains it, mends it and decides it.

const REASONS = ["It is right as it is", "The source says so", "A quotation", "A proper name", "House style"];
const TERM_GROUPS = new Set(["consistency", "glossary", "names"]);

/** The note of a finding; `select` is told when it is taken. */
function noteOf(id, select) {
  const finding = FINDINGS[id];
  const head = el(
    "button",
    { type: "button", class: "note-head", "aria-expanded": "false", click: () => select(id) },
    el("span", { class: `mark ${finding.severity}` }, t(SEVERITY_WORDS[finding.severity])),
    el("span", { class: "message" }, ...shown(finding.message)),
  );
  const foot = el("p", { class: "note-foot" }, ruleName(finding.rule), el("span", { class: "verdict" }));
  const note = el("li", { class: `note ${finding.severity}`, id: `note-${id}` }, head, foot);
  showVerdict(note, finding);
  return note;
}

/** Say on a note what was decided. */
function showVerdict(note, finding) {
  const decision = decisionOn(finding);
  note.classList.toggle("done", Boolean(decision));
  note.querySelector(".verdict").replaceChildren(...(decision ? verdict(decision) : []));
}

function verdict(decision) {
  const said = [decision.value, decision.reason].filter(Boolean).join(" · ");
  return [t(DONE_WORDS[decision.action]), ...(said ? [": ", ...shown(said)] : [])];
}

/** Open a note: everything there is to say and to do about it. `go` leads to a related place. */
function openNote(note, id, go) {
  const finding = FINDINGS[id];
  note.classList.add("current");
  note.querySelector(".note-head").setAttribute("aria-expanded", "true");
  note.append(el("div", { class: "detail" }, ...relatedPlaces(finding, go), ...fixes(finding), ...controls(finding)));
}

/** Close it again. */
function closeNote(note) {
  note.classList.remove("current");
  note.querySelector(".note-head").setAttribute("aria-expanded", "false");
  note.querySelector(".detail")?.remove();
}

function relatedPlaces(finding, go) {
  if (!finding.related.length) return [];
  return [el("ul", { class: "related" }, ...finding.related.map((one) => el("li", {}, relatedPlace(one, finding, go))))];
}

function relatedPlace(one, finding, go) {
  const isSource = one.side === "source";
  const elsewhere = one.article !== finding.article;
  const line = counted("line {n}", one.line);
  const where = elsewhere ? `${ARTICLES[one.article]?.title ?? one.path}, ${line}` : line;
  const words = [
    one.text ? el("q", { lang: isSource ? "zh-Hans" : "en" }, ...shown(short(one.text, 80), isSource)) : null,
    el("span", { class: "why" }, ...shown(one.message ? ` ${one.message}` : ""), ` (${isSource ? `${t("source")}, ` : ""}${plain(where)})`),
  ];
  return one.article === null ? el("span", {}, ...words.filter(Boolean)) : el("button", { type: "button", class: "link", click: () => go(one) }, ...words);
}

function fixes(finding) {
  return finding.fixes.map((fix, number) =>
    el(
      "div",
      { class: "fix" },
      el("p", { class: "fix-title" }, ...shown(fix.title), fix.safe ? null : el("span", { class: "care" }, ` ${t("(look at it first)")}`)),
      ...fix.edits.slice(0, 6).map((edit) => preview(edit, finding)),
      number === 0
        ? el("button", { type: "button", class: "main", click: () => acceptFix(finding) }, t("Accept"))
        : el("button", { type: "button", click: () => acceptOther(finding, fix) }, t("Accept this one")),
    ),
  );
}

/** Decide for the finding's first fix. */
function acceptFix(finding) {
  if (finding.fixes.length) decide({ action: "accept", fingerprint: finding.fingerprint });
}

/** Decide for another of its fixes: by what it writes, since `accept` means the first. */
function acceptOther(finding, fix) {
  decide({ action: "edit", fingerprint: finding.fingerprint, value: fix.edits.map((edit) => edit.replacement).join(" ") || finding.text });
}

/** What an edit changes, with the words around it. */
function preview(edit, finding) {
  const text = textAt(finding.article, edit.side, edit.segment);
  const before = text.slice(Math.max(0, edit.start - 32), edit.start);
  const old = text.slice(edit.start, edit.end);
  const after = text.slice(edit.end, edit.end + 32);
  return el(
    "p",
    { class: "preview", lang: edit.side === "source" ? "zh-Hans" : "en" },
    edit.start > 32 ? "…" : "",
    ...shown(before),
    old ? el("del", {}, ...shown(short(old, 160))) : null,
    edit.replacement ? el("ins", {}, ...visibleBlank(edit.replacement)) : null,
    ...shown(after),
    edit.end + 32 < text.length ? "…" : "",
  );
}

const visibleBlank = (text) => (text.trim() ? shown(text) : [el("span", { class: "code" }, t("space"))]);

function controls(finding) {
  const decision = decisionOn(finding);
  const parts = [dismissal(finding), rewriting(finding)];
  if (TERM_GROUPS.has(RULES.get(finding.rule).group)) parts.push(termForm(termOf(finding)));
  if (decision) parts.unshift(el("button", { type: "button", click: () => takeBack(decision.id) }, t("Take the decision back")));
  return [el("div", { class: "controls" }, ...parts)];
}

function dismissal(finding) {
  const reason = el("input", { type: "text", name: "reason", list: "reasons", "aria-label": t("Reason"), placeholder: t("Reason") });
  const done = (event) => {
    event.preventDefault();
    decide({ action: "dismiss", fingerprint: finding.fingerprint, reason: reason.value });
  };
  return el("form", { class: "inline dismissal", submit: done }, reason, el("button", {}, t("Dismiss")));
}

function rewriting(finding) {
  if (finding.side !== "target") return null;
  const text = el("input", { type: "text", name: "value", value: finding.text, "aria-label": t("Write instead"), lang: "en" });
  const done = (event) => {
    event.preventDefault();
    if (text.value.trim()) decide({ action: "edit", fingerprint: finding.fingerprint, value: text.value });
  };
  return el("details", {}, el("summary", {}, t("Write something else")), el("form", { class: "inline", submit: done }, text, el("button", {}, t("Keep this"))));
}

/** What a finding tells of a term: its Chinese, the form preferred and the form found. */
function termOf(finding) {
  return {
    source: finding.related.find((one) => one.side === "source")?.text ?? (finding.side === "source" ? finding.text : ""),
    preferred: finding.fixes[0]?.edits[0]?.replacement ?? "",
    found: finding.side === "target" ? finding.text : "",
  };
}

/** What the glossary is to say of a term: add it, prefer a form, forbid one. */
function termForm({ source, preferred, found }) {
  const chinese = el("input", { type: "text", value: short(source, 60), lang: "zh-Hans", spellcheck: "false" });
  const english = el("input", { type: "text", value: preferred, lang: "en" });
  const said = el("span", { class: "verdict", role: "status" });
  const say = (action, value) => {
    const concept = chinese.value.trim();
    if (!concept || !value.trim()) {
      (concept ? english : chinese).focus();
      said.replaceChildren(t("Both the Chinese and the English are needed."));
      return;
    }
    said.replaceChildren(...verdict(decide({ action, concept, value })));
  };
  const forbidden = found && found !== preferred ? found : "";
  return el(
    "details",
    { class: "term-form" },
    el("summary", {}, t("For the glossary")),
    el("p", {}, el("label", {}, t("Chinese"), " ", chinese), el("label", {}, t("English"), " ", english)),
    el(
      "p",
      { class: "inline" },
      el("button", { type: "button", click: () => say("accept", english.value) }, t("Add")),
      el("button", { type: "button", click: () => say("prefer", english.value) }, t("Prefer this")),
      forbidden ? el("button", { type: "button", click: () => say("forbid", forbidden) }, t("Forbid"), el("q", { lang: "en" }, ...shown(short(forbidden, 40)))) : null,
    ),
    said,
  );
}
