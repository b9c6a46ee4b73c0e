"""Seats of government that stand for their power."""

from __future__ import annotations

import pytest

from tqa.data import lexicon
from tqa.text.countries import country
from tqa.text.seats import is_power_said, names_seat


@pytest.mark.parametrize(
    ("chinese", "name", "english", "said"),
    [
        # A seat that acts, by what it does or who acts there, near or far.
        ("莫斯科方面否认了指控。", "莫斯科", "Russia denied the accusations.", True),
        ("莫斯科表示愿与美国对话。", "莫斯科", "Russia said it was ready for dialogue with Washington.", True),
        ("平壤多次强烈谴责美国。", "平壤", "North Korea condemned the US.", True),
        ("基辅对这一决定表示欢迎。", "基辅", "Ukraine welcomed the decision.", True),
        ("德黑兰应停止干预。", "德黑兰", "Iran should stop interfering.", True),
        ("白宫否认。", "白宫", "Washington denied it.", True),
        ("白宫否认。", "白宫", "The Trump administration denied it.", True),
        ("五角大楼宣布增兵。", "五角大楼", "The US military announced it.", True),
        ("克里姆林宫称愿意谈判。", "克里姆林宫", "Moscow said it was ready to talk.", True),
        ("北京当局表示反对。", "北京当局", "China voiced opposition.", True),
        ("布鲁塞尔呼吁对话。", "布鲁塞尔", "The EU called for dialogue.", True),
        ("开罗和多哈继续斡旋。", "开罗", "Egypt and Qatar went on mediating.", True),
        # One that is dealt with.
        ("美国与首尔达成协议。", "首尔", "The US struck a deal with South Korea.", True),
        ("计划遭基辅拒绝。", "基辅", "Ukraine rejected the plan.", True),
        ("伊朗指责华盛顿。", "华盛顿", "Iran blamed the United States.", True),
        ("英国驻喀布尔大使馆关闭。", "喀布尔", "The British embassy in Afghanistan was closed.", True),
        # A city is a city.
        ("莫斯科下雪。", "莫斯科", "It snowed in Russia.", False),
        ("外长抵达莫斯科。", "莫斯科", "The minister arrived in Russia.", False),
        ("东京股市上涨。", "东京", "Japanese stocks rose.", False),
        ("北京市政府表示反对。", "北京", "China voiced opposition.", False),
        ("伦敦警方称。", "伦敦", "British police said.", False),
        ("英国驻平壤记者说。", "平壤", "A British reporter in North Korea said.", False),
        # Another power, none, or one that the source names besides.
        ("基辅拒绝和谈。", "基辅", "Poland rejected peace talks.", False),
        ("基辅拒绝和谈。", "基辅", "It rejected peace talks.", False),
        ("基辅拒绝和谈，称乌克兰不会投降。", "基辅", "Ukraine rejected peace talks.", False),
        ("基辅拒绝和谈，称乌克兰不会投降。", "基辅", "Ukraine rejected talks, saying Ukraine would not surrender.", True),
        ("首尔指责平壤。", "首尔", "North Korea was blamed.", False),
        # The country by its seat.
        ("日本拒绝置评。", "日本", "Tokyo declined to comment.", True),
        ("美国政府否认。", "美国", "The White House denied it.", True),
        ("他住在日本。", "日本", "He lives in Tokyo.", False),
        ("法国举行奥运会。", "法国", "The Paris Olympics opened.", False),
        ("日本拒绝置评。", "日本", "Seoul declined to comment.", False),
        ("产业链", "产业链", "Moscow", False),
    ],
)
def test_powers_by_another_name(chinese: str, name: str, english: str, said: bool) -> None:
    start = chinese.index(name)
    assert is_power_said(chinese, [(start, start + len(name))], english) is said


def test_each_place_must_act() -> None:
    chinese = "莫斯科称，莫斯科下雪。"
    assert is_power_said(chinese, [(0, 3)], "Russia said it snowed in Moscow.")
    assert not is_power_said(chinese, [(0, 3), (5, 8)], "Russia said it snowed in Russia.")


@pytest.mark.parametrize("text", ["", "莫斯科" * 5_000, "莫斯科对" + "的" * 50_000, "莫斯科和" * 10_000])
def test_hostile_input_ends(text: str) -> None:
    assert not is_power_said(text, [(0, min(3, len(text)))], "Russia " * 1_000 + "Kremlin" * 1_000)


def test_a_text_names_a_seat() -> None:
    assert names_seat("AU", "spoke in Canberra", "")
    assert names_seat("AU", "", "堪培拉")
    assert not names_seat("AU", "spoke in Sydney", "悉尼")
    assert not names_seat("TV", "spoke in Funafuti", "")


def test_each_code_is_a_country_and_stands_once() -> None:
    codes = [code for code, *_ in lexicon("seats.tsv")[1:]]
    assert codes == sorted(set(codes))
    assert all(country(code) for code in codes if code != "EU")
