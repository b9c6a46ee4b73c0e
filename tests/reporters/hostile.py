"""Words and file names that would break a format or act where it is shown."""

from __future__ import annotations

from tests.reporters.rows import NASTY

PAYLOADS = [
    *NASTY,
    # XML
    "]]><script>alert(1)</script>",
    "<!ENTITY x SYSTEM 'file:///etc/passwd'>&x;",
    "<![CDATA[x",
    "&amp; &#0; &lt;",
    "\x00\x01\x08\x0b\x0c\x0e\x1f\x7f\ufffe\uffff",
    "\"' onload='alert(1)'",
    "-->",
    # line ends of every kind
    "a\r\nb\rc\nd\u2028e\u2029f\x85g",
    "\n\n::error::x",
    "%0A::error::x%0D%25",
    # CI commands
    "::add-mask::x",
    "##vso[task.complete result=Failed;]",
    "];##vso[task.setvariable variable=PATH;]x",
    "x;type=warning;]y",
    "##[section]x ##[command]y",
    "%3B%5D%AZP25",
    "##teamcity[x |'|n]",
    # Markdown
    "| a | b |",
    "```\ncode\n```",
    "`` ` ``",
    "@everyone @org/team",
    "#1 GH-1 owner/repo#1",
    "[click](https://evil.example) ![x](https://evil.example/x.png)",
    "<img src=x onerror=alert(1)> <details open ontoggle=x>",
    "https://evil.example www.evil.example",
    "**bold** __b__ ~~s~~ $x$",
    "</td></tr></table>",
    "[text](1) [x][y]",
    "\\| \\[x\\](1)",
    # spreadsheets
    '=HYPERLINK("http://evil.example")',
    "+1+cmd|' /C calc'!A0",
    "-2+3",
    "@SUM(A1)",
    "\t=1+1",
    "\u3000=1+1",
    "＝1+1",
    "'=1",
    "_x0041_ _x000D_",
    "a\tb\tc",
    # Unicode
    "𠮷野家 said 国务院 met 😀",
    "\ud800 half \udc00",
    "e\u0301\u0301\u0301",
    "\u202eevil\u202c \u2066x\u2069",
    "\ufeffmark",
    "long " * 1000,
    "",
    # paths
    "../../etc/passwd",
    "//evil.example/x",
    "http://evil.example/x",
    "a b/新 闻 'x' \"y\".txt",
    "C:\\x\\y",
    "%2e%2e/%00",
    "a?b#c",
]
