"""`tqa config schema`: what it lets pass is read, and what it refuses is refused."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from tests.conftest import Tqa
from tqa.config.plans import Planner
from tqa.config.schema import config_schema
from tqa.config.settings import KEYS, load
from tqa.model import ConfigError
from tqa.registry import own_rules

ROOT = Path(__file__).parents[2]
SCHEMA = config_schema(own_rules())
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)
PAGE = (ROOT / "docs" / "config.md").read_text(encoding="utf-8")


def test_it_is_a_schema_and_lists_every_key() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    assert set(SCHEMA["properties"]) == {"extend", *KEYS}
    assert set(SCHEMA["properties"]["rules"]["properties"]) == set(own_rules())
    assert SCHEMA["properties"]["rules"]["properties"]["length-ratio"]["properties"]["low"]["type"] == "number"


def test_the_page_lists_every_key() -> None:
    listed = {name for cell in re.findall(r"^\| (`[^|]*) \|", PAGE, re.MULTILINE) for name in re.findall(r"`\[*([\w-]+)", cell)}
    assert set(SCHEMA["properties"]) <= listed


def test_the_examples_of_the_page_and_of_init_are_valid(tqa: Tqa, tmp_path: Path) -> None:
    tqa("init")
    texts = [*re.findall(r"^```toml\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL), (tmp_path / "tqa.toml").read_text(encoding="utf-8")]
    assert len(texts) >= 3
    for text in texts:
        VALIDATOR.validate(tomllib.loads(text))


@pytest.mark.parametrize(
    "text",
    [
        "selct = ['style']",
        "select = 3",
        "fail-on = 'sometimes'",
        "max-findings = -1",
        "inline = 1",
        "format = 'yaml'",
        "severity = { style = 'loud' }",
        "[rules.length-ratio]\nlow = 'x'",
        "[rules.length-ratio]\nlwo = 1.0",
        "[rules.double-spce]",
        "[per-path.'a/**']\nignroe = ['style']",
        "[[rule]]\nname = 'x'",
        "[[rule]]\nname = 'A B'\nphrases = ['x']",
        "[format.txt]\nunit = 'word'",
        "baseline = 3",
    ],
)
def test_both_refuse(tmp_path: Path, text: str) -> None:
    assert not VALIDATOR.is_valid(tomllib.loads(text))
    (tmp_path / "tqa.toml").write_text(text)
    with pytest.raises(ConfigError):
        Planner(load(str(tmp_path / "tqa.toml")))


def test_from_the_command_line(tqa: Tqa) -> None:
    done = tqa("config", "schema")
    assert done.status == 0
    printed: dict[str, Any] = json.loads(done.out)
    assert printed["properties"].keys() == SCHEMA["properties"].keys()
    assert "shouting" in json.dumps(printed) or set(printed["properties"]["rules"]["properties"]) == set(own_rules()), "plug-ins' rules too"
