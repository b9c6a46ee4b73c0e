"""The HTML report as a person uses it: in a browser, by mouse, keyboard and screen reader, without a network."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Tqa
from tests.reporters.browser import address
from tests.reporters.hostile import PAYLOADS
from tests.reporters.rows import article, hostile_result, row
from tqa.api import lint
from tqa.cli.output import foot, head
from tqa.config.settings import Settings
from tqa.engine.decisions import parse_decisions
from tqa.model import Result
from tqa.reporters import Foot, Head, RenderOptions, reporter
from tqa.value import replace

ROOT = Path(__file__).parents[2]
VIEWS = ("overview", "articles", "terms", "decisions")
Page = Any  # playwright's Page; the type is not there where the package is not
Open = Callable[..., Page]


def samples(folder: Path, lang: str) -> Path:
    """The report of the samples."""
    settings = Settings(min_severity="info", plugins=False, root=str(ROOT), lang=lang)
    linted = lint([str(ROOT / "samples")], settings, articles=True)
    assert not linted.report.problems
    path = folder / "report.html"
    pieces = reporter("html")(replace(head(linted), root=str(ROOT)), linted.report.results, lambda: foot(linted), RenderOptions())
    path.write_text("".join(pieces), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return samples(tmp_path_factory.mktemp("english"), "en")


@pytest.fixture
def opened(browser: Any, report: Path) -> Iterator[Open]:
    """Open the report at a place; at the end nothing may have failed or asked the network for anything."""
    faults: list[str] = []
    contexts = []

    def open_(place: str = "", path: Path = report, **look: Any) -> Page:
        context = browser.new_context(accept_downloads=True, **{"viewport": {"width": 1440, "height": 900}, **look})
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("console", lambda message: faults.append(message.text) if message.type in ("error", "warning") else None)
        page.on("dialog", lambda dialog: faults.append(f"dialog: {dialog.message}"))
        page.on("request", lambda request: None if request.url.startswith(("file:", "blob:")) else faults.append(request.url))
        page.goto(address(path, place))
        return page

    yield open_
    for context in contexts:
        context.close()
    assert faults == []


def written(tmp_path: Path, *results: Result, **more: Any) -> Path:
    path = tmp_path / "made.html"
    path.write_text("".join(reporter("html")(Head("1", **more), results, Foot, RenderOptions())), encoding="utf-8")
    return path


def go(page: Page, view: str) -> None:
    """Show a view by its link."""
    page.click(f"nav a[data-view={view}]")
    page.locator(f"#view-{view}").wait_for()


def count(page: Page) -> tuple[int, int]:
    shown, all_ = page.inner_text("#shown").split(" / ")
    return int(shown), int(all_)


# --- what it shows


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


# --- decisions


def saved(page: Page, tmp_path: Path) -> list[dict[str, str]]:
    """The decisions of the file the page saves, which must be one that tqa reads."""
    go(page, "decisions")
    with page.expect_download() as download:
        page.click("#save")
    path = tmp_path / download.value.suggested_filename
    download.value.save_as(path)
    parsed = parse_decisions(path.read_bytes(), str(path))
    assert parsed.problems == ()
    rows: list[dict[str, str]] = json.loads(path.read_text(encoding="utf-8"))["decisions"]
    assert [one.id for one in parsed.decisions] == [one["id"] for one in rows]
    return rows


def test_decisions_are_kept_handed_on_and_applied(opened: Open, tmp_path: Path, tqa: Tqa) -> None:
    page = opened("articles?rule=split-title")
    page.keyboard.press("j")
    page.keyboard.press("a")
    assert page.inner_text(".note.current .verdict >> nth=0") == "Accepted"
    page.reload()
    page.select_option("select[name=rule]", "name-misspelled")
    page.keyboard.press("Escape")
    page.keyboard.press("j")
    page.keyboard.press("d")
    page.keyboard.type("He is  another man")
    page.keyboard.press("Enter")
    assert page.inner_text("#decided") == "2", "kept over a reload"
    go(page, "terms")
    card = page.locator(".term", has_text="River to Ocean")
    card.locator("summary", has_text="For the glossary").click()
    card.locator("label", has_text="Chinese").locator("input").fill("通江达海")
    card.locator("button", has_text="Prefer this").click()
    card.locator("button", has_text="Forbid").click()
    go(page, "decisions")
    page.fill("#author", "wei")
    page.fill("#glossary", "terms/house.tsv")
    rows = saved(page, tmp_path)
    assert [(one["action"], one.get("value"), one.get("reason")) for one in rows] == [
        ("accept", None, None),
        ("dismiss", None, "He is another man"),
        ("prefer", "River to Sea", None),
        ("forbid", "River to Ocean", None),
    ]
    assert {one["author"] for one in rows} == {"wei"}
    assert [one.get("glossary") for one in rows] == [None, None, "terms/house.tsv", "terms/house.tsv"]
    assert rows[2]["concept"] == "通江达海"
    assert len({one["id"] for one in rows}) == 4
    house = tmp_path / "terms" / "house.tsv"
    house.parent.mkdir()
    house.write_text("source\ttarget\n国务院\tthe State Council\n", encoding="utf-8")
    applied = tqa("glossary", "apply", "DECISIONS.json", "--glossary", "terms/house.tsv")
    assert applied.status == 0
    assert "通江达海\tRiver to Sea\tRiver to Ocean" in house.read_text(encoding="utf-8")
    assert "He is another man" in (tmp_path / "tqa-baseline.json").read_text(encoding="utf-8")


def test_a_decision_is_taken_back_or_replaced(opened: Open, tmp_path: Path) -> None:
    page = opened("articles?rule=name-misspelled")
    page.keyboard.press("j")
    page.keyboard.press("a")
    page.click(".note.current summary >> text=Write something else")
    page.fill(".note.current input[name=value]", "Shao Qiwen")
    page.click("text=Keep this")
    assert [(one["action"], one["value"]) for one in saved(page, tmp_path)] == [("edit", "Shao Qiwen")], "one finding, one decision"
    page.click("text=Take back")
    assert page.inner_text("#decided") == "0"
    assert saved(page, tmp_path) == []


def test_another_s_file_is_loaded(opened: Open, tmp_path: Path) -> None:
    page = opened("decisions")
    theirs = tmp_path / "theirs.json"
    theirs.write_text('{"schema": 1, "decisions": [{"id": "x1", "action": "dismiss", "fingerprint": "f", "reason": "<b>no</b>"}]}', encoding="utf-8")
    page.set_input_files("#load", theirs)
    page.locator("#said", has_text="Loaded: 1").wait_for()
    assert "<b>no</b>" in page.inner_text("#decision-list")
    theirs.write_text("[]", encoding="utf-8")
    page.set_input_files("#load", theirs)
    page.locator("#said", has_text="That is no file").wait_for()
    assert saved(page, tmp_path)[0]["id"] == "x1"


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
