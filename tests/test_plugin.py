"""A third-party rule is found, configured and tested like ours (tests/plugin is installed by `make test`)."""

from __future__ import annotations

import json
from pathlib import Path

from tests.conftest import Tqa
from tqa.registry import plugin_rules
from tqa.testing import check_case, rule_cases


def test_found_and_its_examples_run() -> None:
    rules = plugin_rules()
    assert list(rules) == ["shouting"], "install it: pip install tests/plugin"
    for case in rule_cases(*rules.values()):
        check_case(case)


def test_configured(tqa: Tqa, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("It opened! At last!\n")

    def found() -> int:
        rows = json.loads(tqa("lint", "a.txt", "--format", "json").out)["findings"]
        return sum(row["rule"] == "shouting" for row in rows)

    assert found() == 2
    (tmp_path / "tqa.toml").write_text("[rules.shouting]\nallowed = 1\n")
    assert found() == 1
    (tmp_path / "tqa.toml").write_text("plugins = false\n")
    assert found() == 0
    assert "# shouting" in tqa("rules", "shouting", "--isolated").out
