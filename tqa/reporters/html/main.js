// The page as a whole: views, filters, the current finding, keys and the address.

const VIEWS = ["overview", "articles", "terms", "decisions"];
const THEMES = ["", "light", "dark"];
const form = byId("filters");
const byArticle = ARTICLES.map(() => []);
FINDINGS.forEach((finding, id) => byArticle[finding.article].push(id));
const haystacks = FINDINGS.map((one) => `${one.message}\n${one.text}\n${one.rule}\n${ARTICLES[one.article].title}\n${ARTICLES[one.article].path}`.toLowerCase());

let visible = FINDINGS.map((_, id) => id);
let visibleSet = new Set(visible);
let current = null;
let built = new Set();

const list = new WindowedList(byId("list"), 60, drawItem, (id) => select(id));
const reader = new Reader(byId("reader"), (id) => select(id, { stay: true }), goTo);

function drawItem(id) {
  const finding = FINDINGS[id];
  const decision = decisionOn(finding);
  return [
    el("span", { class: `mark ${finding.severity}` }, el("span", { class: "unseen" }, t(SEVERITY_WORDS[finding.severity]))),
    el("span", { class: "what" }, ...shown(short(finding.message, 140))),
    el("span", { class: "where" }, `${plain(short(ARTICLES[finding.article].title, 60))} · ${finding.rule}${decision ? ` · ${t(DONE_WORDS[decision.action])}` : ""}`),
  ];
}

// --- views

