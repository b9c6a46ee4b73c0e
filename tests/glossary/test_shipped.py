"""What holds for the shipped glossaries together; `tqa glossary check` holds for each alone."""

from pathlib import Path

from tests.conftest import Tqa
from tqa.config.plans import glossary_paths, parse_glossary, shipped
from tqa.glossary.script import simplified

FILES = {theme: parse_glossary(path) for theme, path in shipped().items()}


def test_no_chinese_form_stands_in_two_themes() -> None:
    owners: dict[str, str] = {}
    twice = []
    for theme, file in FILES.items():
        for form in {simplified(form) for concept in file.concepts for form in concept.source}:
            if owners.setdefault(form, theme) != theme:
                twice.append((form, owners[form], theme))
    assert twice == []


def test_what_one_theme_forbids_without_a_source_is_fine_in_none() -> None:
    fine = {form.lower(): theme for theme, file in FILES.items() for concept in file.concepts for form in (*concept.forms, *concept.short)}
    assert [
        (theme, form, fine[form.lower()])
        for theme, file in FILES.items()
        for concept in file.concepts
        for form in concept.forbidden
        if form.lower() in fine and form not in (*concept.forms, *concept.short)
    ] == []


def test_every_concept_says_where_its_english_is_established() -> None:
    assert [(theme, concept.source) for theme, file in FILES.items() for concept in file.concepts if not concept.origin] == []


def test_every_theme_has_a_page_and_the_overview_lists_it() -> None:
    folder = Path(next(iter(shipped().values()))).parent
    overview = (folder / "README.md").read_text(encoding="utf-8")
    for theme in FILES:
        assert (folder / f"{theme}.md").is_file(), theme
        assert f"[{theme}]({theme}.md)" in overview


def test_the_themes_hold_what_the_overview_promises() -> None:
    assert sum(len(file.concepts) for file in FILES.values()) >= 1700


def test_shipped_names_all_themes(tqa: Tqa, tmp_path: Path) -> None:
    assert glossary_paths(("shipped", "press")) == [*shipped().values(), shipped()["press"]]
    (tmp_path / "a.zh.txt").write_text("他住在旧金山。\n", encoding="utf-8")
    (tmp_path / "a.en.txt").write_text("He lives in Old Gold Mountain.\n", encoding="utf-8")
    assert "Old Gold Mountain" in tqa("lint", "a.en.txt", "--glossary", "shipped", "--format", "concise").out
    assert tqa("lint", "a.en.txt", "--glossary", "press", "--select", "glossary").status == 0


def test_the_terms_of_an_article_are_exported_from_all_themes(tqa: Tqa, tmp_path: Path) -> None:
    (tmp_path / "a.zh.txt").write_text("比亚迪在旧金山召开新闻发布会。\n", encoding="utf-8")
    done = tqa("glossary", "export", "shipped", "--for", "a.zh.txt", "--to", "csv", "--output", "-")
    assert done.status == 0
    assert all(name in done.out for name in ("BYD", "San Francisco", "news conference"))
