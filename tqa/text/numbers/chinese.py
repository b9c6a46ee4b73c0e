"""Numbers in Chinese text: figures, numerals and mixtures, with what stands before and after them."""

from __future__ import annotations

from decimal import Decimal
from functools import cache, lru_cache

from tqa.text.dates.republic import BEFORE_FIRST, common_year
from tqa.text.english import word_set
from tqa.text.numbers.chinese_measures import measure, measures
from tqa.text.numbers.chinese_money import LEADS, is_yen, name_before
from tqa.text.numbers.chinese_ranges import MOST_BETWEEN, sharing
from tqa.text.numbers.colloquial import LATEST, SPOKEN_MARKS, is_clock, is_moment, spoken_number
from tqa.text.numbers.hanzi import DIGITS, TWINS, is_vague, numeral_values
from tqa.text.numbers.masks import is_masked
from tqa.text.numbers.quantity import LONGEST, Kind, Quantity, Reading, distinct, ratio
from tqa.text.regex import regex

_UNUSUAL = regex("[０-９．％萬億兩餘個點幾數雙]")
_PLAIN = dict(zip("０１２３４５６７８９．％萬億兩餘個點幾數雙", "0123456789.%万亿两余个点几数双", strict=True))
_NUMBER = (
    "[0-9一二三四五六七八九十百千万亿两半双俩几数廿卅]"
    "(?:[0-9一二三四五六七八九十百千万亿两几零〇廿卅多余来]|[.,点](?=[0-9一二三四五六七八九零〇])| (?=[万亿千百])"
    # As money only: 兆瓦 are megawatts.
    "|兆(?=[元圆美日韩港台新越0-9一二三四五六七八九]))*"
)
_RUN = regex(_NUMBER)
_PART = regex(f"{_NUMBER}|[零〇]点[一二三四五六七八九零〇]+")
"""What follows 分之: 百分之零点五."""
_JOINS = frozenset(" 至到-－—–~～、或和")
_BIG = frozenset("万亿千百")
_LATIN = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")
_FIGURES = regex("[0-9]+")
_DOUBLED = regex("翻了?([一两三四]?)番")
_PLAN = regex('十[一二三四五六]五(?=[规”"’」』期时》目计、，和末以之]|开局)')
_TIME_TAILS = frozenset("年月日号时点")

# What may follow a number, and what it makes of it.
_TAILS: dict[str, Kind] = {
    "个百分点": "points",
    "百分点": "points",
    "%": "pct",
    " %": "pct",
    "‰": "frac",
    "倍": "times",
    "成": "cheng",
    "折": "zhe",
    "年": "moment",
    "月": "moment",
    "日": "moment",
    "号": "moment",
    "时": "moment",
    "点": "moment",
    "世纪": "moment",
    "旬": "num",
}
_MADE = regex(
    "(?:具体|重要|主要|明确|政策|原则|核心|宝贵|希望|共同|工作)?(?:建议|意见|希望|要求|主张|看法|共识|体会|原因|理由|倡议|启示|举措|承诺|期待|期望)"
)
"""What is made in so many points."""
_DURATIONS = ("年以上", "年以来", "年多", "日内", "日游", "月龄")
_NOT_TENTHS = tuple(word_set("成为 成立 成功 成果 成员 成就 成本 成都 成年 成长 成绩 成分 成份 成效 成熟 成套 成品 成群 成龙"))
_FOLDS = regex("折(?:[叠疊](?!加)|屏|[页頁](?!面))")
"""What follows the number of folds: 三折叠, “tri-fold”; 三折叠加 is a discount."""


