"""Addresses in a text: URLs, e-mail addresses, telephone numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tqa.text.regex import regex

# A URL ends at a blank, an angle bracket or anything that is not ASCII.
_URL = regex("(?:https?|HTTPS?|ftp)://[!-;=?-~]+|www[.][!-;=?-~]+")
# How a path goes on in Chinese: https://x.y/wiki/中国（地区）. Behind anything but these, Chinese is the sentence that goes on.
_WIDE_PATH = regex("(?<=[/=_#])[\u4e00-\u9fff（）·]+[!-;=?-~]*")
_DOMAIN = regex("@[A-Za-z0-9][A-Za-z0-9.-]*")
_MAILBOX = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.!#$&'*+/=?^_`{|}~%-")
_OPENS = {")": "(", "]": "[", "}": "{", "）": "（"}
# An area code and a number, a service number, a mobile number; with blanks or hyphens between the groups.
_PHONE = regex(
    r"""
    [0+4189(](?<![0-9A-Za-z.+(-][0+4189(])(?:
        (?<=[(])0[0-9]{2,3}[)][ -]?[0-9]{3,4}[ -]?[0-9]{4}       # (010) 1234 5678
      | (?<=0)[0-9]{2,3}[ -][0-9]{3,4}[ -]?[0-9]{4}              # 010-12345678
      | (?<=[+])[0-9]{1,3}[ -][0-9]{1,4}(?:[ -][0-9]{3,4}){2,3}  # +86 10 1234 5678
      | (?<=[48])00[ -][0-9]{3,4}[ -][0-9]{3,4}                  # 400-123-4567
      | (?<=1)[3-9][0-9](?:[ -]?[0-9]{4}){2}                     # 138 1234 5678
    )(?![0-9])
    """,
    re.VERBOSE,
)


def urls(text: str) -> Iterator[tuple[int, int]]:
    """Where the URLs of a text stand, without the punctuation of the sentence around them."""
    if "://" not in text and "www." not in text:
        return
    for match in _URL.finditer(text):
        end = match.end()
        while wide := _WIDE_PATH.match(text, end):
            end = wide.end()
        yield match.start(), match.start() + len(_trimmed(text[match.start() : end]))


def mail_addresses(text: str) -> Iterator[tuple[int, int]]:
    """Where the e-mail addresses of a text stand."""
    if "@" not in text:
        return
    for match in _DOMAIN.finditer(text):
        start = match.start()
        while start > max(0, match.start() - 64) and text[start - 1] in _MAILBOX:
            start -= 1
        domain = match.group().rstrip(".-")
        if start < match.start() and "." in domain:
            yield start, match.start() + len(domain)


def phone_numbers(text: str) -> Iterator[tuple[int, int]]:
    """Where telephone numbers of a text stand, as China and its neighbours write them."""
    for match in _PHONE.finditer(text):
        yield match.span()


def _trimmed(found: str) -> str:
    """A URL without the punctuation of the sentence around it; a bracket stays if it is closed inside the URL."""
    while found and (found[-1] in ".,;:!?'\"*_" or _is_left_open(found)):
        found = found[:-1]
    return found


def _is_left_open(found: str) -> bool:
    """Whether the last character closes a bracket that was opened before the URL."""
    last = found[-1]
    return last in _OPENS and found.count(last) > found.count(_OPENS[last])
