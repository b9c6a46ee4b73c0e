"""The HTML report as a person uses it: in a browser, by mouse, keyboard and screen reader, without a network."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tests.reporters.hostile import PAYLOADS
from tests.reporters.pages import VIEWS, Open, Page, count, go, samples, written
from tests.reporters.rows import article, hostile_result, row
from tqa.model import Result


def test_the_overview_leads_to_what_it_counts(opened: Open) -> None:
    page = opened()
    assert page.is_visible("#overview-title")
    number = int(page.inner_text(".tiles .error dd"))
    page.click(".tiles .error a")
    page.locator("#list").wait_for()
    assert count(page)[0] == number
    go(page, "overview")
    page.click("text=site-name-line")
    page.locator("#list").wait_for()
    assert set(page.eval_on_selector_all(".item .where", "items => items.map(item => item.textContent.split(' · ')[1])")) == {"site-name-line"}


def test_findings_are_underlined_where_they_stand(opened: Open) -> None:
    page = opened("articles?rule=number-magnitude")
    assert page.inner_text(".target .found:not(.off)") == "486 billion"
    assert "486亿元" in page.inner_text(".passage:has(.found:not(.off)) .source"), "its source stands beside it"
    page.click(".target .found:not(.off)")
    assert page.inner_text(".note.current .message") == "486亿元 is 48.6 billion; the target says 486 billion: 亿 read as 10⁹"
    assert page.inner_text(".note.current .preview del") == "486 billion"
    assert page.inner_text(".note.current .preview ins") == "48.6 billion"
    assert page.evaluate("[...CSS.highlights.get('related')].map(String)") == ["486亿元"]


def test_a_related_place_is_linked(opened: Open) -> None:
    page = opened("articles?rule=split-title")
    page.keyboard.press("j")
    page.click(".note.current .related button >> nth=0")
    assert page.evaluate("[...CSS.highlights.get('related')].map(String)") == ["River to Sea"]
    page.locator(".pointed").wait_for()


def test_a_rule_explains_itself(opened: Open) -> None:
    page = opened("articles?rule=number-magnitude")
    page.hover(".note:not([hidden]) .rule")
    assert page.is_visible("#tip")
    assert "number-magnitude · numbers" in page.inner_text("#tip")
    assert "Why:" in page.inner_text("#tip")
    page.mouse.move(0, 0)
    assert not page.is_visible("#tip")
    page.focus(".note:not([hidden]) .rule")
    assert page.get_attribute(".note:not([hidden]) .rule", "aria-describedby") == "tip"
    page.keyboard.press("Escape")
    assert not page.is_visible("#tip")


def test_furniture_is_greyed_and_said(opened: Open) -> None:
    page = opened("articles")
    passage = page.locator(".passage.furniture").first
    assert "Part of the web page" in passage.text_content()
    assert passage.locator(".target p").evaluate("one => getComputedStyle(one).color") != page.locator(
        ".passage:not(.furniture) .target p"
    ).first.evaluate("one => getComputedStyle(one).color")


def test_languages_are_told(opened: Open) -> None:
    page = opened("articles?rule=leftover-han")
    assert page.get_attribute(".source", "lang") == "zh-Hans"
    assert page.get_attribute(".target .found:not(.off) span", "lang") == "zh-Hans", "Chinese left in the English"
    assert page.get_attribute("html", "lang") == "en"


def test_terms_list_renderings_and_sentences(opened: Open) -> None:
    page = opened("terms")
    card = page.locator(".term", has_text="River to Ocean")
    card.locator("summary .count", has_text="1").wait_for()
    assert [text.split("\n")[0] for text in card.locator("summary .count").all_inner_texts()] == ["2", "1"]
    card.locator("details.rendering").nth(1).locator("summary").click()
    card.locator(".sentences strong").first.wait_for()
    assert card.locator(".sentences strong").all_inner_texts() == ["River to Ocean"]
    card.locator(".sentences .link").click()
    page.locator("#reader").wait_for()
    page.wait_for_function("CSS.highlights.get('related')?.size")
    assert page.evaluate("[...CSS.highlights.get('related')].map(String)") == ["River to Ocean"]


# --- filters and keys


def test_filters_narrow_the_list_and_the_article(opened: Open) -> None:
    page = opened("articles")
    _, everything = count(page)
    page.uncheck(".severities .info input")
    page.uncheck(".severities .warning input")
    errors, _ = count(page)
    assert 0 < errors < everything
    assert page.locator(".reader .note.warning:visible").count() == 0
    page.select_option("select[name=group]", "numbers")
    numbers, _ = count(page)
    assert 0 < numbers < errors
    page.fill("#find", "486亿")
    assert count(page)[0] == 1
    page.reload()
    assert count(page)[0] == 1, "the address keeps the filters"
    page.fill("#find", "nothing holds these words")
    assert count(page)[0] == 0
    page.click("#all")
    assert count(page) == (everything, everything)


def test_next_and_previous_by_keyboard(opened: Open) -> None:
    page = opened("articles?group=numbers")
    total, _ = count(page)
    met = []
    for _ in range(total + 1):
        page.keyboard.press("j")
        met.append(page.get_attribute("#list", "aria-activedescendant"))
        assert page.locator(".note.current").is_visible()
    assert len(set(met)) == total
    assert met[-1] == met[-2], "the last one stays"
    page.keyboard.press("k")
    assert page.get_attribute("#list", "aria-activedescendant") == met[-3]
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.matches('.found.current')")


def test_the_list_is_a_listbox(opened: Open) -> None:
    page = opened("articles")
    page.focus("#list")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("End")
    _, everything = count(page)
    option = page.locator(f"#{page.get_attribute('#list', 'aria-activedescendant')}")
    assert (option.get_attribute("aria-posinset"), option.get_attribute("aria-setsize")) == (str(everything), str(everything))
    assert page.locator(".item").count() < 40, "only what is in sight is in the page"


def test_words_typed_into_a_field_are_no_commands(opened: Open) -> None:
    page = opened("articles")
    page.keyboard.press("/")
    page.keyboard.type("jad1")
    assert page.input_value("#find") == "jad1"
    page.keyboard.press("Escape")
    page.keyboard.press("?")
    assert page.is_visible("#keys")
    page.keyboard.press("Escape")
    page.keyboard.press("3")
    page.locator("#view-terms").wait_for()


# --- for everybody


def hindrances(page: Page, only: tuple[str, ...] = ()) -> list[tuple[str, list[str]]]:
    """What axe-core finds on the page, each with the elements; `only` these of its rules."""
    from axe_playwright_python.sync_playwright import Axe

    options = {"runOnly": [*only]} if only else None
    found = Axe().run(page, options=options).response["violations"]
    return [(one["id"], [node["html"][:200] for node in one["nodes"]]) for one in found]


def walk(page: Page) -> Iterator[str]:
    """Each view in turn, with what can be opened in it open."""
    for view in VIEWS:
        go(page, view)
        if view == "articles":
            page.select_option("select[name=rule]", "split-title")
            page.keyboard.press("Escape")
            page.keyboard.press("j")
            page.click(".note.current .term-form summary")
            page.keyboard.press("a")
        if view == "terms":
            page.click(".rendering summary >> nth=0")
        yield view


def test_nothing_stands_in_anybody_s_way(opened: Open) -> None:
    page = opened()
    assert {view: hindrances(page) for view in walk(page)} == {view: [] for view in VIEWS}


def test_colours_have_contrast_in_the_dark(opened: Open) -> None:
    page = opened(color_scheme="dark")
    assert {view: hindrances(page, ("color-contrast",)) for view in walk(page)} == {view: [] for view in VIEWS}


def test_a_narrow_window_holds_everything(opened: Open) -> None:
    page = opened("articles", viewport={"width": 390, "height": 844})
    for view in VIEWS:
        go(page, view)
        assert page.evaluate("document.documentElement.scrollWidth") <= 390, view


def test_it_prints_without_its_controls(opened: Open) -> None:
    page = opened("articles?article=2")
    page.emulate_media(media="print")
    assert not page.is_visible(".finder")
    assert page.is_visible(".note >> nth=0")
    assert page.evaluate("getComputedStyle(document.querySelector('.reader')).overflowY") == "visible"


# --- Chinese

ENGLISH_WORDS = """() => {
  const found = new Set();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    const isOurs = !element.closest("[lang=en], code, kbd, script, style, .rule, .path, .brand strong, .where, .given, .made dd, option, noscript, " +
      "[href*='rule='], .message, .what, .related, .fix-title, .verdict, .tip, .link");
    const words = walker.currentNode.data.match(/[A-Za-z][a-z]{2,}[A-Za-z ]*/g);
    if (isOurs && words) words.forEach(word => found.add(word));
  }
  for (const element of document.querySelectorAll("[aria-label], [placeholder]"))
    for (const name of ["aria-label", "placeholder"])
      if (/^[A-Z][a-z]+/.test(element.getAttribute(name) ?? "") && !element.matches("mark")) found.add(element.getAttribute(name));
  return [...found];
}"""


def test_the_page_speaks_chinese(opened: Open, tmp_path: Path) -> None:
    page = opened("", samples(tmp_path, "zh"))
    assert page.get_attribute("html", "lang") == "zh-Hans"
    left = set()
    for _ in walk(page):
        left |= set(page.evaluate(ENGLISH_WORDS))
    assert left <= {"tqa", "json"}


# --- hostile words


def test_no_word_acts_on_the_page(opened: Open, tmp_path: Path) -> None:
    """Every payload in every place at once; a dialog, a request, an error or an element of theirs fails."""
    results = [hostile_result(nasty) for nasty in PAYLOADS]
    path = written(tmp_path, *results)
    page = opened("articles", path)
    before = page.evaluate("[...new Set([...document.querySelectorAll('*')].map(one => one.tagName))].sort().join()")
    for _ in results:
        page.keyboard.press("j")
    go(page, "terms")
    go(page, "articles")
    after = page.evaluate("[...new Set([...document.querySelectorAll('body *')].map(one => one.tagName))].join()")
    assert not {"IMG", "IFRAME", "OBJECT", "EMBED", "VIDEO", "BASE"} & {*before.split(","), *after.split(",")}
    assert page.locator("a[href]:not([href^='#'])").count() == 0


def test_invisible_characters_are_seen_and_places_stay_right(opened: Open, tmp_path: Path) -> None:
    text = "a\u200bb\u202ec 𠮷 the the end"
    start = text.index("the the")
    found = row(text=text, start=start, end=start + 7)
    path = written(tmp_path, Result("a", "a.txt", (found,), article=article([text])))
    page = opened("articles", path)
    assert page.inner_text(".target .found") == "the the"
    assert page.inner_text(".target p").startswith("aU+200BbU+202Ec")


def test_an_article_that_is_not_there(opened: Open, tmp_path: Path) -> None:
    page = opened("articles", written(tmp_path, Result("a", "a.txt", (row(),))))
    assert "not in this report" in page.inner_text("#reader")
    page.keyboard.press("j")
    assert page.is_visible(".note.current")


def test_nothing_found(opened: Open, tmp_path: Path) -> None:
    page = opened("", written(tmp_path))
    assert "Nothing was found." in page.inner_text("#view-overview")
    for view in VIEWS:
        go(page, view)
        page.keyboard.press("j")