def find_quantities(text: str) -> list[Quantity]:
    """Every number of a Chinese text in order, also those that say nothing a translation must repeat (weight 0).

    Cost: one scan and a step a number.
    """
    if _UNUSUAL.search(text):
        # Not str.translate: it walks every character.
        text = _UNUSUAL.sub(lambda match: _PLAIN[match.group()], text)
    found: list[Quantity] = []
    done = 0
    may_follow = _may_follow()
    for match in _RUN.finditer(text):
        start, end = match.span()
        if start < done:
            continue
        run, before, after = match.group(), text[start - 1 : start], text[end : end + 1]
        if run == "一" and after not in _AFTER_ONE and before != "第":
            # By far the commonest, and hardly ever a number that has to be said.
            found.append(Quantity(start, end, _ONE))
            continue
        if run == "数":
            continue
        if before in _WITH_A_NUMERAL and len(run) > 1 and _is_of_word_before(text, start, run):
            # 统一六国 has six, 周四两名 two.
            before, start, run = run[0], start + 1, run[1:]
        quantity: Quantity | None
        if "两" in run and (weighed := _weighed(start, run)):
            quantity = weighed
        elif before not in _MAY_PRECEDE and after not in may_follow and (run.isascii() or _is_simple(run)):
            # Most numbers are what they look like: nothing stands around them that could make anything else of them.
            reading = _reading(run, "num", "", False)
            quantity = Quantity(start, end, reading if run.isascii() or not is_masked(text, start, end) else _weak(reading))
        else:
            quantity = _quantity(text, start, end, run)
        if quantity is not None:
            done = quantity.end
            if found and start <= found[-1].end + MOST_BETWEEN:
                found[-1] = sharing(found[-1], quantity, text)
            found.append(quantity)
    if "番" in text:
        found += [_doubling(match.start(), match.end(), match.group(1)) for match in _DOUBLED.finditer(text)]
        found.sort()
    return found


def _weighed(start: int, run: str) -> Quantity | None:
    """二两, two liang of fifty grams; 一两 and 三两 are one or two and two or three as well."""
    place = run.find("两", 1)
    if place < 1 or run[place - 1] not in "二四五六七八九0123456789":
        return None
    reading = _reading(run[:place], "num", "", False)
    return Quantity(start, start + place + 1, _weak(reading)._replace(values=(*reading.values, *(_GRAMS * value for value in reading.values))))


_GRAMS = 50


def _is_of_word_before(text: str, start: int, run: str) -> bool:
    """Whether the first numeral of a run ends the word before it: 统一, 唯一; 周四, 星期四 before a figure or 两, which follows no digit."""
    if text[start - 1] in _ENDING_IN_ONE:
        return run[0] == "一"
    return run[0] in "一二三四五六" and run[1] in "两0123456789" and text.endswith(_WEEKS, 0, start)


_ENDING_IN_ONE = frozenset("统唯专单划逐")
_WEEKS = ("周", "星期", "礼拜")
_WITH_A_NUMERAL = _ENDING_IN_ONE | {week[-1] for week in _WEEKS}
_ONE = Reading((Decimal(1),), weight=0, spelled=True)
_HALF = Reading((Decimal("0.5"), Decimal(50)), "frac", 0, spelled=True)
_HALVES = {
    "年": Reading((Decimal("0.5"), Decimal(6), Decimal(50)), "frac", 0, spelled=True),
    "月": Reading((Decimal("0.5"), Decimal(15), Decimal(2), Decimal(50)), "frac", 0, spelled=True),
    "小": Reading((Decimal("0.5"), Decimal(30), Decimal(50)), "frac", 0, spelled=True),
    "世": Reading((Decimal("0.5"), Decimal(50), Decimal(5)), "frac", 0, spelled=True),
}


