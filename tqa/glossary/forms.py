"""English forms of a term, and where they stand in a text whatever their dress: inflected, hyphenated, solid, with other capitals."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import accumulate

from tqa.cached import cached_property
from tqa.glossary.words import FUNCTION_WORDS, THE, WORD, bare, cut, fold, key, keys_of, plain_text
from tqa.records import NamedTuple
from tqa.text.inflection import beginning
from tqa.text.regex import regex

# A stop parts, unless it ends an initial or a shortened word; a comma or colon in a number parts nothing.
_APART = regex(
    r"""[,;:](?![0-9])|[()\[\]"“”«»]|[!?]|"""
    r"\.(?=\s)(?<!\b[A-Za-z]\.)(?<!\b(?:St|Co|No|Dr|Mr|Ms|Mt|Jr|Sr)\.)(?<!\b(?:Mrs|Inc|Ltd|Gen|Sen|Rep|Gov)\.)(?<!\bCorp\.)"
)
_PAIRED = '"“”«»()[]'
_ENDS = regex(r"s?(?![^\W_])")
_ARTICLES = frozenset(("a", "an", "the"))


class Form(NamedTuple):
    """One listed English form. `plain`: in lower case; `words`: articles left out; `keys`: what each is compared by, and joined as `stems`;
    `solid`: the words joined.

    `heads`: beginnings of its words; `content`: those that are no function words, and their first letters as `initials`; `acronym`:
    short and all in capitals; `capital`: listed with a capital.
    """

    text: str
    plain: str
    words: tuple[str, ...]
    keys: tuple[str, ...]
    stems: str
    solid: str
    heads: tuple[str, ...]
    content: tuple[str, ...]
    initials: str
    acronym: bool
    capital: bool

    def may_stand(self, squeezed: str) -> bool:
        """Whether a text, `squeezed` as `English.squeezed` is, holds all `heads`, in order and near each other.

        If not, the form stands there in no dress.
        """
        place = squeezed.find(self.heads[0]) if self.heads else 0
        if place < 0 or len(self.heads) < 2:
            return place >= 0
        # Endings and articles come on top of the letters.
        reach = len(self.plain) + 6 * len(self.words) + 6
        while place >= 0:
            last = place
            for head in self.heads[1:]:
                last = squeezed.find(head, last + 1, place + reach)
                if last < 0:
                    break
            else:
                return True
            place = squeezed.find(self.heads[0], place + 1)
        return False

    def holds(self, other: Form) -> bool:
        """Whether the words of the other form stand within this one, as they are or inflected."""
        size = len(other.keys)
        return any(self.keys[start : start + size] == other.keys for start in range(len(self.keys) - size + 1))


@lru_cache(maxsize=100_000)
def compile_form(text: str) -> Form:
    """The form, ready to be looked for."""
    plain = fold(text.strip())
    words = tuple(word for word in map(bare, WORD.findall(plain)) if word)
    while len(words) > 1 and words[0] in _ARTICLES:
        words = words[1:]
    letters = "".join(filter(str.isalpha, text))
    keys = tuple(keys_of(words))
    content = tuple(word for word in words if word not in FUNCTION_WORDS)
    return Form(
        text=text,
        plain=_ARTICLE.sub("", plain),
        words=words,
        keys=keys,
        stems="".join(keys),
        solid="".join(words),
        heads=tuple(filter(None, map(_head, words))),
        content=content,
        initials="".join([word[0] for word in content]),
        acronym=len(letters) > 1 and letters.isupper() and len(text) < 7,
        capital=not text.islower(),
    )


_ARTICLE = regex("^(?:an?|the) (?=.)")


def _head(word: str) -> str:
    """The letters with which every word begins that is compared as `word` is; "" where there are few or none."""
    head = beginning(key(word))
    # A number may be grouped, 51,020, and `and` be written &.
    return head if word.isalpha() and word != "and" and word.startswith(head) else ""


