"""`functools.cached_property` without the lock it took before Python 3.12; a fact is pure, so that two threads may well compute it twice."""

from __future__ import annotations

import sys
from functools import cached_property
from typing import TYPE_CHECKING, Any

if sys.version_info < (3, 12) and not TYPE_CHECKING:
    _Locked = cached_property

    class cached_property(_Locked):
        """The same; an article asks for fifty facts, and a lock took longer than many of them."""

        def __get__(self, instance: Any, owner: Any = None) -> Any:
            if instance is None:
                return self
            value = instance.__dict__[self.attrname] = self.func(instance)
            return value


__all__ = ["cached_property"]
