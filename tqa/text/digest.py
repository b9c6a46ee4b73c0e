"""blake2b. `hashlib` loads OpenSSL for functions that are not used here, which takes a fifth of a bare interpreter's start."""

from __future__ import annotations

try:
    from _blake2 import blake2b
except ImportError:
    from hashlib import blake2b

__all__ = ["blake2b"]
