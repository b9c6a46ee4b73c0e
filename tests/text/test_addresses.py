"""Addresses and placeholders in a text: where they begin and end."""

from __future__ import annotations

import pytest

from tqa.text.addresses import mail_addresses, phone_numbers, urls
from tqa.text.placeholders import placeholders


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("见https://a.cn/x，又见www.b.cn。", ["https://a.cn/x", "www.b.cn"]),
        ("(see http://a.cn/x_(y)).", ["http://a.cn/x_(y)"]),
        ("https://x.y/wiki/中国（地区）/z", ["https://x.y/wiki/中国（地区）/z"]),
        ("https://x.y的网页", ["https://x.y"]),  # the sentence goes on
        ("ftp://a/b; http://", ["ftp://a/b"]),
        ("a.cn", []),
    ],
)
def test_urls(text: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in urls(text) if end - start > 7] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("邮箱a.b@c.org.cn。", ["a.b@c.org.cn"]),
        ("@handle, 5@6, a@b", []),
        ("<x@y.z>", ["x@y.z"]),
    ],
)
def test_mail_addresses(text: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in mail_addresses(text)] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("电话010-12345678，", ["010-12345678"]),
        ("0755 8888 9999", ["0755 8888 9999"]),
        ("+86 10 1234 5678", ["+86 10 1234 5678"]),
        ("400-123-4567或13812345678", ["400-123-4567", "13812345678"]),
        ("138 1234 5678", ["138 1234 5678"]),
        ("2024-05-17, 1000 0000, 3.1415926, 20,000-30,000", []),
        ("售出113812345678件", []),
    ],
)
def test_phone_numbers(text: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in phone_numbers(text)] == found


def test_placeholders() -> None:
    text = "{name} ${x} {{y}} {0} %s %1$d %(n)s 50%d 100% sure {a b}"
    assert [text[start:end] for start, end in placeholders(text)] == ["{name}", "${x}", "{{y}}", "{0}", "%s", "%1$d", "%(n)s"]


@pytest.mark.parametrize("char", ["@", "w", "www.", "0", "{", "%(", "http://", "）"])
def test_much_of_one_thing_takes_no_time(char: str) -> None:
    text = char * 100_000
    assert all(start < end for find in (urls, mail_addresses, phone_numbers, placeholders) for start, end in find(text))
