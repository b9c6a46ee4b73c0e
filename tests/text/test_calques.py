"""The table of calques, and where its phrases stand."""

from __future__ import annotations

from pathlib import Path

import pytest

from tqa.data import lexicon
from tqa.glossary.tsv import parse
from tqa.text.calques import expand, find_calques

GLOSSARIES = Path(__file__).parents[2] / "glossaries"


class TestTable:
    @pytest.mark.parametrize(("calque", "rewrite", "reason"), lexicon("calques.tsv")[1:], ids=lambda cell: cell[:40])
    def test_a_row(self, calque: str, rewrite: str, reason: str) -> None:
        forms, better = expand(calque), expand(rewrite)
        assert reason
        assert calque == calque.lower()
        assert len(better) in (1, len(forms)), "each form of the calque has its rewrite"
        assert not set(forms) & set(better)
        for form in forms:
            assert [(found.start, found.end) for found in find_calques(f"they {form} it")] == [(5, 5 + len(form))]
        for text in better:
            assert not list(find_calques(f"they {text} it")), "the rewrite is no calque itself"

    @pytest.mark.parametrize("path", sorted(GLOSSARIES.glob("*.tsv")), ids=lambda path: path.stem)
    def test_what_a_glossary_gives_is_no_calque(self, path: Path) -> None:
        for listed in parse(path.read_text(encoding="utf-8"), path.name).listed:
            for form in (listed.concept.target, *listed.concept.allowed):
                assert not [calque for calque in find_calques(form.lower()) if calque.end - calque.start == len(form)], form


class TestExpand:
    def test_forms_of_the_verb(self) -> None:
        assert expand("carry~ it out") == ["carry it out", "carries it out", "carried it out", "carrying it out"]
        assert expand("give/gives/gave/giving way") == ["give way", "gives way", "gave way", "giving way"]

    def test_a_phrase_without_a_verb(self) -> None:
        assert expand("red gene") == ["red gene"]

    def test_another_number_of_forms(self) -> None:
        with pytest.raises(ValueError, match="a/b/c"):
            expand("a/b/c way")


def test_part_of_a_word_is_none() -> None:
    assert not list(find_calques("the infrared genesis, ill-red gene-bank"))
