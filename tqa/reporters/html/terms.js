// The terms: every rendering with its count; sentences when they are asked for.

const CONTEXT = 70;
const MOST_SENTENCES = 60;

/** Build the view; `go` leads to a place. */
function showTerms(element, go) {
  const terms = read("terms");
  if (!terms.length) {
    element.replaceChildren(el("p", { class: "calm" }, t("No term is written in more than one way.")));
    return;
  }
  element.replaceChildren(...terms.map((term) => termCard(term, go)));
}

function termCard(term, go) {
  const [preferred, ...others] = term.renderings;
  const total = term.renderings.reduce((sum, one) => sum + one.spots.length, 0);
  return el(
    "section",
    { class: "term" },
    el(
      "h2",
      {},
      el("span", { lang: "en" }, ...shown(preferred.text)),
      term.source ? el("span", { class: "chinese", lang: "zh-Hans" }, ...shown(short(term.source, 40), true)) : null,
    ),
    el("p", { class: "note-foot" }, ...term.rules.map(ruleName)),
    ...term.renderings.map((one, number) => renderingOf(one, number === 0, total, go)),
    termForm({ source: term.source, preferred: preferred.text, found: others[0]?.text ?? "" }),
  );
}

function renderingOf({ text, spots }, isPreferred, total, go) {
  const share = el("meter", { min: "0", max: String(total), value: String(spots.length), "aria-label": t("share of all mentions") });
  const list = el("ol", { class: "sentences" });
  const details = el(
    "details",
    { class: isPreferred ? "rendering preferred" : "rendering" },
    el(
      "summary",
      {},
      el("span", { class: "count" }, String(spots.length)),
      " ",
      el("q", { lang: "en" }, ...shown(text)),
      isPreferred ? el("span", { class: "tag" }, t("preferred")) : null,
      share,
    ),
    list,
  );
  details.addEventListener("toggle", () => {
    if (details.open && !list.children.length) list.append(...spots.slice(0, MOST_SENTENCES).map((spot) => sentenceAt(spot, go)), ...rest(spots));
  });
  return details;
}

function rest(spots) {
  return spots.length > MOST_SENTENCES ? [el("li", {}, `… ${counted("{n} more", spots.length - MOST_SENTENCES)}`)] : [];
}

function sentenceAt([article, segment, start, end], go) {
  const text = textAt(article, "target", segment);
  const from = Math.max(0, start - CONTEXT);
  const place = { article, side: "target", segment, start, end };
  return el(
    "li",
    { lang: "en" },
    from > 0 ? "…" : "",
    ...shown(text.slice(from, start)),
    el("strong", {}, ...shown(text.slice(start, end))),
    ...shown(text.slice(end, end + CONTEXT)),
    end + CONTEXT < text.length ? "… " : " ",
    el("button", { type: "button", class: "link", click: () => go(place) }, plain(ARTICLES[article].title)),
  );
}
