// A list of any length of which only what is in sight is in the page; every item is equally high.

class WindowedList {
  /** `draw(id)` gives an item's content, `choose(id)` is told which one was taken. */
  constructor(element, height, draw, choose) {
    this.element = element;
    this.height = height;
    this.draw = draw;
    this.choose = choose;
    this.ids = [];
    this.current = -1;
    this.space = el("div", { class: "space", role: "presentation" });
    element.append(this.space);
    element.addEventListener("scroll", () => this.paint(), { passive: true });
    element.addEventListener("keydown", (event) => this.key(event));
    new ResizeObserver(() => this.paint()).observe(element);
  }

  /** Show these items. */
  show(ids) {
    this.ids = ids;
    this.space.style.height = `${ids.length * this.height}px`;
    this.drawn = null;
    this.paint();
  }

  /** Mark an item as the current one and bring it into sight. */
  mark(id) {
    this.current = id;
    const place = this.ids.indexOf(id);
    const { scrollTop, clientHeight } = this.element;
    const top = place * this.height;
    if (place >= 0 && (top < scrollTop || top + this.height > scrollTop + clientHeight)) {
      this.element.scrollTop = top - clientHeight / 3;
    }
    this.drawn = null;
    this.paint();
  }

  /** Draw the items again: what they say has changed. */
  refresh() {
    this.drawn = null;
    this.paint();
  }

  paint() {
    const first = Math.max(0, Math.floor(this.element.scrollTop / this.height) - 4);
    const last = Math.min(this.ids.length, Math.ceil((this.element.scrollTop + this.element.clientHeight) / this.height) + 4);
    const drawn = `${first}-${last}`;
    if (drawn === this.drawn) return;
    this.drawn = drawn;
    const items = [];
    for (let place = first; place < last; place += 1) items.push(this.item(place));
    this.space.replaceChildren(...items);
    const active = items.find((item) => item.getAttribute("aria-selected") === "true");
    if (active) this.element.setAttribute("aria-activedescendant", active.id);
    else this.element.removeAttribute("aria-activedescendant");
  }

  item(place) {
    const id = this.ids[place];
    const item = el(
      "div",
      {
        id: `item-${id}`,
        class: "item",
        role: "option",
        "aria-selected": String(id === this.current),
        "aria-setsize": String(this.ids.length),
        "aria-posinset": String(place + 1),
        click: () => this.choose(id),
      },
      this.draw(id),
    );
    item.style.transform = `translateY(${place * this.height}px)`;
    item.style.height = `${this.height}px`;
    return item;
  }

  key(event) {
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10, Home: -this.ids.length, End: this.ids.length }[event.key];
    if (!step || !this.ids.length || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const here = this.ids.indexOf(this.current);
    this.choose(this.ids[Math.max(0, Math.min(this.ids.length - 1, here + step))]);
  }
}
