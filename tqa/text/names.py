"""Chinese names as English writes them: capitalised words that can be pinyin, side by side."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from tqa.records import NamedTuple
from tqa.text.english import word_set
from tqa.text.pinyin import syllables
from tqa.text.readings import elsewhere, surname_spellings
from tqa.text.regex import regex

# Looked for in the outline, where every capital is an A and ’ is '.
_WORD = r"A[Aa-zü'-]{0,25}+"
_RUN = regex(rf"{_WORD}(?: {_WORD})++")
_SYLLABLE_ELSEWHERE = regex("[A-Z][hkluwy]{0,2}[aeiou]{1,3}(?:ng|[hkmnptw])?")
_JOINS_BEFORE = "-'&@#./_"
_MOST_GIVEN = 2
"""Syllables of a given name."""
_SWOLLEN = 3
"""What a syllable taken for two counts, in letters."""


class Word(NamedTuple):
    """One capitalised word: its letters in small, without marks and possessive 's, and what they can be.

    `syllables`: of the fewest that make it up, 0 if it is no pinyin. `surname`: it can be a surname in pinyin. `foreign`: it can be a
    surname in another romanisation of Chinese. `hyphened`: it is written with a hyphen inside.
    """

    letters: str
    syllables: int
    surname: bool
    foreign: bool
    hyphened: bool = False


def word(raw: str) -> Word:
    """What a capitalised word can be; remembered."""
    return _WORDS[raw]


class _Words(dict[str, Word]):
    """Words as they are written, computed once a word.

    `nameless`: those that are neither a surname in pinyin nor a given name of two syllables; in a run of such words stands no name.
    """

    def __init__(self) -> None:
        super().__init__()
        self.nameless: set[str] = set()

    def __missing__(self, raw: str) -> Word:
        if len(self) >= _MOST:
            self.clear()
            self.nameless.clear()
        found = self[raw] = _read(raw)
        if not found.surname and not _is_double_given(found):
            self.nameless.add(raw)
        return found


_MOST = 20_000
_WORDS = _Words()


def _read(raw: str) -> Word:
    plain = raw.lower().replace("’", "'")
    if plain.endswith("'s"):
        plain = plain[:-2]
    plain = plain.strip("'-").replace("ü", "v")
    letters = plain.replace("'", "").replace("-", "")
    cut = syllables(plain)
    return Word(letters, len(cut) if cut else 0, letters in surname_spellings(), letters in elsewhere(), "-" in plain)


class Pair(NamedTuple):
    """Two words side by side: offsets of the whole and of the second word, and what follows where a given name may be written apart.

    `opens`: the first may be an English word that begins a sentence, and no surname.
    """

    start: int
    middle: int
    end: int
    first: Word
    second: Word
    third: Word | None
    third_end: int
    opens: bool


def pairs(text: str, outline: str) -> Iterator[Pair]:
    """Neighbouring capitalised words of which one can be a surname or the second a given name of two syllables, in order."""
    is_nameless = _WORDS.nameless.issuperset
    for match in _RUN.finditer(outline):
        start, end = match.span()
        if is_nameless(text[start:end].split(" ")):
            continue
        before, after = text[start - 1 : start], text[end : end + 1]
        if before and (before.isalnum() or before in _JOINS_BEFORE):
            start = outline.find(" ", start) + 1
        if after.isalnum():
            end = outline.rfind(" ", start, end)
        if start < end:
            yield from _in_run(text[start:end].split(" "), start, text)


def _in_run(raws: list[str], at: int, text: str) -> Iterator[Pair]:
    words = list(map(_WORDS.__getitem__, raws))
    last = len(words) - 1
    for number in range(last):
        first, second = words[number], words[number + 1]
        middle = at + len(raws[number]) + 1
        if first.surname or second.surname or _is_double_given(second):
            third, third_end = None, 0
            if number + 1 < last and second.syllables == 1 and words[number + 2].syllables == 1:
                third, third_end = words[number + 2], _end(middle + len(raws[number + 1]) + 1, raws[number + 2])
            yield Pair(
                at,
                middle,
                _end(middle, raws[number + 1]),
                first,
                second,
                third,
                third_end,
                not number and first.letters in _ENGLISH and _opens(first, text, at),
            )
        at = middle


def _opens(first: Word, text: str, at: int) -> bool:
    """Whether an English word may be meant, at its place in the text."""
    return first.letters in _CAPITALISED or not (at > 1 and text[at - 1] == " " and text[at - 2].islower())


def _end(start: int, raw: str) -> int:
    """Where the word ends without possessive 's and closing marks."""
    if raw.endswith(("'s", "’s")):
        raw = raw[:-2]
    return start + len(raw.rstrip("'’-"))


def is_syllable_elsewhere(raw: str) -> bool:
    """Whether a word looks like one syllable of a name as Hong Kong, Taiwan or Singapore write it, and is none in pinyin: Shing, Kee."""
    return _SYLLABLE_ELSEWHERE.fullmatch(raw) is not None and not word(raw).syllables


def is_given(one: Word) -> bool:
    """Whether the word can be a given name: one or two syllables."""
    return 0 < one.syllables <= _MOST_GIVEN and one.letters not in NO_GIVEN


def letters_apart(given: Word, cut: tuple[str, ...]) -> int | None:
    """Letters in which a given name differs from what two characters or one are read as; None if it is another name.

    Where a syllable was taken for two the other is as it should be: Zhonglike for zhong, liang.
    """
    from rapidfuzz.distance import OSA

    letters, spelt = given.letters, "".join(cut)
    limit = 1 if len(letters) <= 4 or (given.syllables in (1, 2) and given.syllables != len(cut)) else 2
    if abs(len(spelt) - len(letters)) <= limit and (distance := OSA.distance(letters, spelt, score_cutoff=limit)) <= limit:
        return distance
    is_swollen = given.syllables == len(cut) + 1 == 3 and (letters.startswith(cut[0]) or letters.endswith(cut[1]))
    return _SWOLLEN if is_swollen else None


