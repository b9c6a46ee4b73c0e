"""One line, without the article around it: what it is, what shares it, and where furniture stops."""

from __future__ import annotations

import random

import pytest

from tqa.model import Span
from tqa.text.bags import bags
from tqa.text.boilerplate import recognise_ending, recognise_line
from tqa.text.chatter import read_closing, read_markup, read_preamble, read_refusal
from tqa.text.credits import labels
from tqa.text.furniture_signs import look_over
from tqa.text.furniture_words import table
from tqa.text.phrases import COVER_LEAST, read_words
from tqa.text.sites import is_breadcrumb, site_suffix


def families(line: str) -> list[str]:
    """Families of the line's strong marks; weak ones end in a question mark."""
    return [mark.family + "?" * mark.weak for mark in recognise_line(line)]


@pytest.mark.parametrize(
    ("line", "family"),
    [
        ("Share it on Weibo, WeChat and QQ", "share-bar"),
        ("Forward so that others can see", "share-bar"),
        ("转发给更多人看", "share-bar"),
        ("[Typeface: big, middle, small]", "font-size-widget"),
        ("字号：大 中 小", "font-size-widget"),
        ("Return to the Riverside Daily homepage", "back-to-top"),
        ("Go to top", "back-to-top"),
        ("回到顶部", "back-to-top"),
        ("China News Network", "site-name-line"),
        ("https://www.example.com", "site-name-line"),
        ("09:32, 12 August 2020", "source-line"),
        ("Release time: 2020-08-12 Source: Bureau of Statistics", "source-line"),
        ("Author :  Source :", "source-line"),
        ("稿源：江城日报", "source-line"),
        ("Re editor: Liu Yu", "editor-credit"),
        ("First instance: Liu Yu, second instance: He Jun", "editor-credit"),
        ("First trial Liu Yu Second trial He Jun", "editor-credit"),
        ("Editor: He Jun", "editor-credit"),  # a surname, no pronoun
        ("Editor Sun Long Reviewer He Fan", "editor-credit"),  # names, no verbs
        ("Chief Editor Li Ming, Deputy Editor Wang Wu", "editor-credit"),
        ("Planning Li Ming Coordination Wang Wu Writing Zhao Liu", "editor-credit"),
        ("Editor: Li Ming Reviewed by: Wang Wu", "editor-credit"),  # begins another credit
        ("Reporter Li Ming Text Organized by Wang Wu", "reporter-credit"),
        ("Reporter Li Ming Reporting from Wuhan", "reporter-credit"),
        ("Reporter Li Ming in Wuhan", "reporter-credit"),
        ("Chief Editor Li Ming, Deputy Editor Wang Wu Riverside Daily", "editor-credit"),  # their paper
        ("Edited by Li Ming Reviewed by Grace Young", "editor-credit"),
        ("Chief Editor Li Ming, Deputy Editor Wang Xiao Ran", "editor-credit"),
        ("责编 王芳", "editor-credit"),
        ("Correspondent: Liu Yu", "reporter-credit"),
        ("Extended reading", "related-links"),
        ("Guess what you like", "related-links"),
        ("热门推荐", "related-links"),
        ("Photographed by Liu Yu", "photo-credit"),
        ("Photo/Riverside News Agency", "photo-credit"),
        ("刘宇 摄", "photo-credit"),
        ("Former title: Dam holds", "original-title"),
        ("Click volume: 120", "read-counter"),
        ("Read 1.2k times", "read-counter"),
        ("Click to listen", "audio-widget"),
        ("About us - Legal notice - Site map", "contact-or-licence-line"),
        ("E-mail: desk@example.com Fax: 010-12345678", "contact-or-licence-line"),
        ("Reprint please note the source", "reprint-notice"),
        ("Sweep the two-dimensional code and pay attention to us", "qr-or-app-prompt"),
        ("WeChat public number: riverside", "qr-or-app-prompt"),
        ("Close window", "print-or-close"),
        ("Current position: Homepage > Finance", "breadcrumb"),
        ("12 netizens commented", ""),  # could be a sentence
        ("Leave a message", "comment-counter"),
        ("(c) 2020 Riverside Daily", "copyright-notice"),
        ("If there is any infringement, please contact us for deletion.", "disclaimer"),
        ("Platform statement: the platform only provides information storage.", "disclaimer"),
        ("First page Previous page Next page Last page", "page-navigation"),
        ("第1页/共3页", "page-navigation"),
    ],
)
def test_whole_lines(line: str, family: str) -> None:
    assert families(line)[:1] == ([family] if family else [])


