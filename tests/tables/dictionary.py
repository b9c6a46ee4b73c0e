"""Makes tqa/data/dictionary.tsv: common Chinese words and the stems of what they are in English.

    python -m tests.tables.dictionary CC-CEDICT.tsv.gz FREQUENCIES > tqa/data/dictionary.tsv

CC-CEDICT as rows of simplified word, senses, `traditional | pinyin`; frequencies as rows of word and count (jieba's dict.txt, MIT: it
only says which words are common). Proper names are taken at a tenth of the frequency, since they are the surest anchors. `senses.tsv`
beside this file adds English words that news uses.
"""

from __future__ import annotations

import gzip
import re
import sys
from pathlib import Path

from tqa.data import lexicon
from tqa.text.dictionary import stem

LEAST, LEAST_NAME = 300, 30
MOST_STEMS = 14
HEAD = """\
# Common Chinese words and the stems of the English words in their senses. A modified extract of CC-CEDICT.
# Source: CC-CEDICT, https://www.mdbg.net/chinese/dictionary?page=cc-cedict, release of 2026-01-02. Credit: MDBG and the CC-CEDICT editors.
# Licence of this file: Creative Commons Attribution-ShareAlike 4.0 International, https://creativecommons.org/licenses/by-sa/4.0/
# Changes: words chosen by frequency, senses cut to word stems, demonyms, irregular forms and senses that news uses added, those of function
# words left out. Made by tests/tables/dictionary.py; do not edit by hand.
word\tstems"""

# Words that say nothing of what a passage is about, and the dictionary's own terms.
STOP = frozenset(
    """the and for from with into onto upon not are was were been being its one sth etc esp somebody something someone oneself one's who whom
    whose which that this these those there here very also lit fig abbr variant old used after before about out off over does did done doing
    has have had having make made makes making get got getting can could will would may might must shall should such all any some other
    others more most than then see classifier way use using kind sort whole own like our them they what every same cannot already take took
    taken well under him his her hers she you your per particle prefix suffix etc usually usu sometimes often euphemism idiom saying
    literary archaic colloquial dialect loanword Taiwan pr""".lower().split()
)
_NOTE = re.compile(r"\([^)]*\)|\[[^\]]*\]")
_REFERENCE = re.compile(r"(?:see(?: also)?|variant of|abbr\. (?:for|of)|equivalent to|same as) +(?:[\u4e00-\u9fff]+\|)?([\u4e00-\u9fff]+)")
_NO_SENSE = re.compile(r"surname |CL:|(?:see|variant of|used in) *[^A-Za-z ]")
_LONGEST = 5
"""Characters of the longest Chinese word that is taken."""
_HAN = re.compile(rf"[\u4e00-\u9fff]{{2,{_LONGEST}}}")


class Dictionary:
    """CC-CEDICT, by simplified word."""

    def __init__(self, path: Path):
        self._entries: dict[str, tuple[str, str]] = {}
        with gzip.open(path, "rt", encoding="utf-8") as rows:
            for row in rows:
                word, senses, note = (*row.rstrip("\n").split("\t"), "", "")[:3]
                if _HAN.fullmatch(word):
                    self._entries[word] = senses, note.rpartition("|")[2].strip()
        self._kin = kin()
        added = Path(__file__).with_name("senses.tsv").read_text(encoding="utf-8").splitlines()
        self._added = {word: english for word, _, english in (line.partition("\t") for line in added if not line.startswith("#"))}

    def words(self) -> list[str]:
        """Every word, in the order of the file."""
        return list(self._entries)

    def is_name(self, word: str) -> bool:
        """Whether the pinyin is written with a capital."""
        return self._entries[word][1][:1].isupper()

    def is_empty(self, word: str) -> bool:
        """Whether it is a function word."""
        return self._added.get(word) == ""

    def stems(self, word: str) -> list[str]:
        """Stems of the English words, first senses first, then their irregular kin; none of a function word."""
        if self.is_empty(word):
            return []
        added = self._added.get(word, "").split()
        own = list(dict.fromkeys([*map(stem, added), *self._own(word, 0)[:MOST_STEMS]]))
        kin = dict.fromkeys(relative for words, others in self._kin for relative in others if words <= set(own))
        return [*own, *[relative for relative in kin if relative not in own][:6]]

    def _own(self, word: str, depth: int) -> list[str]:
        if word not in self._entries or depth > 2:
            return []
        senses, pinyin = self._entries[word]
        found: dict[str, None] = {}
        for sense in re.split("[/;]", senses):
            if pinyin[:1].isupper():
                # Hong Kong, special administrative region of …: what follows describes the name.
                sense = _NOTE.sub(" ", sense).partition(",")[0] or sense
            reference = _REFERENCE.search(sense)
            if reference:
                found |= dict.fromkeys(self._own(reference.group(1), depth + 1)[:8])
            elif not _NO_SENSE.search(sense):
                plain = [each.lower() for each in re.findall("[A-Za-z]+", _NOTE.sub(" ", sense))]
                found |= dict.fromkeys(stem(each) for each in plain if len(each) > 2 and each not in STOP)
        if pinyin[:1].isupper():
            found[stem(re.sub(r"[^a-z]", "", pinyin.lower()))] = None
        return list(found)


def kin() -> list[tuple[set[str], list[str]]]:
    """Stems and those that belong to them though no ending says so: countries and their people, irregular forms.

    Any form calls for the others, but of a name of several words only all of them: what is united need not be a state.
    """
    found = []
    for base, others in [*lexicon("demonyms.tsv")[1:], *lexicon("irregular-words.tsv")[1:]]:
        bases, forms = ([stem(word) for word in re.findall("[a-z]+", words.lower()) if word != "of"] for words in (base, others))
        family = sorted({*bases, *forms})
        keys = [set(bases)] if len(bases) > 1 else [{one} for one in family]
        found += [(words, family) for words in keys]
    return found


def main() -> None:
    """Print the table, commonest words first."""
    dictionary = Dictionary(Path(sys.argv[1]))
    counts = {word: int(count) for word, count, *_ in map(str.split, Path(sys.argv[2]).read_text(encoding="utf-8").splitlines())}
    rows = []
    for word in dictionary.words():
        count = counts.get(word, 0)
        if count >= (LEAST_NAME if dictionary.is_name(word) else LEAST) and ((stems := dictionary.stems(word)) or dictionary.is_empty(word)):
            rows.append((-count, word, " ".join(stems)))
    print(HEAD)
    for _, word, line in sorted(rows):
        print(word, line, sep="\t")


if __name__ == "__main__":
    main()