def _quantity(text: str, start: int, end: int, run: str) -> Quantity | None:
    before, after = text[start - 1 : start], text[end : end + 1]
    in_yen = after == "日" and is_yen(text, end, run)
    if after in _TIME_TAILS and before not in _MAY_PRECEDE and run.isascii() and not in_yen:
        kind, unit = _time(text, end, run, before)
        half = text[end + 1 : end + 2] == "半"
        return Quantity(start, end + 1 + half, _reading(run, kind, unit, half))
    if "点" in run and is_clock(text, end, run):
        run = run[: run.index("点")]
        end = start + len(run)
    # 五百千克, 100千瓦: the last 千 is the unit's.
    if run[-1] == "千" and text[end : end + 1] in ("瓦", "克", "米", "伏", "卡", "帕"):
        if len(run) == 1:
            return None
        end -= 1
        run = run[:-1]
    if before == "第":
        return _ordinal(text, start, end, run)
    if text.startswith("分之", end):
        return _fraction(text, start, end, run)
    ascii_run = run[0] in "0123456789"
    after = text[end : end + 1]
    if ascii_run and (before in _MAY_CODE or after in _LATIN) and _is_code(text, start, end):
        return Quantity(start, end, _code(run))
    if after in SPOKEN_MARKS and before != "." and (spoken := spoken_number(text, start, end, run)):
        return spoken
    if run == "一":
        return Quantity(start, end, _ONE)
    kind = "num"
    tail_end = end
    if run == "半":
        return Quantity(start, end, _HALVES.get(after if after != "个" else text[end + 1 : end + 2], _HALF))
    if after == "分" and (before == "点" or (before == "时" and text[start - 2 : start - 1] != "小")):
        return Quantity(start, end, _weak(_reading(run, kind, "", False)))
    for tail in _TAILS_BY_START.get(after, ()) if not in_yen else ():
        if text.startswith(tail, end):
            kind, tail_end = _TAILS[tail], end + len(tail)
            break
    if kind == "cheng" and text.startswith(_NOT_TENTHS, end):
        kind, tail_end = "num", end
    elif kind == "zhe" and _FOLDS.match(text, end):
        return Quantity(start, end, _weak(_reading(run, "num", "", False)))
    unit = ""
    lead = text[start - 2 : start - 1] if before == " " else before
    if kind == "num" and (after in _BEFORE_UNIT or after in measures() or lead in _BEFORE_MONEY):
        unit, tail_end, kind = measure(text, start, end)
        if unit == "li" and text[tail_end - 2] != "华" and (run in _BARE or text[tail_end : tail_end + 1] in _NOT_AFTER_LI):
            unit, tail_end = "", end
    elif kind == "moment":
        kind, unit = _time(text, end, run, before)
    half = kind in ("moment", "num", "times") and text[tail_end : tail_end + 1] == "半"
    if not half and text.startswith("个半", end):
        half, tail_end = True, end + 1
    if not ascii_run and kind == "num" and is_masked(text, start, end):
        reading = _reading(run, kind, unit, half)
        return Quantity(start, end, _weak(reading))
    reading = _reading(run, kind, unit, half)
    if ascii_run and (before == "+" or after == "+"):
        reading = Reading(reading.values, reading.kind, 2, reading.unit)
    elif run[0] == "十" and len(run) <= 3 and _PLAN.match(text, start):
        reading = Reading((numeral_values(run[:2])[0], *reading.values), "ordinal", 0)
    elif after in _BASIS_STARTS and kind == "num" and text.startswith(("个基点", "基点"), end):
        reading = Reading(distinct([*reading.values, *(value / 100 for value in reading.values)]), kind, reading.weight, spelled=not ascii_run)
    elif ascii_run and (after in (":", "：") or text.startswith("强赛", end)):
        reading = _weak(reading)
    elif after == "旬":
        # 七旬, in his seventies.
        reading = _weak(reading)._replace(values=tuple(10 * value for value in reading.values))
    elif not ascii_run and after == "大" and run in ("十六", "十七", "十八", "十九", "二十", "二十一"):
        reading = Reading(reading.values, "ordinal", 1)
    return Quantity(start, tail_end + half, reading)


def is_plan(quantity: Quantity) -> bool:
    """Whether it is the number of a five-year plan that does not say so: 十四五."""
    reading = quantity.reading
    return reading.kind == "ordinal" and not reading.weight and len(reading.values) > 1


def _time(text: str, end: int, run: str, before: str) -> tuple[Kind, str]:
    """Whether a number before a unit of time is part of a date or a count, and its unit if that is a year: 年, 年来, 民国."""
    after = text[end]
    if after == "年" and (years := numeral_values(run)) and common_year(text, end - len(run), end, int(years[0])):
        return "moment", "民国"
    if (
        (after == "年" and run[-1] in "万亿")
        or text.startswith(_DURATIONS, end)
        or (after in LATEST and not is_moment(run, after))
        or (after == "点" and _MADE.match(text, end + 1))
    ):
        return "num", ""
    if after != "年" or text[end + 1 : end + 2] == "代":
        return "moment", ""
    return "moment", "年来" if text[end + 1 : end + 2] in _SPAN_AFTER or before in _SPAN_BEFORE else "年"