@pytest.mark.parametrize(
    "line",
    [
        "Sharing economy booms in Sichuan",
        "Small and medium-sized cities grow together",
        "Back home for the festival",
        "I hope to return home.",
        "BEIJING, May 17 (Xinhua) -- Exports rose.",
        "Source: Iran to stop enrichment",
        "Editors: the new gatekeepers",
        "Chief Editor Li Ming, Deputy Editor Wang Wu Attend Forum",
        "Chief Editor Li Ming and Deputy Editor Wang Wu Meet Readers",
        "Reporters Wang Wu and Li Ming Receive Honour",
        "Editor Li Ming, Photographer Wang Wu Killed",
        "Reporter Wang Wu Wins Press Award",
        "Editor Li Ming Proofreader Wang Wu Retire",
        "Chief Editor: Li Ming Attends Forum",
        "Chief Editor Li Ming, Deputy Editor Wang Wu Share Prize",
        "Chief Editor Li Ming, Deputy Editor Wang Wu Clinch News Award",
        "Chief Editor Li Ming, Deputy Editor Wang Wu Jailed",
        "Chief Editor Li Ming, Deputy Editor Wang Wu Are Honored",
        "Chief Editor Li Ming and Deputy Editor Wang Wu in Beijing for Talks",
        "Editors Grace Young, Bill Smith Attend Forum",
        "Time: the scarcest good",
        "Related to the case, three people were held.",
        "Picture this: a city without cars",
        "Views from the Great Wall",
        "Follow the money",
        "Apps banned from collecting data",
        "Reproduction of ancient ship sets sail",
        "Copyright protection gets tougher",
        "Statement: China firmly opposes sanctions",
        "Risk warning for the flood season",
        "The next page in the history of the city",
        "Beijing / Shanghai / Guangzhou",
        "China > India in growth",
        "编辑：一个正在消失的职业",
        "声明：中方坚决反对",
        "扫码支付进村",
        "中国电网",
    ],
)
def test_lines_of_the_article(line: str) -> None:
    assert not [family for family in families(line) if not family.endswith("?")]
    assert not recognise_ending(line)


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        ("Time: 2024-05-18 08:41 Clicks: 12", [("source-line", "Time: 2024-05-18 08:41"), ("read-counter", "Clicks: 12")]),
        ("阅读 12　评论 3", [("read-counter", "阅读 12　"), ("comment-counter", "评论 3")]),
        ("版权所有 江城日报 陕ICP备00000000号", [("copyright-notice", "版权所有 江城日报 "), ("contact-or-licence-line", "陕ICP备00000000号")]),
    ],
)
def test_lines_that_are_two_things(line: str, parts: list[tuple[str, str]]) -> None:
    marks = recognise_line(line)
    assert [(mark.family, mark.span.of(line)) for mark in marks] == parts
    assert all(mark.edit == Span(0, len(line)) for mark in marks)


