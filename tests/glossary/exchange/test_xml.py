"""TBX and TMX: every dialect is read, what is written is valid and read by others, and nothing in a file is trusted."""

from __future__ import annotations

import io
from collections.abc import Sequence

import pytest

from tests.glossary.exchange.glossaries import incoming
from tqa.glossary.concept import Concept
from tqa.glossary.exchange import format_of
from tqa.glossary.exchange.format import Read, written
from tqa.model import FormatError

etree = pytest.importorskip("lxml.etree")


def read(text: str | bytes, name: str = "tbx", encoding: str = "") -> Read:
    return format_of(f"terms.{name}").read(incoming(text, f"terms.{name}", encoding))


def tbx2(*entries: str) -> str:
    body = "".join(f"<termEntry>{entry}</termEntry>\n" for entry in entries)
    return f'<?xml version="1.0"?>\n<martif type="TBX" xml:lang="en"><martifHeader/><text><body>\n{body}</body></text></martif>'


def pair(chinese: str, english: str, more: str = "") -> str:
    return section("zh-CN", chinese) + section("en-US", english, more)


def section(language: str, term: str, more: str = "") -> str:
    return f'<langSet xml:lang="{language}"><tig><term>{term}</term>{more}</tig></langSet>'


def grouped(language: str, term: str) -> str:
    return f'<langSet xml:lang="{language}"><ntig><termGrp>{term}</termGrp></ntig></langSet>'


WHOLE = Concept(
    ("两会", "全国两会"),
    "Two Sessions",
    allowed=("two sessions",),
    forbidden=("two meetings",),
    forbidden_if_source=("two conferences",),
    short=("NPC",),
    origin="desk",
    note="every <March> & more",
    examples="good: the Two Sessions opened | good: 两会 => Two Sessions",
)


@pytest.mark.parametrize(
    ("entry", "concept"),
    [
        (pair("两会", "Two Sessions"), Concept(("两会",), "Two Sessions")),
        (pair("两会", "Two Sessions", '<termNote type="partOfSpeech">properNoun</termNote>'), Concept(("两会",), "Two Sessions", kind="name")),
        # Version 2 has groups in groups; the definition stands in one.
        (
            '<descripGrp><descrip type="definition">a body</descrip></descripGrp>'
            + grouped("zh", "<term>国务院</term>")
            + grouped("en", '<term>State Council</term><termNote type="termType">fullForm</termNote>'),
            Concept(("国务院",), "State Council", note="a body"),
        ),
        # Weblate: untranslatable, explained, forbidden.
        (
            '<descrip type="Translation needed">No</descrip>'
            + pair("微信", "WeChat").replace('"en-US">', '"en-US"><note from="translator">an app</note>'),
            Concept(("微信",), "WeChat", keep=True, note="an app"),
        ),
        (
            pair("两会", "two meetings", '<termNote type="administrativeStatus">forbidden</termNote>'),
            Concept(("两会",), "", forbidden=("two meetings",), status="forbidden"),
        ),
        (
            pair("两会", "two meetings", '<termNote type="administrativeStatus">obsolete</termNote>'),
            Concept(("两会",), "", forbidden=("two meetings",), status="forbidden"),
        ),
        (
            pair("两会", "Two Sessions", '<termNote type="administrativeStatus">proposedTerm-admn-sts</termNote>'),
            Concept(("两会",), "Two Sessions", status="suggested"),
        ),
        # A term broken over lines, highlighted, with a reference to a character.
        (pair("两\n  会", "Two <hi>Ses&#115;ions</hi>"), Concept(("两 会",), "Two Sessions")),
    ],
)
def test_an_entry_of_a_termbase(entry: str, concept: Concept) -> None:
    assert read(tbx2(entry))[:2] == ((concept,), ())


def test_the_preferred_term_is_the_target_wherever_it_stands() -> None:
    statuses = {"NPC meeting": "admitted", "Two Sessions": "preferred", "2 sessions": "superseded"}
    terms = [("zh-Hans", "两会", ""), ("zh_TW", "兩會", "")]
    terms += [("en", term, f'<termNote type="administrativeStatus">{status}Term-admn-sts</termNote>') for term, status in statuses.items()]
    sections = "".join(f'<langSec xml:lang="{code}"><termSec><term>{term}</term>{more}</termSec></langSec>' for code, term, more in terms)
    text = f'<tbx xmlns="urn:iso:std:iso:30042:ed-2"><text><body><conceptEntry id="a">{sections}</conceptEntry></body></text></tbx>'
    assert read(text).concepts == (Concept(("两会", "兩會"), "Two Sessions", allowed=("NPC meeting",), forbidden=("2 sessions",)),)