function showView(name) {
  for (const view of VIEWS) byId(`view-${view}`).hidden = view !== name;
  for (const link of document.querySelectorAll("nav a")) {
    if (link.dataset.view === name) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
  document.body.dataset.view = name;
  build(name);
}

/** What a view shows is made when it is first looked at. */
function build(name) {
  if (built.has(name)) return;
  built.add(name);
  if (name === "terms") showTerms(byId("term-list"), goTo);
  if (name === "articles") {
    fillChoices();
    applyFilters();
  }
}

function viewNow() {
  return document.body.dataset.view;
}

// --- filters

function fillChoices() {
  const option = (value, text) => el("option", { value }, plain(text));
  const groups = [...new Set([...RULES.values()].map((rule) => rule.group))].sort();
  form.group.append(...groups.map((group) => option(group, t(group))));
  form.rule.append(...[...RULES.keys()].map((rule) => option(rule, rule)));
  form.article.append(...ARTICLES.map((article, number) => option(String(number), `${short(article.title, 70)} (${byArticle[number].length})`)));
}

function filters() {
  const severities = new Set([...form.severity].filter((box) => box.checked).map((box) => box.value));
  return {
    severities,
    group: form.group.value,
    rule: form.rule.value,
    article: form.article.value,
    decided: form.decided.value,
    text: form.text.value.trim().toLowerCase(),
  };
}

function applyFilters() {
  const { severities, group, rule, article, decided, text } = filters();
  visible = [];
  FINDINGS.forEach((one, id) => {
    const fits =
      severities.has(one.severity) &&
      (!group || RULES.get(one.rule).group === group) &&
      (!rule || one.rule === rule) &&
      (!article || one.article === Number(article)) &&
      (!decided || (decided === "done") === Boolean(decisionOn(one))) &&
      (!text || haystacks[id].includes(text));
    if (fits) visible.push(id);
  });
  visibleSet = new Set(visible);
  byId("shown").textContent = `${visible.length} / ${FINDINGS.length}`;
  byId("all").hidden = visible.length === FINDINGS.length;
  list.show(visible);
  openFitting(article);
  reader.filter((id) => visibleSet.has(id));
}

/** Keep an article in the reader that the filters leave something of. */
function openFitting(article) {
  const wanted = article ? Number(article) : visibleSet.has(current) || !visible.length ? reader.number : FINDINGS[visible[0]].article;
  const number = wanted ?? (ARTICLES.length ? 0 : null);
  if (number !== null) reader.open(number, byArticle[number]);
}

function setFilters(given) {
  form.reset();
  for (const name of ["group", "rule", "article", "decided", "text"]) if (given.has(name)) form[name].value = given.get(name);
  if (given.has("severity")) for (const box of form.severity) box.checked = given.getAll("severity").includes(box.value);
  applyFilters();
}

// --- the current finding

function select(id, { stay = false, focus = false } = {}) {
  current = id;
  const finding = FINDINGS[id];
  if (viewNow() !== "articles") showView("articles");
  if (!visibleSet.has(id)) setFilters(new URLSearchParams());
  reader.open(finding.article, byArticle[finding.article]);
  reader.filter((one) => visibleSet.has(one));
  reader.choose(id, { focus: focus || stay });
  list.mark(id);
  remember();
}

function step(by) {
  if (!visible.length) return;
  const here = visible.indexOf(current);
  const next = here < 0 ? (by > 0 ? 0 : visible.length - 1) : here + by;
  if (next >= 0 && next < visible.length) select(visible[next]);
}

function goTo(place) {
  if (viewNow() !== "articles") showView("articles");
  if (form.article.value && Number(form.article.value) !== place.article) setFilters(new URLSearchParams());
  reader.open(place.article, byArticle[place.article]);
  reader.filter((id) => visibleSet.has(id));
  reader.point(place);
}

// --- the address: a view, its filters, the current finding

function remember() {
  const said = new URLSearchParams();
  const { severities, ...others } = filters();
  if (viewNow() === "articles") {
    for (const [name, value] of Object.entries(others)) if (value) said.set(name, value);
    if (severities.size < form.severity.length) for (const one of severities) said.append("severity", one);
    if (current !== null) said.set("finding", FINDINGS[current].fingerprint);
  }
  const query = said.toString();
  history.replaceState(null, "", `#${viewNow()}${query ? `?${query}` : ""}`);
}

function follow() {
  const [view, query] = location.hash.slice(1).split("?");
  const name = VIEWS.includes(view) ? view : "overview";
  const given = new URLSearchParams(query ?? "");
  showView(name);
  if (name !== "articles" || !query) return;
  setFilters(given);
  const id = FINDINGS.findIndex((finding) => finding.fingerprint === given.get("finding"));
  if (id >= 0) select(id);
}

// --- keys

const KEYS = {
  j: () => step(1),
  n: () => step(1),
  k: () => step(-1),
  p: () => step(-1),
  Enter: () => current !== null && reader.choose(current, { focus: true }),
  a: () => current !== null && acceptFix(FINDINGS[current]),
  d: () => byId(`note-${current}`)?.querySelector(".dismissal input").focus(),
  u: () => current !== null && decisionOn(FINDINGS[current]) && takeBack(decisionOn(FINDINGS[current]).id),
  "/": () => byId("find").focus(),
  "?": () => byId("keys").showModal(),
  Escape: () => hideTip(),
};

document.addEventListener("keydown", (event) => {
  const { key, target } = event;
  if (event.altKey || event.ctrlKey || event.metaKey || event.defaultPrevented) return;
  if (key === "Escape" && target.matches("input, select")) target.blur();
  if (target.matches("input, textarea, select") || byId("keys").open) return;
  if (key === "Enter" && target.matches("button, a, summary, mark")) return;
  const place = "1234".indexOf(key);
  if (place >= 0) location.hash = VIEWS[place];
  else if (Object.hasOwn(KEYS, key) && (viewNow() === "articles" || "?jnkp".includes(key))) {
    event.preventDefault();
    KEYS[key]();
  }
});

// --- the rest

form.addEventListener("input", () => {
  applyFilters();
  remember();
});
form.addEventListener("submit", (event) => event.preventDefault());
byId("all").addEventListener("click", () => {
  setFilters(new URLSearchParams());
  remember();
});
byId("next").addEventListener("click", () => step(1));
byId("previous").addEventListener("click", () => step(-1));
byId("help").addEventListener("click", () => byId("keys").showModal());
byId("theme").addEventListener("click", () => setTheme(THEMES[(THEMES.indexOf(document.documentElement.dataset.theme ?? "") + 1) % THEMES.length]));

function setTheme(theme) {
  document.documentElement.dataset.theme = theme;
  byId("theme").textContent = `${t("Theme")}: ${t(theme || "auto")}`;
  kept.set("tqa-theme", theme);
}

const reasons = el("datalist", { id: "reasons" }, ...REASONS.map((reason) => el("option", { value: t(reason) })));
document.body.append(reasons);
setTheme(THEMES.includes(kept.get("tqa-theme", "")) ? kept.get("tqa-theme", "") : "");
whenDecided(() => {
  list.refresh();
  reader.refresh();
});
showDecisions(byId("decision-list"), (id) => select(id));
settle();
addEventListener("hashchange", follow);
follow();