@pytest.mark.parametrize(
    ("line", "family", "text"),
    [
        ("The dam held. (Edited by Liu Yu)", "editor-credit", "(Edited by Liu Yu)"),
        ("The dam held through the night. [Source: Riverside Daily] ", "source-line", "[Source: Riverside Daily]"),
        ("The dam held through the night. Back to the top", "back-to-top", "Back to the top"),
        ("大坝安然度过洪峰。（责编：刘宇）", "editor-credit", "（责编：刘宇）"),
        ("图为工程师检查大坝。刘宇 摄", "photo-credit", "刘宇 摄"),
        ("The dam held (source of the data: the exchange's report for its members).", "", ""),
        ("He came first in Riverside (2:01:09).", "", ""),
        ("Nothing is lost, he said. Share your joy.", "", ""),
    ],
)
def test_endings(line: str, family: str, text: str) -> None:
    assert [(mark.family, mark.span.of(line)) for mark in recognise_ending(line)] == ([(family, text)] if family else [])


def test_an_ending_takes_the_blank_before_it_along() -> None:
    line = "The dam held. (Edited by Liu Yu) "
    (mark,) = recognise_ending(line)
    assert line[: mark.edit.start] + line[mark.edit.end :] == "The dam held."


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("Okay, here is the translation of the article: The dam held.", "Okay, here is the translation of the article: "),
        ("Sure! Below is my translation. The dam held.", "Sure! Below is my translation. "),
        ("**English version:**", "**English version:**"),
        ("Certainly!", "Certainly!"),
        ("The following is the full text of the speech:", None),
        ("English: a language that conquered the world", None),
        ("Sure, the dam will hold.", None),
        ("“Here is the translation:” he said.", None),
    ],
)
def test_preambles(line: str, said: str | None) -> None:
    span = read_preamble(line)
    assert (None if span is None else span.of(line)) == said


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("The dam held. Let me know if you'd like a shorter version.", "Let me know if you'd like a shorter version."),
        ("The dam held. (Note: names were romanised.)", "(Note: names were romanised.)"),
        ("This translation keeps the tone of the original.", "This translation keeps the tone of the original."),
        ("The dam held. I hope to return home.", None),
        ("“Let me know if you need help,” she said.", None),
        ("Note: the exchange is closed.", None),
    ],
)
def test_closings(line: str, said: str | None) -> None:
    span = read_closing(line, at_end=True)
    assert (None if span is None else span.of(line)) == said


@pytest.mark.parametrize(
    ("line", "refused"),
    [
        ("I'm sorry, but I can’t help with that request.", True),
        ("I am not able to assist with this. I cannot provide a translation of this text.", True),
        ("As an AI language model, I have no view.", True),
        ("抱歉，我无法翻译该内容。", True),
        ("“I'm sorry, but I can't help with that,” he said.", False),
        ("I am sorry, but I cannot forgive them.", False),
        ("As an AI company, Riverside grew fast.", False),
    ],
)
def test_refusals(line: str, refused: bool) -> None:
    assert (read_refusal(line) is not None) is refused


@pytest.mark.parametrize(
    ("line", "markup"),
    [
        ("<Start>The dam held.</s>", ["<Start>", "</s>"]),
        ("### Response:", ["### Response:"]),
        ("[Source] The dam held.", ["[Source]"]),
        ("Please translate this article into English.", ["Please translate this article into English."]),
        ("Translate words into deeds, premier says", []),
        ("Growth was < 5 % and > 3 %.", []),
    ],
)
def test_markup(line: str, markup: list[str]) -> None:
    assert [span.of(line) for span in read_markup(line)] == markup


@pytest.mark.parametrize(
    ("title", "site"),
    [
        ("Dam holds through the night - Xinhuanet", " - Xinhuanet"),
        ("Dam holds through the night_Riverside Daily Online", "_Riverside Daily Online"),
        ("Dam holds through the night - Today's News - Riverside Daily - www.example.com", " - Today's News - Riverside Daily - www.example.com"),
        ("大坝安然度过洪峰-新华网", "-新华网"),
        ("Riverside - a city on the water", None),
        ("Talks on the Beijing - Shanghai railway", None),
    ],
)
def test_site_behind_a_headline(title: str, site: str | None) -> None:
    span = site_suffix(title)
    assert (None if span is None else span.of(title)) == site


