"""The date that entries and decisions carry."""

from __future__ import annotations

import os

from tqa.model import ConfigError


def today() -> str:
    """The date, or that of SOURCE_DATE_EPOCH, for builds that must not differ from day to day. Raises ConfigError."""
    from datetime import UTC, datetime

    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch and not epoch.isdecimal():
        raise ConfigError(f"SOURCE_DATE_EPOCH {epoch!r} is no number of seconds")
    return (datetime.fromtimestamp(int(epoch), UTC) if epoch else datetime.now().astimezone()).date().isoformat()