@cache
def _may_follow() -> frozenset[str]:
    """The characters that can make something else of the number before them."""
    return frozenset((*SPOKEN_MARKS, *_TAILS_BY_START, *_BEFORE_UNIT, *measures(), *_LATIN, *_BASIS_STARTS, *"分半大强+:："))


_BASIS_STARTS = frozenset("个基")
_AFTER_ONE = SPOKEN_MARKS | {"分"}


def _is_simple(run: str) -> bool:
    """Whether a numeral says a number by itself: no half, no plan, no unit that begins with 千, no hour."""
    return run not in ("一", "半") and run[0] != "十" and run[-1] != "千" and "点" not in run


_MAY_CODE = frozenset("-./: ") | _LATIN
_BEFORE_MONEY = LEADS | _LATIN
_MAY_PRECEDE = _MAY_CODE | LEADS | frozenset("第+")
_BEFORE_UNIT = frozenset(" 多余")
_TAILS_BY_START: dict[str, tuple[str, ...]] = {first: tuple(tail for tail in _TAILS if tail[0] == first) for first in {tail[0] for tail in _TAILS}}


_NOT_AFTER_LI = frozenset("面程约斯拉亚奥尔昂弄屯巷桥香海河店铺坊坪塘庄")


def _is_code(text: str, start: int, end: int) -> bool:
    """Whether figures are part of a name such as COVID-19, G20, 2021.6.11, 5G; units in Latin letters make no code."""
    before, after = text[start - 1 : start], text[end : end + 1]
    if before in _LATIN or (before in ("-", "/", " ") and text[start - 2 : start - 1] in _LATIN):
        return not name_before(text, start)
    if before in (".", "/", ":") and start > 1:
        return text[start - 2] in "0123456789"
    return after in _LATIN and not text.startswith(_LATIN_UNITS, end)


_LATIN_UNITS = ("km", "kg", "mm", "cm", "KM", "m", "kW", "KW", "MW", "GW", "g", "t")


@lru_cache(maxsize=8192)
def _reading(run: str, kind: Kind, unit: str, half: bool) -> Reading:
    spelled = run[0] not in "0123456789"
    if run in _FIXED:
        value, weight = _FIXED[run]
        return Reading((value,), kind, weight, unit, spelled=True)
    if run[0] == "双":
        # The two elevens of 双十一 are its month and its day.
        return Reading(numeral_values(run[1:]), kind, 0, spelled=True)
    if is_vague(run):
        # 十几 is more than ten.
        at_least = numeral_values(run[:-1]) if run.endswith("十几") else ()
        return Reading(at_least, "vague", 0, unit, spelled=True)
    values = list(numeral_values(run))
    if not values:
        return Reading(_parts_of(run), "moment", 0)
    if unit and run in TWINS:
        values = values[:2]
    if half:
        values = [value + Decimal("0.5") for value in values] + values
    if kind == "moment":
        return _moment(unit, values, spelled)
    weight = 2
    if spelled and (run == "十" or not any(c in _SCALES for c in run.rstrip("多余来"))):
        weight = 1
    elif run.rstrip("多余来") in _BARE:
        weight = 0 if not unit else weight
    elif run == "1" or (spelled and not any(c in DIGITS or c == "十" for c in run)):
        # "An", as a rule; 百万 and 千万 are sizes as often as counts.
        weight = 1
    if kind == "cheng":
        values = [value * 10 for value in values] + [value / 10 for value in values]
    elif kind == "zhe":
        tens = [value if value > 10 else value * 10 for value in values]
        values = tens + [100 - value for value in tens]
    elif kind == "times":
        values += [value + 1 for value in values] + [value * 100 for value in values] + [(value - 1) * 100 for value in values if value > 1]
    elif kind == "frac":
        # 5‰ is 0.5 percent.
        values += [value / 10 for value in values]
    elif kind == "pct":
        values += [value / 100 for value in values]
    elif run[-1] in "多余来" and run[-2:-1] == "十":
        # 十余 is a dozen, 二十多 two dozen.
        values += [value * 12 / 10 for value in values if value <= _MOST_IN_DOZENS]
    return Reading(distinct(values), kind, weight, unit, spelled=spelled)


