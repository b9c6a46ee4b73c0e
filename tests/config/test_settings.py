"""Config: read, refused, resolved."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.conftest import Tqa
from tqa.checks.style.variant_family import VariantFamily
from tqa.config.plans import Planner
from tqa.config.settings import Settings, find_config, load, with_environment
from tqa.model import ConfigError, Severity


def write(folder: Path, text: str, name: str = "tqa.toml") -> str:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return str(path)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("# selct\n\nselct = ['style']", "tqa.toml:3: unknown key 'selct'; did you mean 'select'"),
        ("select = ['style', # nosuch\n 'nosuch']", "tqa.toml:2: unknown rule or group 'nosuch'"),
        ("glossary = ['presss']", "tqa.toml:1: no glossary 'presss': not a file, and not one of the shipped ones"),
        ("glossary = ['presss']", "did you mean 'press'"),
        ("[rules.length-ratio]\nlow = nan", "expected a number"),
        ("[rules.length-ratio]\nlow = inf", "expected a number"),
        ("encoding = 'utf-99'", "unknown encoding 'utf-99'"),
        ("pair = 'x'", "must be SOURCE:TARGET"),
        ("format = 'jsn'", "did you mean 'json'"),
        ("rule = [3]", "must be a table, not a number"),
        ("[[rule]]\nname = 'A B'\nphrases = ['x']", "small letters, figures and hyphens"),
        ("[[rule]]\nname = 3\nphrases = ['x']", "must be a string"),
        ("baseline = 3", "baseline must be a string"),
        ("[per-path]\n'a/**' = 3", "must be a table"),
        ('glosary = ["press"]', "unknown key 'glosary'; did you mean 'glossary'"),
        ("select = 3", "select must be a list of strings"),
        ('fail-on = "sometimes"', "'sometimes' is not one of"),
        ('severity = { split-term = "loud" }', "severity.split-term: 'loud' is not one of"),
        ("inline = 1", "inline must be true or false"),
        ("max-findings = -1", "whole number"),
        ('[format.txt]\nunit = "word"', "format.txt.unit"),
        ("[format.docx]\nunit = 1", "'docx' is not one of"),
        ('[[rule]]\nname = "style"\nphrases = ["x"]', "named like a group"),
        ('[per-path."a/**"]\nignroe = ["style"]', "unknown key 'ignroe'; did you mean 'ignore'"),
        ("[[rule]]\nname = 'x'", "either phrases or a pattern"),
        ("[[rule]]\nname = 'a'\nphrases = ['a']\n\n[[ rule ]] # b\nname = 'b'", "tqa.toml:5: [[rule]] 'b' needs a name and either"),
        ("[[rule]]\nname = 'a'\nphrases = ['a']\n[[rule]]\nname = 'b'\nphrase = 'b'", "tqa.toml:4: [[rule]] 'b': unknown key 'phrase'; did you"),
        ("\n[[rule]]\nname = 'a'\nphrases = ['a']\nexamples = ['bad: b']", "tqa.toml:2: [[rule]] 'a' finds nothing in its example"),
        ("\n\n[[rule]]\nname = 'split-term'\nphrases = ['a b']", "tqa.toml:3: [[rule]] 'split-term': a rule of that name exists"),
        ("select = ['all']\nrule = [\n  {name = 'a'}]", "tqa.toml:2: [[rule]] 'a' needs a name"),
        ("[[rule]]\nname = 'x'\nphrases = ['a']\ngroup = 'stlye'", "did you mean 'style'"),
        ("[[rule]]\nname = 'x'\nphrases = ['a b']\nexamples = ['bad: nothing here']", "finds nothing in its example"),
        ("[[rule]]\nname = 'x'\nphrases = ['a b']\nexamples = ['good: a b']", "finds a fault in its example"),
        ("[[rule]]\nname = 'split-term'\nphrases = ['a b']", "exists already"),
        ("[[rule]]\nname = 'x'\npattern = '(?<=a)b'", "RE2 cannot read it"),
        ("[[rule]]\nname = 'x'\npattern = 'a*'", "matches nothing at all"),
        ("ignore = ['splitterm']", "did you mean 'split-term'"),
        ("[rules.double-spce]", "did you mean 'double-space'"),
        ("[rules.double-space]\nwidth = 2", "unknown option 'width'"),
        ('[style]\nenglis = "us"', "did you mean 'english'"),
        ('[style]\nenglish = "usa"', "style.english: 'usa' is not one of us, uk, oxford; did you mean 'us'"),
        ("[style]\nprefer = 3", "expected a list of strings"),
        ("= 3", "not TOML"),
        ('extend = "missing.toml"', "missing.toml"),
        ('extend = "tqa.toml"', "extends itself"),
    ],
)
def test_what_names_nothing_is_refused(tmp_path: Path, text: str, said: str) -> None:
    path = write(tmp_path, text)
    with pytest.raises(ConfigError) as caught:
        _ = Planner(load(path)).rules
    assert said in str(caught.value)
    assert ".toml" in str(caught.value), "the message names the file"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[tool]\ntqa = 3\n", "pyproject.toml:2: tool.tqa must be a table"),
        ("[tool.tqa]\nselct = 3\n", "pyproject.toml:2: unknown key 'selct'"),
        ("tool.tqa.selct = 3\n", "unknown key 'selct'"),
        ("tqa =\n", "not TOML"),
    ],
)
def test_a_pyproject_that_speaks_of_us(tmp_path: Path, text: str, said: str) -> None:
    path = write(tmp_path, text, "pyproject.toml")
    assert find_config(str(tmp_path)) == path
    with pytest.raises(ConfigError, match=said):
        load(path)


def test_a_pyproject_that_does_not(tmp_path: Path) -> None:
    for text in ("[tool.ruff]\n# tqa\n", "tool = 3\n", '[project]\nname = "tqa"\n'):
        write(tmp_path, text, "pyproject.toml")
        assert find_config(str(tmp_path)) != str(tmp_path / "pyproject.toml")


@pytest.mark.parametrize("arguments", [["--select", ""], ["--select", "style", "--ignore", "style"], ["--ignore", "all"]])
def test_nothing_to_run_is_no_clean_run(tqa: Tqa, tmp_path: Path, arguments: list[str]) -> None:
    (tmp_path / "a.txt").write_text("A  word.\n")
    done = tqa("lint", "a.txt", *arguments)
    assert done.status == 2
    assert "no rule is left to run" in done.err
    (tmp_path / "tqa.toml").write_text("select = []\n[per-path.'a.txt']\nselect = ['double-space']\n")
    assert tqa("lint", "a.txt").status == 1


def test_a_name_from_the_command_line_is_not_blamed_on_the_config(tqa: Tqa, tmp_path: Path) -> None:
    write(tmp_path, "ignore = ['style']\n")
    assert tqa("lint", "--select", "nosuch").err == "tqa: unknown rule or group 'nosuch'\n"


def test_the_houses_style_joins_the_options_of_its_rule(tmp_path: Path) -> None:
    path = write(tmp_path, '[style]\nenglish = "uk"\n[rules.variant-family]\nprefer = ["U.S."]')
    assert VariantFamily(english="uk", prefer=("U.S.",)) in Planner(load(path)).rules


def test_the_nearest_file_wins_and_nothing_is_merged(tmp_path: Path) -> None:
    inner = tmp_path / "a" / "b"
    inner.mkdir(parents=True)
    write(tmp_path, 'ignore = ["style"]')
    write(tmp_path / "a", "[tool.other]\nx = 1", "pyproject.toml")
    assert find_config(str(inner)) == str(tmp_path / "tqa.toml")
    write(tmp_path / "a", '[tool.tqa]\nignore = ["mechanics"]', "pyproject.toml")
    found = find_config(str(inner))
    assert found == str(tmp_path / "a" / "pyproject.toml")
    assert load(found).ignore == ("mechanics",)


def test_extend_starts_from_another_file(tmp_path: Path) -> None:
    write(tmp_path, 'ignore = ["style"]\nglossary = ["terms/x.tsv"]\nseverity = { mechanics = "info" }', "base.toml")
    path = write(tmp_path, 'extend = "base.toml"\nseverity = { boilerplate = "info" }')
    settings = load(path)
    assert settings.ignore == ("style",)
    assert settings.glossary == (str(tmp_path.resolve() / "terms/x.tsv"),)
    assert dict(settings.severity) == {"mechanics": Severity.INFO, "boilerplate": Severity.INFO}


def test_environment_wins_over_the_file(tmp_path: Path) -> None:
    settings = with_environment(load(write(tmp_path, 'ignore = ["style"]')), {"TQA_IGNORE": "mechanics, boilerplate", "TQA_FAIL_ON": "error"})
    assert settings.ignore == ("mechanics", "boilerplate")
    assert settings.fail_on == "error"
    with pytest.raises(ConfigError, match="TQA_FAIL_ON"):
        with_environment(Settings(), {"TQA_FAIL_ON": "eror"})


def test_names_outweigh_groups_and_ignoring_wins_a_tie() -> None:
    def rules(**changes: tuple[str, ...]) -> set[str]:
        return {rule.name for rule in Planner(Settings(**changes)).rules}  # type: ignore[arg-type]

    every = rules()
    assert "double-space" in every
    assert rules(ignore=("mechanics",)).isdisjoint({"double-space", "doubled-word"})
    assert rules(select=("double-space",), ignore=("mechanics",)) == {"double-space"}
    assert "double-space" not in rules(select=("mechanics",), ignore=("double-space",))
    assert rules(select=("double-space",), ignore=("double-space",)) == set()
    assert rules(select=("double-space",), extend_select=("doubled-word",)) == {"double-space", "doubled-word"}


def test_per_path_and_caps(tqa: Tqa, tmp_path: Path) -> None:
    write(tmp_path, '[per-path."archive/**"]\nignore = ["double-space"]\n[severity]\ndouble-space = "info"')
    (tmp_path / "archive").mkdir()
    for name in ("a.txt", "archive/b.txt"):
        (tmp_path / name).write_text("The bridge  opened.\n")
    report = json.loads(tqa("lint", ".", "--format", "json", "--min-severity", "info", "--select", "double-space").out)
    assert [(row["path"], row["severity"]) for row in report["findings"]] == [("a.txt", "info")]


def test_house_phrases(tqa: Tqa, tmp_path: Path) -> None:
    write(
        tmp_path,
        '[[rule]]\nname = "house-net"\nphrases = ["People\'s Network"]\nreplace = "People\'s Daily Online"\n'
        'examples = ["bad: People\'s Network reports", "good: a people\'s networking event"]\n'
        '[[rule]]\nname = "house-number"\npattern = "No[.] ?[0-9]+"\nmessage = "write number"\nseverity = "error"\n',
    )
    (tmp_path / "a.txt").write_text("The people's network reports No. 5.\n")
    done = tqa("lint", ".", "--format", "concise", "--no-glossary", "--select", "house-net,house-number")
    assert "a.txt:1:5: house-net" in done.out
    assert "a.txt:1:30: house-number write number" in done.out.replace("house-number  ", "house-number ")
    assert tqa("lint", ".", "--fix", "--unsafe-fixes", "--select", "house-net").status == 0
    assert (tmp_path / "a.txt").read_text() == "The People's Daily Online reports No. 5.\n"


def test_a_name_that_is_like_no_other_suggests_none(tmp_path: Path) -> None:
    with pytest.raises(ConfigError) as caught:
        _ = Planner(load(write(tmp_path, "ignore = ['nope']"))).rules
    assert "did you mean" not in str(caught.value)


@pytest.mark.parametrize(
    ("name", "said"),
    [("TQA_SELCT", "TQA_SELECT"), ("TQA_GLOSARY", "TQA_GLOSSARY"), ("TQA_MINSEVERITY", "TQA_MIN_SEVERITY"), ("TQA_RUN_ID", ""), ("TQASELECT", "")],
)
def test_a_misspelt_variable_is_told(tqa: Tqa, name: str, said: str) -> None:
    done = tqa("config", "show", **{name: "mechanics", "TQA_SELECT": "mechanics"})
    assert done.status == 0
    assert done.err == (f"tqa: the environment variable {name} is not read; did you mean {said}?\n" if said else "")
