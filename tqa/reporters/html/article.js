// The reader: source and translation side by side, each finding underlined where it stands and noted beside it.

class Reader {
  /** `select(id)` is told which finding was taken in the text, `go(place)` which related place is to be shown. */
  constructor(element, select, go) {
    this.element = element;
    this.select = select;
    this.go = go;
    this.number = null;
    this.current = null;
    this.notes = new Map();
    this.marks = new Map();
  }

  /** Show an article; `ids` are its findings. */
  open(number, ids) {
    if (this.number === number) return;
    this.number = number;
    this.current = null;
    this.notes.clear();
    this.marks.clear();
    hideTip();
    const { title, path } = ARTICLES[number];
    const texts = textsOf(number);
    const head = el("header", {}, el("h2", { lang: "en" }, ...shown(title)), el("p", { class: "path" }, plain(path)));
    const body = texts ? this.passages(texts, ids) : [this.without(ids)];
    this.element.replaceChildren(el("article", { class: texts && texts.source.length ? "sided" : "alone" }, head, ...body));
    this.element.scrollTop = 0;
  }

  /** Hide what the filters leave out. */
  filter(isShown) {
    for (const [id, note] of this.notes) note.hidden = !isShown(id);
    for (const mark of new Set([...this.marks.values()].flat())) {
      this.offer(mark, mark.dataset.findings.split(",").map(Number).filter(isShown).length > 0);
    }
  }

  /** Make a mark a button, or mere text again. */
  offer(mark, isShown) {
    mark.classList.toggle("off", !isShown);
    const said = { role: "button", tabindex: mark.dataset.first ? "0" : "-1", "aria-label": mark.dataset.label };
    for (const [name, value] of Object.entries(said)) {
      if (isShown && value) mark.setAttribute(name, value);
      else mark.removeAttribute(name);
    }
  }

  /** Make a finding the current one and bring it into sight. */
  choose(id, { focus = false } = {}) {
    this.leave();
    const note = this.notes.get(id);
    if (!note) return;
    this.current = id;
    openNote(note, id, this.go);
    const marks = this.marks.get(id) ?? [];
    for (const mark of marks) mark.classList.add("current");
    this.highlight(FINDINGS[id].related.filter((one) => one.article === this.number));
    const place = marks[0] ?? note;
    place.scrollIntoView({ block: "center", behavior: "instant" });
    if (focus) (marks[0] ?? note.querySelector("button")).focus({ preventScroll: true });
  }

  /** Say anew what was decided about the article's findings. */
  refresh() {
    for (const [id, note] of this.notes) showVerdict(note, FINDINGS[id]);
    const id = this.current;
    if (id === null) return;
    const note = this.notes.get(id);
    const focused = note.contains(document.activeElement);
    closeNote(note);
    openNote(note, id, this.go);
    if (focused) note.querySelector(".note-head").focus({ preventScroll: true });
  }

  /** Bring a place into sight and show it for a while. */
  point({ side, segment, start, end }) {
    const paragraph = this.paragraph(side, segment);
    if (!paragraph) return;
    paragraph.scrollIntoView({ block: "center", behavior: "instant" });
    this.highlight([{ side, segment, start, end }]);
    paragraph.classList.remove("pointed");
    requestAnimationFrame(() => paragraph.classList.add("pointed"));
  }

  leave() {
    if (this.current === null) return;
    closeNote(this.notes.get(this.current));
    for (const mark of this.marks.get(this.current) ?? []) mark.classList.remove("current");
    this.current = null;
  }

  highlight(places) {
    if (!CSS.highlights) return;
    const ranges = [];
    for (const { side, segment, start, end } of places) {
      const paragraph = this.paragraph(side, segment);
      if (paragraph && end > start) ranges.push(rangeOf(paragraph, start, end));
    }
    CSS.highlights.set("related", new Highlight(...ranges));
  }

  paragraph(side, segment) {
    return this.element.querySelector(`[data-side="${side}"][data-segment="${segment}"]`);
  }