def _is_double_given(one: Word) -> bool:
    return one.syllables == _MOST_GIVEN and one.letters not in NO_GIVEN


@lru_cache(maxsize=20_000)
def is_near_surname(letters: str) -> bool:
    """Whether some surname differs by one letter or none."""
    from rapidfuzz.distance import OSA

    return any(OSA.distance(letters, surname, score_cutoff=1) <= 1 for surname in surname_spellings())


NO_GIVEN = word_set(
    """china chinese asian asia hongkong hong kong macao human women woman men man open panama canada sudan dubai guinea kenya kiev china made
    male name game page fame wage rage cage lane line mine nine pine dine time dime bike like mike nike pike lake make take cake wake sake
    bale dale gale pale sale tale lime tide side life wife safe guide leader data date gate late rate mate site bite suite tune tie die lie
    change orange range dance gang song long sang hang bang can fan tan pan ban ran van den pen ten hen sun run gun fun bin pin sin tin win
    ping king wing ding dong far bar car are she he you we me be die due sue hue cue pie mango tango banana mama papa lala bobo yoyo gaga
    ode cafe menu bus gas use pipe tube cube duke luke lao laos lanka union union's media genie june july said says sai"""
)
"""English words that can be read as pinyin."""

MIDDLE_NAMES = word_set("thi van")
"""Vietnamese names between surname and given name."""

NO_NAMES = {
    tuple(pair.split("-"))
    for pair in word_set(
        "hong-kong wan-chai da-nang ping-pong tai-chi long-march dim-sum hang-seng tai-po sha-tin sing-tao tai-koo tai-mo ta-kung kai-tak lei-yue"
    )
}
"""Pairs of words that are something else."""

_CAPITALISED = word_set("an a may lao")
"""Surnames that are English words with a capital within a sentence as well: the Lao people, and articles that systems capitalise."""

_ENGLISH = _CAPITALISED | word_set("he she you long can man even so")
"""Surnames that are English words at the beginning of a sentence."""

NICKNAMES = word_set("lao xiao da")
"""What may stand before a surname among friends: Lao Wang."""

NO_PEOPLE = word_set(
    """university college school academy institute hospital bank airport station railway road street avenue district county prefecture
    province city town township village group corporation company co ltd holdings technology bridge river lake mountain temple park
    square tower port island stadium museum hotel"""
)
"""What makes a place or a body of the two words before it: Jiao Tong University."""

ENGLISH_GIVEN = word_set(
    """adam albert alex alexander alice allen amy andrew andy angela ann anna anne anthony arthur benjamin bill bob brian bruce carol
    catherine charles chris christina christine christopher connie cynthia daniel david dennis diana donald dorothy douglas edward eileen
    elaine elizabeth emily emma eric eugene eva fiona francis frank fred frederick gary george gerald grace harry helen henry howard ian
    irene ivan jack jackie jackson jacky james jane janet jason jay jeff jeffrey jenny jeremy jerry jessica jimmy joan joe john johnny
    jonathan joseph joyce judy julia justin karen kate katherine keith kelly ken kenneth kevin larry laura lawrence leo leonard leslie
    lily linda lisa louis lucy margaret maria mark martin mary matthew melissa michael michelle mike nancy nicholas nicole oscar pamela
    patricia patrick paul peter philip rachel ray raymond rebecca richard robert robin roger ronald rose roy ruth ryan samuel sandra
    sarah scott sharon simon sophia stanley stella stephanie stephen steve steven susan terence terry thomas tim timothy tom tony vanessa
    victor victoria vincent vivian walter wendy william winnie"""
)
"""English first names that Chinese people bear before a name of their own: Justin Yifu Lin."""

_TITLE = regex(
    r"""
    副?(?:
        # Offices of state, party and firms; ranks.
        (?:总)?书记|主席|总[理统裁监]|首相|特[使首]|大使|公使|(?:总)?领事|参赞|代表|[委议]员|常委|(?:总)?经理|主[任管编播帅]|老板|司令员?|政委
        |元帅|[大上中少][将校]|将军
        # Callings.
        |教授|教练|[老导讲律医]师|师傅|院士|博士|医生|大夫|护士|[法警军]官|检察官|[民交刑特]警|裁判|记者|编[辑剧]|导演|演员
        # Heads of whatever has one.
        |(?:秘书|董事|委员|检察|参谋|理事|[部外防财省市县区州镇乡村局处科司厅署校院会行厂店社台班排连营团师军队组站所馆园船])长
    )
    # Ways to address and speak of people.
    |先生|女士|小姐|太太|夫人|同[学志]|奶奶|爷爷|阿姨|叔叔|大[爷妈哥姐叔婶]|[某氏姓老家总工导队]
    """,
    re.VERBOSE,
)


def title(text: str, at: int) -> int:
    """Characters of a title at an offset of the source in simplified characters, as it stands behind a surname alone: 习总书记, 黄某."""
    match = _TITLE.match(text, at)
    return match.end() - at if match else 0


def is_in_title(text: str, at: int) -> bool:
    """Whether the character at an offset belongs to a title and is no surname: 席 in 主席, 董 in 董事长."""
    return any((size := title(text, start)) > 1 and start + size > at for start in range(max(0, at - 3), at + 1))
