"""What the HTML report carries: the data its script reads, its tallies and its terms; nothing in it is markup."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from html.parser import HTMLParser
from typing import Any

import pytest

from tests.reporters.hostile import PAYLOADS
from tests.reporters.rows import article, fix, hostile_result, related, render, row
from tqa.analysis.analysis import Analysis
from tqa.engine.articles import article_row
from tqa.model import Document, MentionRow, Notice, Place, Problem, Report, Result, Run, Segment, Side
from tqa.reporters import Foot, Head, RenderOptions, reporter
from tqa.reporters.html.tallies import by, spread, trend, worst
from tqa.reporters.html.terms import Spot, find_terms
from tqa.reporters.reporter import Totals
from tqa.value import replace


class Elements(HTMLParser):
    """The elements of a page and the data scripts in it."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.data: dict[str, str] = {}
        self._script = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self._script = (dict(attrs).get("id") or "") if tag == "script" else ""

    def handle_endtag(self, tag: str) -> None:
        self._script = ""

    def handle_data(self, data: str) -> None:
        if self._script:
            self.data[self._script] = self.data.get(self._script, "") + data


def page(*results: Result, head: Head | None = None, foot: Foot | None = None) -> str:
    return "".join(reporter("html")(head or Head("1.2.3"), results, lambda: foot or Foot(), RenderOptions()))


def parsed(text: str) -> Elements:
    elements = Elements()
    elements.feed(text)
    return elements


def segments(side: Side, *texts: str) -> tuple[Segment, ...]:
    return tuple(Segment(side, number, text, Place("a.txt", (Run(0, number + 1, 1),))) for number, text in enumerate(texts))


# --- hostile words


def hostile(nasty: str) -> str:
    foot = Foot((Problem(nasty or "x", nasty, nasty or "a"),), (Notice(nasty, nasty, nasty or "a"),))
    return page(hostile_result(nasty), head=Head("1", made_with=(("config", nasty),)), foot=foot)


@pytest.mark.parametrize("nasty", PAYLOADS, ids=ascii)
def test_no_word_is_markup(nasty: str) -> None:
    plain, found = parsed(hostile("word")), parsed(hostile(nasty))
    said = [(tag, sorted(attributes)) for tag, attributes in found.tags]
    assert said == [(tag, sorted(attributes)) for tag, attributes in plain.tags], "the same elements with the same attributes"
    assert all(not name.startswith("on") for _, attributes in found.tags for name in attributes)
    assert {attributes.get("href", "#")[:1] for tag, attributes in found.tags if tag == "a"} == {"#"}, "links lead into the page only"  # type: ignore[index]
    found_article = json.loads(found.data["data-article-0"])
    assert found_article["target"][1] == nasty.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass")


@pytest.mark.parametrize("nasty", PAYLOADS, ids=ascii)
def test_nothing_acts_in_the_file(nasty: str) -> None:
    """Also a person who reads the file in a terminal or an editor sees what there is."""
    text = hostile(nasty)
    text.encode("utf-8")
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\u200b-\u200d\ud800-\udfff\U000e0000-\U000e007f]", text)


def test_the_policy_names_the_one_style_and_the_one_script() -> None:
    text = page(Result("a", "a.en.txt", (row(),)))
    (policy,) = [attributes["content"] or "" for tag, attributes in parsed(text).tags if attributes.get("http-equiv") == "Content-Security-Policy"]
    assert policy.startswith("default-src 'none'; ")
    for pattern in (r"<style>(.*?)</style>", r"<script>(.*?)</script>"):
        (content,) = re.findall(pattern, text, re.DOTALL)
        assert f"'sha256-{base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()}'" in policy
    assert "unsafe" not in policy


def test_the_page_asks_for_nothing() -> None:
    text = page(Result("a", "a.en.txt", (row(),), article=article(["The plan  works."])))
    assert not re.search(r"(?:src|href)=\"(?!#)", text)
    assert not re.search(
        r"https?:|//[a-z]|@import|url\(|\bfetch\(|XMLHttpRequest|WebSocket|sendBeacon", re.sub(r"//.*", "", text, flags=re.MULTILINE)
    )
    assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function", text)