def test_what_is_no_pair_is_listed_with_its_line() -> None:
    german = '<langSet xml:lang="de"><tig><term>Staatsrat</term></tig></langSet>'
    found = read(tbx2(pair("两会", "Two Sessions"), german, pair("国务院", ""), pair("党", "x " * 200)))
    assert [concept.target for concept in found.concepts] == ["Two Sessions"]
    assert [(rejected.place, rejected.reason) for rejected in found.rejected] == [
        ("line 4", "no Chinese term; its languages are de"),
        ("line 5", "no English term; its languages are zh-CN, en-US"),
        ("line 6", "a term of 399 characters is none"),
    ]


def test_categories_that_are_not_read_are_told() -> None:
    subject = '<descrip type="subjectField">politics</descrip>'
    assert read(tbx2(subject + pair("两会", "Two Sessions"))).understood == ("tbx, a concept an entry; not read: subjectfield",)


# --- TMX


def variant(language: str, segment: str) -> str:
    return f'<tuv xml:lang="{language}"><seg>{segment}</seg></tuv>'


def tmx(*units: str) -> str:
    return '<tmx version="1.4"><header/><body>\n' + "\n".join(f"<tu>{unit}</tu>" for unit in units) + "\n</body></tmx>"


@pytest.mark.parametrize(
    ("unit", "concept"),
    [
        ('<tuv xml:lang="zh-CN"><seg>两会</seg></tuv><tuv xml:lang="en-GB"><seg>Two Sessions</seg></tuv>', Concept(("两会",), "Two Sessions")),
        ('<tuv lang="ZH"><seg>两会</seg></tuv><tuv lang="EN"><seg>Two Sessions</seg></tuv>', Concept(("两会",), "Two Sessions")),
        (
            '<tuv xml:lang="en"><seg>Two Sessions</seg></tuv><tuv xml:lang="zh"><seg>两会</seg></tuv><note>annual</note>',
            Concept(("两会",), "Two Sessions", note="annual"),
        ),
        (
            variant("zh", '<bpt i="1">{b}</bpt>两会<ept i="1">{/b}</ept>') + variant("en", "Two <hi>Sessions</hi>"),
            Concept(("两会",), "Two Sessions"),
        ),
        (
            '<prop type="project">A</prop><tuv xml:lang="zh"><seg>A|B</seg></tuv><tuv xml:lang="en"><seg>a|b</seg></tuv>',
            Concept(("A|B",), "a|b"),  # a bar divides nothing in a segment
        ),
    ],
)
def test_a_unit_of_a_memory(unit: str, concept: Concept) -> None:
    assert read(tmx(unit), "tmx")[:2] == ((concept,), ())


def test_sentences_of_a_memory_are_no_terms() -> None:
    long = f'<tuv xml:lang="zh"><seg>{"会议" * 200}</seg></tuv><tuv xml:lang="en"><seg>A meeting.</seg></tuv>'
    found = read(tmx(long, '<tuv xml:lang="de"><seg>Tagung</seg></tuv>'), "tmx")
    assert [(rejected.place, rejected.reason) for rejected in found.rejected] == [
        ("line 2", "a segment of 400 characters is no term"),
        ("line 3", "no Chinese; its languages are de"),
    ]


# --- Hostile files

LAUGHS = '<!DOCTYPE martif [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>'
HOSTILE = [
    (LAUGHS + tbx2(pair("两会", "&b;")).partition("?>")[2], "declares the entity 'a'"),
    ('<!DOCTYPE martif [<!ENTITY x SYSTEM "file:///etc/passwd">]><martif>&x;</martif>', "declares the entity 'x'"),
    ('<!DOCTYPE martif [<!ENTITY % x SYSTEM "http://127.0.0.1/x"> %x;]><martif/>', "declares the entity 'x'"),
    ('<!DOCTYPE martif SYSTEM "http://127.0.0.1/x.dtd"><martif><termEntry>&nbsp;</termEntry></martif>', "&nbsp; is an entity of another file"),
    ("<martif>" + "<a>" * 5000 + "</a>" * 5000 + "</martif>", "more than 60 deep"),
    ("<martif><termEntry>", "no well-formed XML"),
    ("<html><body/></html>", "begins with <html>, not with <tbx>"),
    ("", "no well-formed XML"),
    ("中文,英文", "no well-formed XML"),
    ("<martif>" + "<termEntry/>" * 2001 + "</martif>", "more than 2,000 entries"),
]


