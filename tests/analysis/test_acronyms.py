"""Acronyms nobody introduces."""

from __future__ import annotations

import pytest

from tests.analysis.articles import article
from tqa.analysis.analysis import Analysis


def found(*lines: str) -> dict[str, str | None]:
    facts = Analysis(article(*lines))
    return {one.letters: one.full and facts.article.text[slice(*one.full)] for one in facts.acronyms}


@pytest.mark.parametrize(
    ("lines", "acronyms"),
    [
        (["Dongfeng Motor Group Co., Ltd. signed.", "DFM sells cars."], {"DFM": "Dongfeng Motor Group Co., Ltd."}),
        (["Dongfeng Motor (DFM) signed.", "DFM sells cars."], {}),
        (["Dongfeng Motor (hereinafter DFM, the firm) signed.", "DFM sells cars."], {}),
        (["DFM (Dongfeng Motor) signed.", "DFM sells cars."], {}),
        (["Dongfeng Motor, or DFM, signed.", "DFM sells cars."], {}),
        (["Dongfeng Motor, known as DFM, signed."], {}),
        (["The UN and the WHO met."], {}),
        (["DFM sells cars."], {"DFM": None}),
        (["DFM SELLS MORE CARS", "Dongfeng Motor sells."], {}),  # a shouted line
        (["The DFM-7 and R&DX and XDFM2 models of Dongfeng Motor."], {"DFM": "Dongfeng Motor"}),
        (["The MX rose. Ma Xin Group left."], {"MX": None}),  # two letters are met by chance in a longer name
    ],
)
def test_acronyms(lines: list[str], acronyms: dict[str, str | None]) -> None:
    assert found(*lines) == acronyms