def test_the_same_findings_give_the_same_bytes() -> None:
    result = Result("a", "a.en.txt", (row(),), article=article(["The plan  works."]))
    assert page(result) == page(result)
    assert render("html", [row()]) == render("html", [row()])


# --- the data


def test_offsets_count_as_a_browser_does() -> None:
    text = "𠮷野家 😀  works"
    found: Any = row(text=text, start=5, end=7, related=[related(document="a", side="source", segment=0, start=1, end=2)], fixes=[fix()])
    found["fixes"][0]["edits"][0].update(start=5, end=7)
    data = parsed(page(Result("a", "a.en.txt", (found,), article=article([text], ["😀计划"])))).data
    (finding,) = json.loads(data["data-index"])["findings"]
    assert (finding["start"], finding["end"]) == (7, 9)
    assert (finding["related"][0]["start"], finding["related"][0]["end"]) == (2, 3)
    assert (finding["fixes"][0]["edits"][0]["start"], finding["fixes"][0]["edits"][0]["end"]) == (7, 9)


def test_figures_then_and_now() -> None:
    now = {"consistency": {"agreement": 0.9, "dominance": 0.95, "terms": 16, "split": 2}, "adherence": {"met": 40, "of": 42}}
    then = Report(figures={"consistency": {"agreement": 0.8, "dominance": 0.9, "terms": 10, "split": 3}, "adherence": {"met": 30, "of": 41}})
    text = page(Result("a", "a.txt"), head=Head("1", earlier=then), foot=Foot(figures=now, totals=Totals(untouched=7)))
    assert "<dd>0.90 <small>then 0.80</small></dd>" in text
    assert "<dd>2 <small>/ 16</small></dd>" in text
    assert "<dd>40 <small>/ 42 then 30 / 41</small></dd>" in text
    assert "<dt>On unchanged lines</dt><dd>7</dd>" in text


def test_the_picture_of_the_corpus() -> None:
    found = [
        Result(str(number), f"{folder}/{number}.txt", (row(),) * number, meta={"desk": desk, "date": date})
        for number, (folder, desk, date) in enumerate(
            [("a", "city", "2026-11-23"), ("a", "city", "2026-11-24"), ("b", "<b>world", "2026-12-01"), ("b", "city", "2026-12-02")]
        )
    ]
    text = page(*found)
    assert re.findall(r"<h2>By ([^<]*)</h2>", text) == ["group", "rule", "folder", "date (week)", "desk"]
    assert re.findall(
        r'<tr><th scope="row" class="given">([^<]*)</th><td>.*</svg></td><td>(\d+)</td><td>(\d+)</td><td>([0-9.]+)</td></tr>', text
    ) == [
        *[("b", "2", "5", "2.5"), ("a", "2", "1", "0.5")],
        *[("2026-W48", "2", "1", "0.5"), ("2026-W49", "2", "5", "2.5")],
        *[("city", "3", "4", "1.3"), ("&lt;b&gt;world", "1", "2", "2.0")],
    ]


def test_titles_and_the_corpus() -> None:
    furnished = Result("a", "a.en.txt", (row(),), article=article(["People's Network", "The Bridge Opens", "It opened."], furniture=[0]))
    titled = replace(furnished, document="b", article={**article(["It opened."]), "title": "Bridge"})
    index = json.loads(parsed(page(furnished, titled, Result("c", "c.txt"))).data["data-index"])
    assert [one["title"] for one in index["articles"]] == ["The Bridge Opens", "Bridge", "c"]
    other = json.loads(parsed(page(replace(furnished, rows=()), titled, Result("c", "c.txt"))).data["data-index"])
    assert index["corpus"] == other["corpus"], "decisions outlive another check of the same articles"