@pytest.mark.parametrize(
    ("line", "path"),
    [("Home » News » Text", True), ("首页 > 财经 > 正文", True), ("Home - News - Text", True), ("Home > office", False), ("A / B / C", False)],
)
def test_breadcrumbs(line: str, path: bool) -> None:
    assert is_breadcrumb(line) is path


def test_the_longest_phrase_wins_and_its_words_are_remembered() -> None:
    words = read_words("See more").words
    assert len(words) == 1
    assert words[0].is_of(frozenset(["prompt-object"]))  # both words are
    assert [word.weight for word in read_words("related topics").words] == [1.0, 1.0]  # “related to” is a phrase, and does not stand here


def test_sentences_without_a_word_of_furniture_are_not_read() -> None:
    lines = ["Dam holds", "The river rose by a metre on Monday, and the dam held through the night.", "He said so. (Edited by Liu Yu)"]
    folded = "\n".join(lines).lower()
    assert look_over(lines, folded, [0, 10, 10 + len(lines[1]) + 1]).furniture == {0, 2}


def test_chinese_prose_is_not_read_and_what_is_furniture_is() -> None:
    prose = ["今年的收成比去年好得多。", "他指出：合作已经深化。", "9月17日，粮农部门公布了结果。", "作为农民，他不能闲着。", "农民忙着收割晚稻"]
    furniture = ["转载请注明出处。", "来源：张三报。", "返回首页", "下载客户端。", "记者 李明", "2024年5月18日", "记者李明摄", "新华网。"]
    lines = [*prose, *furniture]
    starts = [len("\n".join(lines[:number])) + (number > 0) for number in range(len(lines))]
    look = look_over(lines, "\n".join(lines), starts)
    assert look.furniture == set(range(len(prose), len(lines)))
    assert not look.talk


def test_no_chinese_line_that_is_furniture_is_left_unread() -> None:
    draw = random.Random(7)
    phrases = sorted({phrase for row in table("words") if row["language"] == "zh" for phrase in row["phrases"].split("|")})
    others = ["李明", "王小红", "新华网", "2024年5月18日", "18:30", "经济", "农民工", "赈灾", "：", "。", " ", "，", "（", "APP"]
    told = 0
    for _ in range(4000):
        parts = [draw.choice(phrases) for _ in range(draw.randint(1, 4))] + draw.sample(others, draw.randint(0, 3))
        draw.shuffle(parts)
        line = "".join(parts).strip() + draw.choice(["", "", "。", "！"])
        lines = ["大坝昨夜经受住了考验。", line]
        known = recognise_line(line) or recognise_ending(line)
        assert not known or 1 in look_over(lines, "\n".join(lines).lower(), [0, len(lines[0]) + 1]).furniture, line
        told += bool(known)
    assert told > 200


def test_every_row_says_why_and_every_class_is_known() -> None:
    classes = {row["class"] for row in table("words")} | {"number"}
    for bag in bags():
        assert bag.cover >= COVER_LEAST
        assert bag.words | bag.lead | bag.tail <= classes
        assert {name for combination in bag.core for name, _ in combination} <= classes
    assert {label.name for label in labels()} <= classes
    assert all(row["reason"] for row in (*table("families"), *table("labels"), *table("sites")))


@pytest.mark.parametrize("line", ["Shanghai Port Sets Record: 51.5 Million TEUs", "Beijing Sets Record: 21 Days Without Smog", "Record: 12-3"])
def test_a_record_that_is_set_is_no_licence(line: str) -> None:
    assert recognise_line(line) == ()


@pytest.mark.parametrize(
    ("line", "found"),
    [("2024年5月18日", ["source-line?"]), ("2024年5月18日 10:12 新华网", ["source-line"]), ("2024年5月18日赈灾", [])],
)
def test_a_word_that_goes_on_after_a_date_is_part_of_none(line: str, found: list[str]) -> None:
    assert families(line) == found
