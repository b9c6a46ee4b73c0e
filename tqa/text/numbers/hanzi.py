"""Chinese numerals, plain and mixed with figures: 1亿2000万, 三万五, 五六百, 二〇一九."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache

from tqa.text.english import word_set
from tqa.text.numbers.quantity import LONGEST
from tqa.text.regex import regex

DIGITS = {
    character: value for value, characters in enumerate(("零〇", "一", "二两", "三", "四", "五", "六", "七", "八", "九")) for character in characters
}
SMALL = {"十": Decimal(10), "百": Decimal(100), "千": Decimal(1000)}
LARGE = {"万": Decimal(10**4), "亿": Decimal(10**8), "兆": Decimal(10**12)}
_SCALES = {None: Decimal(1), "万": Decimal(10**4), "亿": Decimal(10**8), "万亿": Decimal(10**12), "兆": Decimal(10**12)}
_FIGURE = regex(r"([0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?)(万亿|[万亿兆])?")
"""Most numbers of a Chinese text: figures, with one scale or none."""
_TOKEN = regex(r"[0-9]+(?:\.[0-9]+)?|.")
_PARTS = regex(r"[0-9]+(?:,[0-9]{3})+(?![0-9])")
TWINS = word_set("四六 一二 一两 二三 两三 三四 四五 五六 六七 七八 八九 三五 三两")
"""Two numerals that are one or the other, or else figures read out: 三四元 are three or four yuan."""
_MOST_TOKENS = 40


@lru_cache(maxsize=4096)
def numeral_values(run: str) -> tuple[Decimal, ...]:
    """Acceptable values of a run of numerals, two for 五六百; none if it is vague (数十, 几百) or no numeral.

    多, 余 and 来 inside are passed over.   Cost: linear in the run's length.
    """
    figure = _FIGURE.fullmatch(run)
    if figure is not None:
        written, scale = figure.groups()
        return (Decimal(written.replace(",", "")) * _SCALES[scale],) if len(written) <= LONGEST else ()
    if "," in run:
        run = _PARTS.sub(lambda match: match.group().replace(",", ""), run)
    run = run.replace(" ", "").replace("廿", "二十").replace("卅", "三十")
    if "几" in run or "数" in run or "," in run:
        return ()
    for mark in "多余来":
        run = run.replace(mark, "")
    if "点" in run:
        run = _with_point(run)
    tokens = _TOKEN.findall(run)
    if not tokens or len(tokens) > _MOST_TOKENS or any(len(token) > LONGEST for token in tokens):
        return ()
    if all(token in DIGITS for token in tokens):
        return _digit_string(run)
    readings = [_value(one) for one in _without_twins(tokens)]
    return tuple(value for value in readings if value is not None)


def is_vague(run: str) -> bool:
    """Whether the run says a size and no value: 数十, 几百."""
    return "几" in run or "数" in run


def _with_point(run: str) -> str:
    """三点五万 as 3.5万."""
    whole, _, rest = run.partition("点")
    figures = "".join(str(DIGITS[c]) if c in DIGITS else c for c in rest)
    before = "".join(str(DIGITS[c]) for c in whole) if whole and all(c in DIGITS for c in whole) else whole
    return f"{before}.{figures}" if before.isdigit() or not before else run.replace("点", "")


def _digit_string(run: str) -> tuple[Decimal, ...]:
    """二〇一九 is 2019; 七八 is 7 or 8; 三 is 3."""
    figures = "".join(str(DIGITS[character]) for character in run)
    if len(run) == 2 and run in TWINS:
        return Decimal(figures[0]), Decimal(figures[1]), Decimal(figures)
    return (Decimal(figures),) if len(figures) <= LONGEST else ()


def _without_twins(tokens: list[str]) -> list[list[str]]:
    """The readings of 一万六七千: 一万六千 and 一万七千."""
    for place in range(len(tokens) - 1):
        if tokens[place] in DIGITS and tokens[place + 1] in DIGITS and DIGITS[tokens[place]]:
            return [tokens[: place + 1] + tokens[place + 2 :], tokens[:place] + tokens[place + 1 :]]
    return [tokens]


def _value(tokens: list[str]) -> Decimal | None:
    total = section = Decimal(0)
    current: Decimal | None = None
    scale = Decimal(0)
    for token in tokens:
        if token[0] in "0123456789":
            if current is not None:
                return None
            current = Decimal(token)
        elif token in DIGITS:
            if not DIGITS[token]:
                scale = Decimal(0)
            elif current is not None:
                return None
            else:
                current = Decimal(DIGITS[token])
        elif token in SMALL:
            scale = SMALL[token]
            section += (Decimal(1) if current is None else current) * scale
            current = None
        elif token in LARGE:
            scale = LARGE[token]
            whole = section + (current or Decimal(0))
            if 0 < total < scale and (not whole or scale > 10**4):
                # 12万亿; 1万2千亿, but 1兆2000亿
                total = (total + whole) * scale
            else:
                total += (whole or Decimal(1)) * scale
            section, current = Decimal(0), None
        else:
            return None
    if current is not None and scale >= 100 and len(tokens[-1]) == 1 and current < 10:
        # 三万五 is 35,000, 一百二 is 120.
        current *= scale / 10
    return total + section + (current or Decimal(0))