def test_related_places_in_other_articles() -> None:
    there = related(document="b", path="b.en.txt", side="target", segment=0, start=0, end=3)
    gone = related(document="z", path="z.en.txt")
    one = Result("a", "a.en.txt", (row(related=[there, gone]),), article=article(["The plan  works."]))
    other = Result("b", "b.en.txt", article=article(["The end."]))
    (finding,) = json.loads(parsed(page(one, other)).data["data-index"])["findings"]
    assert [place["article"] for place in finding["related"]] == [1, None]


# --- side by side


def passages(target: list[str], source: list[str], *, aligned: bool = False) -> list[tuple[list[int], list[int]]]:
    document = Document("a", "a.en.txt", segments("target", *target), segments("source", *source), aligned=aligned)
    shown = article_row(Analysis(document))["passages"]
    assert sorted(number for one in shown for number in one["target"]) == [number for number, text in enumerate(target) if text.strip()]
    assert sorted(number for one in shown for number in one["source"]) == [number for number, text in enumerate(source) if text.strip()]
    return [(one["source"], one["target"]) for one in shown]


BRIDGE = ["大桥于周一在武汉通车，省长出席仪式。", "该桥全长三千二百米，耗时四年建成。", "市民表示，过江时间将缩短一半。"]
ENGLISH = [
    "The bridge opened in Wuhan on Monday, and the governor attended the ceremony.",
    "The bridge is 3,200 meters long and took four years to build.",
    "Residents said the crossing will take half the time.",
]


def test_passages_pair_what_belongs_together() -> None:
    assert passages(ENGLISH, BRIDGE) == [([0], [0]), ([1], [1]), ([2], [2])]
    assert passages([ENGLISH[0], "", *ENGLISH[1:]], BRIDGE) == [([0], [0]), ([1], [2]), ([2], [3])]
    assert passages(ENGLISH, []) == [([], [0]), ([], [1]), ([], [2])]


def test_what_has_no_counterpart_stands_between_its_neighbours() -> None:
    assert passages([ENGLISH[0], ENGLISH[2]], BRIDGE, aligned=False)[-1][1] == [1]
    assert passages([ENGLISH[0], "", ENGLISH[2]], BRIDGE, aligned=True) == [([0], [0]), ([1], []), ([2], [2])]


def test_furniture_stands_beside_furniture_of_its_kind() -> None:
    shown = passages([*ENGLISH, "(Editor in charge: Ding Kexin)", "Back to top"], [*BRIDGE, "(责任编辑：丁可欣)", "返回顶部"])
    assert shown[3:] == [([3], [3]), ([4], [4])]
    chatty = passages(["Sure, here is the English translation:", *ENGLISH, "Back to top"], [*BRIDGE, "(责任编辑：丁可欣)", "返回顶部"])
    assert chatty[0] == ([], [0])
    assert chatty[-2:] == [([3], []), ([4], [4])]


# --- terms


def split(text: str, wrong: str, right: str, **changes: Any) -> Any:
    start = text.index(wrong)
    found: Any = row(text=text, start=start, end=start + len(wrong), rule="split-term", group="consistency", fixes=[fix(right)], **changes)
    found["fixes"][0]["edits"][0].update(segment=found["segment"], start=start, end=start + len(wrong))
    return found


def test_terms_list_every_rendering_and_place() -> None:
    lines = ["The Harvest Leader opened.", "The Harvest Excellence closed.", "Harvest Leaders met.", "Back to the Harvest Leader"]
    one = Result("a", "a.txt", (split(lines[1], "Harvest Excellence", "Harvest Leader", segment=1),), article=article(lines, furniture=[3]))
    two = Result("b", "b.txt", (split("A Harvest Head.", "Harvest Head", "Harvest Leader"),), article=article(["A Harvest Head."]))
    (term,) = find_terms([one, two])
    assert [(each.text, len(each.spots)) for each in term.renderings] == [("Harvest Leader", 1), ("Harvest Excellence", 1), ("Harvest Head", 1)]
    assert term.renderings[0].spots == (Spot(0, 0, 4, 18),), "no other word, no furniture"
    assert (term.group, term.rules) == ("consistency", ("split-term",))