@pytest.mark.parametrize(("text", "reason"), HOSTILE, ids=range(len(HOSTILE)))
def test_a_hostile_file_is_refused(text: str, reason: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tqa.glossary.exchange.markup.MOST_ENTRIES", 2000)
    with pytest.raises(FormatError) as refused:
        read(text)
    assert reason in str(refused.value)
    assert refused.value.line is not None


def test_a_document_type_is_passed_over() -> None:
    assert read('<!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd">' + tbx2(pair("两会", "Two Sessions")).partition("?>")[2]).concepts


def test_encodings() -> None:
    body = tbx2(pair("两会", "Two Sessions")).partition("?>")[2]
    for declared, encoding in (("UTF-16", "utf-16"), ("UTF-8", "utf-8-sig")):
        assert read(f'<?xml version="1.0" encoding="{declared}"?>{body}'.encode(encoding)).concepts
    gbk = f'<?xml version="1.0" encoding="GBK"?>{body}'.encode("gbk")
    with pytest.raises(FormatError, match="say --encoding gb18030"):
        read(gbk)
    assert read(gbk, encoding="gb18030").concepts == (Concept(("两会",), "Two Sessions"),)


# --- What is written

TBX = "{urn:iso:std:iso:30042:ed-2}"


def out(name: str, concepts: Sequence[Concept] = (WHOLE,)) -> bytes:
    ending = ".tmx" if name == "tmx" else ".tbx"
    return written(format_of(f"a{ending}", name), concepts, ending).data


@pytest.mark.parametrize("name", ["tbx", "tbx-dct", "tbx-2", "tmx"])
def test_what_is_written_comes_back(name: str) -> None:
    assert read(out(name), "tmx" if name == "tmx" else "tbx").concepts == (WHOLE,)


def test_tbx_keeps_to_the_structure_and_picklists_of_tbx_basic() -> None:
    """Facts of ISO 30042:2019 and the dialect's Schematron rules: where each category may stand and which values it takes."""
    root = etree.fromstring(out("tbx"))
    assert (root.tag, root.get("type"), root.get("style")) == (f"{TBX}tbx", "TBX-Basic", "dca")
    assert root.get("{http://www.w3.org/XML/1998/namespace}lang")
    assert [child.tag for child in root] == [f"{TBX}tbxHeader", f"{TBX}text"]
    assert root.find(f"{TBX}tbxHeader/{TBX}fileDesc/{TBX}sourceDesc/{TBX}p") is not None
    for entry in root.iter(f"{TBX}conceptEntry"):
        assert entry.get("id")
        assert [child.tag.removeprefix(TBX) for child in entry] == ["admin", "note", "langSec", "langSec"]
    values = {
        "administrativeStatus": {f"{status}Term-admn-sts" for status in ("preferred", "admitted", "deprecated", "superseded")},
        "termType": {"fullForm", "acronym", "abbreviation", "shortForm", "variant", "phrase"},
    }
    for note in root.iter(f"{TBX}termNote"):
        assert note.getparent().tag == f"{TBX}termSec"
        assert note.text in values[note.get("type")]
    for context in root.iter(f"{TBX}descrip"):
        assert (context.get("type"), context.getparent().tag) == ("context", f"{TBX}termSec")
    for section in root.iter(f"{TBX}termSec"):
        assert section[0].tag == f"{TBX}term"


def test_dct_names_its_categories_by_tags_of_their_modules() -> None:
    root = etree.fromstring(out("tbx-dct"))
    assert root.get("style") == "dct"
    modules = {element.tag for element in root.iter() if not element.tag.startswith(TBX)}
    names = {"min": ("administrativeStatus",), "basic": ("termType", "context", "source")}
    assert modules == {f"{{http://www.tbxinfo.net/ns/{module}}}{name}" for module, listed in names.items() for name in listed}


def test_weblate_gets_a_pair_an_entry() -> None:
    root = etree.fromstring(out("weblate", (WHOLE._replace(keep=True),)))
    entries = [tuple(term.text for term in entry.iter("term")) for entry in root.iter("termEntry")]
    assert entries[:3] == [("两会", "Two Sessions"), ("两会", "two sessions"), ("两会", "two meetings")]
    assert [note.text for note in root.iter("termNote")] == ["forbidden", "forbidden"]
    assert root.find(".//termEntry/descrip").get("type") == "Translation needed"


def test_tmx_keeps_to_its_dtd() -> None:
    dtd = etree.DTD(io.StringIO(TMX_DTD))
    root = etree.fromstring(out("tmx"))
    assert dtd.validate(root), dtd.error_log
    assert root.get("version") == "1.4"
    for unit in root.iter("tu"):
        assert [child.tag for child in unit if child.tag != "prop"] == ["note", "tuv", "tuv"]


TMX_DTD = """
<!ELEMENT tmx (header, body)> <!ATTLIST tmx version CDATA #FIXED "1.4">
<!ELEMENT header (note | prop)*>
<!ATTLIST header creationtool CDATA #REQUIRED creationtoolversion CDATA #REQUIRED segtype (block | paragraph | sentence | phrase) #REQUIRED
  o-tmf CDATA #REQUIRED adminlang CDATA #REQUIRED srclang CDATA #REQUIRED datatype CDATA #REQUIRED>
<!ELEMENT body (tu*)> <!ELEMENT tu ((note | prop)*, tuv+)> <!ELEMENT tuv ((note | prop)*, seg)> <!ATTLIST tuv xml:lang CDATA #REQUIRED>
<!ELEMENT seg (#PCDATA)> <!ELEMENT note (#PCDATA)> <!ELEMENT prop (#PCDATA)> <!ATTLIST prop type CDATA #REQUIRED>
"""
"""The part of the TMX 1.4 DTD that what tqa writes can touch, in our words."""