class English:
    """One English text, ready to be asked where forms stand."""

    def __init__(self, text: str, lower: str | None = None):
        """`lower`: the text in lower case, character for character, where it is known already."""
        self.text = text
        self.lower: str = lower if lower is not None and text.isascii() else fold(text)

    def part(self, start: int, end: int) -> English:
        """A range of the text as a text of its own."""
        part = English.__new__(English)
        part.text, part.lower = self.text[start:end], self.lower[start:end]
        return part

    def places(self, form: Form) -> list[tuple[int, int]]:
        """Ranges where the form stands as it is listed or, if nowhere so, in other dress; left to right."""
        return self.as_listed(form) or self.in_other_dress(form)

    def as_listed(self, form: Form, begin: int = 0, stop: int | None = None) -> list[tuple[int, int]]:
        """Ranges where the form stands as it is listed, in any case; left to right; `begin` and `stop` bound the search."""
        text, plain = self.lower, form.plain
        start = text.find(plain, begin, stop) if plain else -1
        if start < 0:
            return []
        found = []
        size = len(plain)
        while start >= 0:
            end = start + size
            joined = (start and text[start - 1].isalnum() and text[start].isalnum()) or (text[end : end + 1].isalnum() and text[end - 1].isalnum())
            if not joined and not (form.acronym and self.text[start:end].islower()):
                found.append((start, end))
            start = text.find(plain, start + 1, stop)
        return found

    def in_other_dress(self, form: Form) -> list[tuple[int, int]]:
        """Ranges where the form stands inflected, hyphenated, solid or in the other spelling; left to right."""
        return self.in_any_dress(form) if form.may_stand(self.squeezed) else []

    def in_any_dress(self, form: Form) -> list[tuple[int, int]]:
        """The same for a form that is known to be one that `may_stand`."""
        found: list[tuple[int, int]] = []
        if form.stems and form.stems in self._stems:
            found += self._aligned(self._stems, form, form.stems, self._stem_ends)
        # trade-in and tradein: inside a solid word the parts keep their endings.
        if form.solid and form.solid in self._solid:
            for ending in ("", "s", "es"):
                found += self._aligned(self._solid, form, form.solid + ending, self._solid_ends)
        return sorted(set(found))

    def holds_exactly(self, form: Form) -> bool:
        """Whether the form stands letter for letter, plural or possessive perhaps."""
        start = self.text.find(form.text)
        while start >= 0:
            if not _joins(self.text, start) and _ENDS.match(self.text, start + len(form.text)):
                return True
            start = self.text.find(form.text, start + 1)
        return False

    def holds(self, form: Form) -> bool:
        """Whether the form stands anywhere."""
        return bool(self.places(form))

    def _aligned(self, joined: str, form: Form, wanted: str, ends: list[int]) -> Iterator[tuple[int, int]]:
        """Ranges of the text where `wanted` stands in the joined words from a word's start to a word's end."""
        position = joined.find(wanted)
        while position >= 0:
            first, last = bisect_right(ends, position), bisect_left(ends, position + len(wanted))
            if ends[last] == position + len(wanted) and (position == 0 or ends[first - 1] == position):
                start, end = self.spans[first][0], self.spans[last][1]
                if self._is_itself(form, start, end) and not self.is_broken(form, start, end):
                    yield start, end
            position = joined.find(wanted, position + 1)

    def is_broken(self, form: Form, start: int, end: int) -> bool:
        """Whether a mark that is not in the form parts the range: industrial chain, supply chain is not industrial chain supply chain.

        A quotation or bracket that is whole parts nothing: “Belt and Road” Initiative.
        """
        if _APART.search(self.text, start, end) is None:
            return False
        marks = [mark for mark in _APART.findall(self.text, start, end) if mark not in form.text]
        if not all(mark in _PAIRED for mark in marks):
            return True
        # What stands in brackets behind a form is no part of it.
        inside = self.text[max(start - 1, 0) : end + ("(" not in marks and "[" not in marks)]
        pairs = zip(_PAIRED[1::2], _PAIRED[2::2], strict=True)
        return bool(marks) and (inside.count('"') % 2 == 1 or any(inside.count(one) != inside.count(other) for one, other in pairs))

    def _is_itself(self, form: Form, start: int, end: int) -> bool:
        """US is not us, and the Lao are not Laos: a name is no plural."""
        if form.acronym:
            return not self.text[start:end].islower()
        return not (form.plain[-1] == "s" and form.capital and len(form.words) == 1) or self.lower[end - 1] == "s"

    @cached_property
    def words(self) -> list[str]:
        """The folded text of each word, without possessive ending; `the` left out."""
        words = [word for word in self._cut if word != "the"]
        return [word.removesuffix("'s") for word in words] if "'s" in self.lower else words

    @cached_property
    def capitals(self) -> list[int]:
        """Numbers of those of `words` that are not all in small letters."""
        cased = cut(plain_text(self.text))
        return [number for number, word in enumerate([word for word in cased if word not in THE]) if not word.islower()]

    @cached_property
    def spans(self) -> list[tuple[int, int]]:
        """Start and end of each of `words`."""
        spans = []
        place = 0
        for word in self._cut:
            # No letter stands between two words, so that the next one is the first that reads like it.
            start = self.lower.find(word, place)
            place = start + len(word)
            if word != "the":
                spans.append((start, place - 2 if word[-2:] == "'s" else place))
        return spans

    @cached_property
    def keys(self) -> list[str]:
        """What each of `words` is compared by."""
        return keys_of(self.words)

    @cached_property
    def keyed(self) -> Mapping[str, Sequence[int]]:
        """What words are compared by → the numbers of these words."""
        numbers: dict[str, list[int]] = {}
        for number, found in enumerate(self.keys):
            if found in numbers:
                numbers[found].append(number)
            else:
                numbers[found] = [number]
        return numbers

    @cached_property
    def initialisms(self) -> Mapping[str, Sequence[int]]:
        """Words with a capital, by their small letters without a plural “s” → their numbers."""
        found: dict[str, list[int]] = {}
        for number in self.capitals:
            found.setdefault(self.words[number].rstrip("s"), []).append(number)
        return found

    def beginning(self, head: str) -> list[int]:
        """Numbers of the words that begin with `head`."""
        return [number for number, word in enumerate(self.words) if word.startswith(head)] if head in self.lower else []

    def has_word_outside(self, word: str, start: int, end: int) -> bool:
        """Whether one of `words` that is not in the range is `word`."""
        text = self.lower
        place = text.find(word)
        while place >= 0:
            if start <= place < end:
                place = end - 1
            elif self._is_word(place, place + len(word)):
                return True
            place = text.find(word, place + 1)
        return False

    def _is_word(self, start: int, end: int) -> bool:
        text = self.lower
        if _joins(text, start) or (text[start - 1 : start] == "'" and text[max(start - 2, 0)].isalnum()):
            return False
        return self.ends_word(end)

    def ends_word(self, end: int) -> bool:
        """Whether a word, or what stands before its possessive ending, ends at an offset behind a letter."""
        text = self.lower
        if _joins(text, end):
            return False
        return text[end : end + 1] != "'" or not text[end + 1 : end + 2].isalnum() or (text[end + 1] == "s" and not text[end + 2 : end + 3].isalnum())

    @cached_property
    def counts(self) -> Counter[str]:
        """How often each word stands, without possessive ending."""
        return Counter(self.words)

    @cached_property
    def squeezed(self) -> str:
        """The folded text without blanks, hyphens and stops, which part a word here and not there: it holds the beginnings of all its words."""
        return self.lower.replace(" ", "").replace("-", "").replace(".", "")

    @cached_property
    def _cut(self) -> list[str]:
        return cut(self.lower)

    # Most forms are not there: the joined words say so without an offset for any of them.
    @cached_property
    def _stems(self) -> str:
        return "".join(self.keys)

    @cached_property
    def _solid(self) -> str:
        return "".join(self.words)

    @cached_property
    def _stem_ends(self) -> list[int]:
        """Offset in the joined keys where that of each word ends."""
        return list(accumulate(map(len, self.keys)))

    @cached_property
    def _solid_ends(self) -> list[int]:
        return list(accumulate(map(len, self.words)))


def _joins(text: str, offset: int) -> bool:
    """Whether the characters on both sides of an offset belong to one word."""
    return 0 < offset < len(text) and text[offset - 1].isalnum() and text[offset].isalnum()