def _parts_of(run: str) -> tuple[Decimal, ...]:
    """The figures of a date or a code such as 2021.6.11."""
    return tuple(Decimal(part) for part in _FIGURES.findall(run)) if len(run) <= LONGEST else ()


_FIXED = {"双": (Decimal(2), 0), "俩": (Decimal(2), 0), "半百": (Decimal(50), 0)}
_SCALES = frozenset("十百千万亿兆廿卅点")
_BARE = frozenset("百千万亿")
_MOST_IN_DOZENS = 50


_SPAN_AFTER = frozenset("来间前后以内里多期")
_SPAN_BEFORE = frozenset("近每隔了去续满达共长")


def _moment(unit: str, values: list[Decimal], spelled: bool) -> Reading:
    """Part of a date or time, which the date rules judge; 13时 is 1 pm, 五 in 五年 a plain number."""
    value = values[0]
    if unit == "民国":
        return Reading(distinct([value + BEFORE_FIRST, *values]), "moment", 0, spelled=spelled)
    if unit and value < 1000:
        # 70年: seventy years, or the year '70.
        years = [1900 + value, 2000 + value] if value == int(value) and not spelled and value < 100 else []
        weight = 2 if not spelled and (unit == "年来" or 1 < value < 10 or (value < 100 and value % 10 == 0)) else 1
        return Reading(distinct([*values, *years]), "num", weight, spelled=spelled)
    if 12 < value <= 24:
        values = [*values, value - 12]
    if 1900 < value < 2100:
        values = [*values, value % 100]
    return Reading(distinct(values), "moment", 0, spelled=spelled)


def _weak(reading: Reading) -> Reading:
    return Reading(reading.values, reading.kind, 0, reading.unit, spelled=reading.spelled) if reading.weight else reading


@lru_cache(maxsize=1024)
def _code(run: str) -> Reading:
    return Reading(numeral_values(run), "code", 0)


def _ordinal(text: str, start: int, end: int, run: str) -> Quantity:
    values = numeral_values(run.rstrip("多余来"))
    weight = 1 if values and values[0] > 1 and not is_masked(text, start, end) else 0
    if weight and run.isascii() and values[0] > 10:
        weight = 2
    return Quantity(start - 1, end, Reading(values, "ordinal", weight, spelled=run[0] not in "0123456789"))


def _fraction(text: str, start: int, end: int, run: str) -> Quantity | None:
    """百分之三十五, 三分之一."""
    part = _PART.match(text, end + 2)
    if part is None:
        return Quantity(start, end, Reading((), "vague", 0))
    wholes, parts = numeral_values(run), numeral_values(part.group())
    if not wholes or not parts:
        return Quantity(start, part.end(), Reading((), "vague", 0))
    whole = wholes[0] if run not in ("百", "千", "万") else Decimal({"百": 100, "千": 1000, "万": 10000}[run])
    if whole == 100:
        # All of it: wholly, entirely.
        weight = 0 if part.group() == "百" else 2
        return Quantity(start, part.end(), Reading(distinct([*parts, *(one / 100 for one in parts)]), "pct", weight, spelled=True))
    if whole != int(whole) or any(one != int(one) for one in parts) or whole > 10**9 or max(parts) > 10**9:
        return Quantity(start, part.end(), Reading(parts, "frac", 1, spelled=True))
    values = [ratio(int(one), int(whole)) for one in parts]
    return Quantity(start, part.end(), Reading(distinct([*values, *(value * 100 for value in values), *parts]), "frac", 1, spelled=True))


def _doubling(start: int, end: int, times: str) -> Quantity:
    """翻番 is twice as much, 翻两番 four times."""
    value = Decimal(2) ** {"": 1, "一": 1, "两": 2, "三": 3, "四": 4}[times]
    return Quantity(start, end, Reading((value, (value - 1) * 100, value * 100, value - 1), "times", 1, spelled=True))
