"""Makes tqa/data/readings.tsv: the pinyin readings of single characters.

    python -m tests.tables.readings > tqa/data/readings.tsv

The readings are those of the pypinyin package (MIT), without tones. pypinyin itself takes longer to import than a hundred articles to
check, and reads surnames as common words; tqa/data/surnames.tsv has theirs.
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict

from pypinyin.phrases_dict import phrases_dict
from pypinyin.pinyin_dict import pinyin_dict

from tqa.text.pinyin import SYLLABLES

HEAD = """\
# Characters by the syllables they are read as, in pinyin without tones; ü is written v.
# Source: pypinyin 0.55, https://github.com/mozillazg/python-pinyin, made by tests/tables/readings.py; do not edit by hand.
# The MIT License (MIT). Copyright (c) 2016 mozillazg, 闲耘 <hotoo.cn@gmail.com>
# Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the
# "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish,
# distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to
# the following conditions: The above copyright notice and this permission notice shall be included in all copies or substantial portions
# of the Software. THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE
# WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS
# BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN
# CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.
syllable\tcharacters"""
FIRST, LAST = 0x4E00, 0x9FFF


def plain(syllable: str) -> str:
    """The syllable without its tone: lǜ → lv."""
    parts = unicodedata.normalize("NFD", syllable.replace("ü", "v"))
    parts = parts.replace("u\u0308", "v")
    return "".join(part for part in parts if part.isascii())


def attested() -> set[tuple[str, str]]:
    """Characters and readings that some phrase of the package has: 平 is read pian in none."""
    found = set()
    for phrase, readings in phrases_dict.items():
        if len(phrase) == len(readings):
            found |= {(character, plain(reading[0])) for character, reading in zip(phrase, readings, strict=True)}
    return found


def main() -> None:
    """Print the table."""
    known = attested()
    in_phrases = {character for character, _ in known}
    rows: dict[str, list[str]] = defaultdict(list)
    for code in sorted(pinyin_dict):
        if FIRST <= code <= LAST:
            character = chr(code)
            for number, syllable in enumerate(dict.fromkeys(plain(reading) for reading in pinyin_dict[code].split(","))):
                # Rare readings hide slips: 习近平 would be Xi Jinpian as well. A character in no phrase keeps all of them.
                if syllable in SYLLABLES and (not number or character not in in_phrases or (character, syllable) in known):
                    rows[syllable].append(character)
    print(HEAD)
    for syllable in sorted(rows):
        print(syllable, "".join(rows[syllable]), sep="\t")


if __name__ == "__main__":
    main()