  passages(texts, ids) {
    const here = new Map();
    for (const id of ids) {
      const key = `${FINDINGS[id].side} ${FINDINGS[id].segment}`;
      here.set(key, [...(here.get(key) ?? []), id]);
    }
    const furniture = { source: new Set(texts.furniture.source), target: new Set(texts.furniture.target) };
    return texts.passages.map(([source, target, moved]) => {
      const isFurniture = source.every((one) => furniture.source.has(one)) && target.every((one) => furniture.target.has(one));
      const side = (name, segments) => segments.map((one) => this.segment(name, one, texts, here.get(`${name} ${one}`) ?? []));
      const found = [...source.map((one) => `source ${one}`), ...target.map((one) => `target ${one}`)].flatMap((key) => here.get(key) ?? []);
      return el(
        "section",
        { class: `passage${isFurniture ? " furniture" : ""}` },
        isFurniture ? el("span", { class: "unseen" }, t("Part of the web page, not of the article")) : null,
        texts.source.length ? el("div", { class: "source", lang: "zh-Hans" }, ...side("source", source)) : null,
        el("div", { class: "target", lang: "en" }, moved ? el("p", { class: "moved", lang: WORDS.size ? "zh-Hans" : "en" }, t("stands elsewhere in the source")) : null, ...side("target", target)),
        el("ol", { class: "notes" }, ...found.sort((one, other) => one - other).map((id) => this.note(id))),
      );
    });
  }

  /** Findings of an article whose text is not at hand. */
  without(ids) {
    return el(
      "section",
      { class: "passage" },
      el("p", { class: "calm" }, t("The article itself is not in this report.")),
      el("ol", { class: "notes" }, ...ids.map((id) => this.note(id))),
    );
  }

  note(id) {
    const note = noteOf(id, (chosen) => this.select(chosen));
    this.notes.set(id, note);
    return note;
  }

  segment(side, number, texts, ids) {
    const isChinese = side === "source";
    const text = texts[side][number];
    const attributes = { "data-side": side, "data-segment": String(number) };
    if (side === "target") attributes["data-line"] = String(texts.lines[number]);
    return el("p", attributes, ...this.pieces(text, ids, isChinese));
  }

  /** The text, cut where findings begin and end. */
  pieces(text, ids, isChinese) {
    const cuts = new Set([0, text.length]);
    for (const id of ids) for (const at of [FINDINGS[id].start, FINDINGS[id].end]) cuts.add(Math.min(at, text.length));
    const places = [...cuts].sort((one, other) => one - other);
    const nodes = [];
    places.forEach((from, place) => {
      const empty = ids.filter((id) => FINDINGS[id].start === FINDINGS[id].end && FINDINGS[id].start === from);
      if (empty.length) nodes.push(this.mark(empty, []));
      const to = places[place + 1];
      if (to === undefined) return;
      const covering = ids.filter((id) => FINDINGS[id].start <= from && FINDINGS[id].end >= to);
      const words = shown(text.slice(from, to), isChinese);
      nodes.push(...(covering.length ? [this.mark(covering, words)] : words));
    });
    return nodes;
  }

  mark(ids, words) {
    const worst = ["error", "warning", "info"].find((severity) => ids.some((id) => FINDINGS[id].severity === severity));
    const hasWords = words.some((one) => typeof one !== "string" || one.trim());
    const isFirst = ids.some((id) => !this.marks.has(id));
    const mark = el(
      "mark",
      {
        class: `found ${worst}${words.length ? "" : " gap"}`,
        "data-findings": ids.join(","),
        "data-first": isFirst,
        "data-label": hasWords ? null : plain(FINDINGS[ids[0]].message),
        click: () => this.take(mark, ids),
        keydown: (event) => {
          if (event.key !== "Enter" && event.key !== " ") return;
          event.preventDefault();
          this.take(mark, ids);
        },
      },
      ...words,
    );
    for (const id of ids) this.marks.set(id, [...(this.marks.get(id) ?? []), mark]);
    return withTip(mark, () => ids.map((id) => el("p", {}, el("span", { class: `mark ${FINDINGS[id].severity}` }, t(SEVERITY_WORDS[FINDINGS[id].severity])), ...shown(FINDINGS[id].message))));
  }

  /** Select a finding of the mark: of several on the same words the one after the current one. */
  take(mark, ids) {
    if (!mark.classList.contains("off")) this.select(ids[(ids.indexOf(this.current) + 1) % ids.length]);
  }
}
