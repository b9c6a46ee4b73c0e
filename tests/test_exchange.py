"""`tqa.exchange`: what cannot be imported or exported, and the cure that is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from tqa.exchange import export_glossary, import_glossary
from tqa.model import TqaError


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("a.csv", "", "the table holds no rows"),
        ("a.csv", "a,b\n1,2\n", "the first row reads: a | b; name the columns"),
        ("a.csv", "PK\x03\x04", "this is a workbook, whatever its name says"),
        ("a.doc", "x", "the ending '.doc' says no format"),
        ("a", "x", "the ending '' says no format"),
        ("a.tmx", "<tmx><body>", "no well-formed XML"),
        ("a.xlsx", "x", "no workbook|need the extra formats"),
        ("none.csv", None, "there is no such file"),
    ],
)
def test_what_cannot_be_imported(tmp_path: Path, name: str, text: str | None, said: str) -> None:
    if text is not None:
        (tmp_path / name).write_text(text, encoding="utf-8")
    with pytest.raises(TqaError, match=said):
        import_glossary(str(tmp_path / name), str(tmp_path / "new.tsv"))
    assert not (tmp_path / "new.tsv").exists()


@pytest.mark.parametrize(("name", "text"), [("a.csv", "中文,英文\n国务院,\n"), ("a.tbx", "<tbx/>"), ("a.tmx", "<tmx/>")])
def test_a_file_without_a_term_changes_nothing(tmp_path: Path, name: str, text: str) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    imported = import_glossary(str(tmp_path / name), str(tmp_path / "new.tsv"))
    assert (imported.taken, (tmp_path / "new.tsv").exists()) == ((), False)


@pytest.mark.parametrize(
    ("named", "output", "format_", "said"),
    [
        ("house.tsv", "out.doc", "", "says no format"),
        ("house.tsv", "out.csv", "deepel", "unknown format 'deepel'"),
        ("nowhere", "out.csv", "", "no glossary 'nowhere'"),
        ("none.tsv", "out.csv", "", "there is no such file"),
        ("house.tsv", "none/out.csv", "", "cannot be written"),
        ("bare.tsv", "out.csv", "deepl", "nothing of it can be written as deepl: 两会: it has no preferred form"),
    ],
)
def test_what_cannot_be_exported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, named: str, output: str, format_: str, said: str) -> None:
    monkeypatch.chdir(tmp_path)
    Path("house.tsv").write_text("source\ttarget\n两会\tTwo Sessions\n", encoding="utf-8")
    Path("bare.tsv").write_text("source\ttarget\tstatus\n两会\ttwo meetings\tforbidden\n", encoding="utf-8")
    with pytest.raises(TqaError, match=said):
        export_glossary(named, output, format_)
    assert not Path(output).exists()


def test_a_glossary_in_another_encoding_takes_terms(tmp_path: Path) -> None:
    house, terms = tmp_path / "house.tsv", tmp_path / "terms.csv"
    house.write_bytes("source\ttarget\n两会议程安排\tTwo Sessions agenda\n".encode("gb18030"))
    terms.write_bytes("中文,英文\n国务院常务会议,State Council executive meeting\n".encode("gb18030"))
    import_glossary(str(terms), str(house), encoding="gb18030")
    assert house.read_bytes().decode("gb18030").endswith("国务院常务会议\tState Council executive meeting\n")