@pytest.mark.parametrize(
    "changes",
    [
        {"group": "mechanics"},
        {"side": "source"},
        {"text": "  "},
        {"fixes": []},
        {"fixes": [{"title": "x", "safe": False, "edits": [fix()["edits"][0], fix()["edits"][0]]}]},
        {"fixes": [fix("Harvest Leader")]},  # an edit of other words than those found
        {"fixes": [{"title": "delete it", "safe": True, "edits": [{**fix("")["edits"][0], "start": 4, "end": 22}]}]},
    ],
)
def test_what_is_no_term(changes: Any) -> None:
    text = "The Harvest Excellence closed."
    found: Any = {**split(text, "Harvest Excellence", "Harvest Leader"), **changes}
    assert find_terms([Result("a", "a.txt", (found,), article=article([text]))]) == []


def test_terms_come_from_the_source_and_with_it() -> None:
    text = "The docking event."
    found = split(text, "docking", "matchmaking", related=[related(text="对接")])
    (term,) = find_terms([Result("a", "a.txt", (found,))])
    assert term.source == "对接"
    assert term.renderings[1].spots == (Spot(0, 0, 4, 11),)


def test_a_term_is_known_by_its_chinese_and_has_all_its_renderings() -> None:
    lines = ["The Harvest Leader opened.", "The Harvest Excellence closed.", "The Autumn Crop closed.", "The Harvest Excellence fair 𠮷 Autumn Crop."]

    def mention(term: str, segment: int, text: str) -> MentionRow:
        start = lines[segment].index(text)
        return MentionRow(term=term, segment=segment, start=start, end=start + len(text))

    shown = article(lines)
    shown["mentions"] = [
        mention("丰收", 0, "Harvest Leader"),
        mention("丰收", 1, "Harvest Excellence"),
        mention("丰收", 2, "Autumn Crop"),
        mention("丰收博览会", 3, "Harvest Excellence fair 𠮷"),
        mention("丰收", 3, "Autumn Crop"),
    ]
    fault = split(lines[1], "Harvest Excellence", "Harvest Leader", segment=1)
    (term,) = find_terms([Result("a", "a.txt", (fault,), article=shown)])
    assert term.source == "丰收"
    assert [(one.text, len(one.spots)) for one in term.renderings] == [("Harvest Leader", 1), ("Autumn Crop", 2), ("Harvest Excellence", 1)]
    start = lines[3].index("Autumn")
    assert term.renderings[1].spots[1] == Spot(0, 3, start + 1, start + 12), "UTF-16: one unit more"
    larger = split(lines[3], "Harvest Excellence", "Harvest Leader", segment=3)
    (other,) = find_terms([Result("a", "a.txt", (larger,), article=shown)])
    assert other.source == "丰收博览会", "the words are mostly the same"


# --- tallies


def test_tallies() -> None:
    rows = (row(), row(severity="error", rule="mojibake", group="encoding"), row(severity="error", rule="mojibake", group="encoding"))
    results = [Result("a", "a.txt", rows[:1]), Result("b", "b.txt", rows[1:]), Result("c", "c.txt")]
    assert [(one.name, one.error, one.warning, one.info) for one in by("group", rows)] == [("encoding", 2, 0, 0), ("mechanics", 0, 1, 0)]
    assert [number for number, _ in worst(results, 5)] == [1, 0]
    assert spread(results) == [("0", 1), ("1", 1), ("2–3", 1), ("4–7", 0), ("8–15", 0), ("16–31", 0), ("32+", 0)]


def test_the_trend_tells_findings_apart_by_their_fingerprints() -> None:
    then = [row(fingerprint="1"), row(fingerprint="2", severity="error")]
    now = [row(fingerprint="1"), row(fingerprint="3", group="numbers"), row(fingerprint="4", group="numbers")]
    found = trend(now, then)
    assert (found.new, found.gone, found.stayed) == (2, 1, 1)
    assert {change.name: change.by for change in found.groups} == {"mechanics": -1, "numbers": 2}
    assert {change.name: change.by for change in found.severities} == {"error": -1, "warning": 2, "info": 0}
