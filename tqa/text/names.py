"""Chinese names as English writes them: capitalised words that can be pinyin, side by side."""

from __future__ import annotations

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
_JOINS_BEFORE = "-'&@#./_"
_MOST_GIVEN = 2
"""Syllables of a given name."""


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

    `opens`: no capitalised word stands before the first.
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
            yield from _in_run(text[start:end].split(" "), start)


def _in_run(raws: list[str], at: int) -> Iterator[Pair]:
    words = list(map(_WORDS.__getitem__, raws))
    last = len(words) - 1
    for number in range(last):
        first, second = words[number], words[number + 1]
        middle = at + len(raws[number]) + 1
        if first.surname or second.surname or _is_double_given(second):
            third, third_end = None, 0
            if number + 1 < last and second.syllables == 1 and words[number + 2].syllables == 1:
                third, third_end = words[number + 2], _end(middle + len(raws[number + 1]) + 1, raws[number + 2])
            yield Pair(at, middle, _end(middle, raws[number + 1]), first, second, third, third_end, not number)
        at = middle


def _end(start: int, raw: str) -> int:
    """Where the word ends without possessive 's and closing marks."""
    if raw.endswith(("'s", "’s")):
        raw = raw[:-2]
    return start + len(raw.rstrip("'’-"))


def is_given(one: Word) -> bool:
    """Whether the word can be a given name: one or two syllables."""
    return 0 < one.syllables <= _MOST_GIVEN and one.letters not in NO_GIVEN


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

PRONOUNS = word_set("he she you an long can man pan a even so may lao")
"""Surnames that are English words at the beginning of a sentence."""

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

TITLES = tuple(
    sorted(
        word_set(
            """总书记 總書記 书记 書記 主席 总理 總理 委员长 总统 總統 首相 部长 部長 省长 省長 市长 市長 县长 区长 局长
            局長 处长 科长 校长 院长 董事长 总经理 总裁 经理 主任 司令 将军 教授 老师 医生 先生 女士 小姐 太太 夫人
            某 氏 姓 老 家 总 工 导 队 大使 特首 议员 同志 师傅 奶奶 爷爷 阿姨 大爷 大妈"""
        )
    )
)
"""What stands after a surname alone: 习总书记, 毛主席, 黄某."""
