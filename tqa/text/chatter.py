"""What a language model says around its translation: greetings before it, remarks after it, refusals, and its own markup."""

from __future__ import annotations

from functools import lru_cache

from tqa.model import Span
from tqa.text.furniture_words import phrases_of
from tqa.text.phrases import NUMBER, has_phrase_of, is_mostly_listed, read_words
from tqa.text.regex import regex

_DRESS = " \t\u3000*#_>`~-—–"
_SENTENCE = regex(r"[^.!?:。！？：\n]*(?:[.!?:。！？：](?![a-z0-9])[*_\"”]*|$)\s*")
_QUOTES = "\"“”'‘「『"
_PRESENTS = frozenset(["here-is", "translation", "chatter-object", "opener", "glue"])
_PROMPTS = _PRESENTS | {"ask-translate", "offer-word"}
_OFFERING = frozenset(["offer", "opener"])
_OFFERS = frozenset(["offer", "offer-object", "offer-word", "chatter-object", "translation", "glue", "opener"])
_TRANSLATED = regex(
    r"(?i)\b(?:translat\w+|translitera\w+|proper nouns?|rendered as|rendering|literal(?:ly)?|romani[sz]\w+|pinyin|source text|target language|"
    r"original (?:\w+ )?(?:text|chinese|format\w*|tone|meaning|structure|style|article|paragraphs?)|formatting|wording)\b|译|原文"
)
_NOTE = regex(r"[(（\[【*_\s]*")

_DECLINES = r"can(?:['’]t|not|\snot)|(?:currently\s)?(?:unable|not\sable)|won['’]t|could\s?n[o'’]t|do\snot|don['’]t|must\sdecline"
_WORKS = r"assist|help|translat\w+|provid\w+|fulfil+|comply|complet\w+|process|continue|proceed|discuss|generate|engage"
_REFUSAL = regex(
    rf"""(?ix)
    # I'm sorry, but I can't assist with that.
    (?: (?:i['’]?m|i\s+am|we['’]?re)\s+(?:really\s|very\s|so\s|truly\s)?(?:sorry|afraid) | (?:my\s)?(?:sincere\s)?apologies | sorry
      | i\s+(?:do\s)?(?:sincerely\s)?apologi[sz]e | unfortunately )
    [^.!?“"]{{0,60}}?\b(?:i|we)\s?(?:['’]m|['’]re|am|are)?\s?(?:{_DECLINES})
    [^.!?“"]{{0,80}}?\b(?:{_WORKS}|request\w*|content|text|article|access|answer|respond|produce|do\sthat|support|handle)\b
    # I cannot translate this text.
    | i\s?(?:['’]m|\sam)?\s?(?:cannot|can['’]t|can\snot|unable\sto|not\sable\sto|won['’]t|must\sdecline\sto)\s(?:be\sable\sto\s)?
      (?:{_WORKS})\b[^.!?“"]{{0,60}}?\b(?:with\s(?:that|this|your|the)|this|that|your|request|translation|content|text)\b
    # As an AI, I …
    | as\san?\s(?:ai|artificial\sintelligence)(?:\s(?:language\smodel|model|assistant|translator|system))?,?\s(?:i|we|my)\b
    | as\sa\s(?:large\s)?language\smodel\b
    | (?:i['’]?m|i\sam)\s(?:just\s|only\s)?an?\s(?:ai|large\slanguage|language\smodel|artificial\sintelligence)\b
    | (?:很抱歉|抱歉|对不起|非常抱歉)[，,]?[^。！？]{{0,20}}?我(?:无法|不能|没有办法)
    | 作为(?:一个|一名)?(?:人工智能|AI|大?语言模型)
    | 我(?:无法|不能)(?:提供|协助|翻译|完成|满足|处理|继续)
    """
)
# How what _REFUSAL finds begins, without blanks.
_REFUSES = (
    *("i'm", "i’m", "im", "iam", "ican", "iunable", "inot", "iwon", "imust", "iapolog", "isincerely", "ido", "we're", "we’re", "were", "weare"),
    *("sorry", "unfortunately", "my", "sincere", "apologies", "asa", "很抱歉", "抱歉", "对不起", "非常抱歉", "作为", "我"),
)
_TAGS = (
    "think|thinking|start|end|s|answer|response|output|translation|target|source|text|input|result|reasoning|reflection|final|english|chinese|"
    "content|article|begin|bos|eos|pad|unk|sep|document"
)
_BRACKETS = (
    r"/?(?:source|target|translation|english|chinese|start|end|output|input|response|begin|end\sof\s(?:text|translation|article|document)|"
    r"translated\stext|english\stranslation)"
)
_MARKUP = regex(rf"(?i)</?(?:{_TAGS})>|<\|[a-z_0-9]{{2,30}}\|>|<<?/?SYS>>?|\[/?INST\]|```[a-z]{{0,12}}|\[(?:{_BRACKETS})\]")
_TAG_MARKS = ("<", "[", "```")
RULE = regex(r"\s*[-=*_]{3,}\s*")
_ROLES = (
    "response|instructions?|input|output|translation|english(?: translation)?|answer|assistant|user|system|source|target|result|final translation"
)
_MARKUP_LINE = regex(
    rf"(?i)\s*(?:\#{{1,6}} ?(?:{_ROLES})\s?:?\s*$"
    r"|(?:<\|)?(?:assistant|human|user|system|ai)(?:\|>)?\s?[:：]\s*$"
    r"|(?:[-=*]{3,} ?)?(?:end of (?:translation|text|article|document)|begin(?:ning)? of (?:translation|text)|"
    r"translation (?:ends|begins|starts|completed?))\W*$)"
)
_MARKUP_HEADS = ("#", "<|", "assistant", "human", "user", "system", "ai", "-", "=", "*", "end of", "begin", "translation")
_THOUGHTS = ("thought", "thinking", "reasoning", "思考")
_THOUGHT = regex(r"(?i)[\s*#>]*(?:thought|thinking(?: process)?|chain of thought|my thoughts?|reasoning(?: process)?|思考(?:过程)?)[*\s]*[:：]")
HEAD = 4
"""Lines at the head of an article in which a model may hand over its work."""
FOOT = 3
"""Lines at the foot in which it may say goodbye."""
TALK = (
    *("<", "```", "[", "#", "translat", "english", "note", "remark", "thought", "thinking", "reasoning", "assistant", "explanation"),
    *("翻译", "译", "原文", "英文", "思考"),
)
"""What a line holds that a model may have said."""
OFFERS = (
    *("let me know", "feel free", "tell me", "hope", "would you", "happy to", "anything else", "i have ", "i've", "i’ve", "do you need", "if there"),
    *("thank you", "should you", "if you", "如果您", "请随时"),
)
"""The same for the lines at the head and the foot of an article, where a model hands over and says goodbye."""
DECLINES = (
    *("language model", "as an ai", "sorry", "apolog", "unfortunately", "cannot", "can't", "can’t", "unable", "not able", "won't be"),
    *("抱歉", "对不起", "我无法", "我不能", "人工智能", "语言模型", "作为ai", "一个ai", "一名ai"),
)
"""The same for lines that begin as refusals do."""
_GREETINGS = (
    *("sure", "certainly", "of course", "absolutely", "ok", "understood", "got it", "gladly", "no problem", "alright", "here", "thank"),
    *("output", "result", "as ", "好的", "当然", "以下"),
)


def greets(line: str) -> bool:
    """Whether the line begins as a model's talk may, at the head of an article."""
    return line.lstrip(_DRESS)[:12].lower().startswith(_GREETINGS)


def read_preamble(line: str) -> Span | None:
    """How far the line, from its start, hands over a translation; None if it does not.

    A lone agreement ("Sure!") counts only as a whole line or before more of the same.
    """
    end = 0
    proven = False
    position = 0
    for _ in range(4):
        match = _SENTENCE.match(line, position)
        if match is None or not match.group().strip():
            break
        kind = _preamble_kind(match.group().strip())
        if kind == "":
            break
        proven |= kind == "hands over"
        position = end = match.end()
        if kind == "hands over" and match.group().rstrip(' *_"”').endswith((":", "：")):
            break
    if not end:
        return None
    whole = not line[end:].strip(_DRESS)
    # “English: a language of …” is a headline; behind a label of a model the article begins anew, with a capital.
    if not whole and len(line[:end].split()) == 1 and (line[end].islower() or line[end] > "\u2fff"):
        return None
    return Span(0, len(line) if whole else end) if proven or whole else None


@lru_cache(maxsize=1024)
def _preamble_kind(sentence: str) -> str:
    """ "hands over", "agrees", or "" for a sentence of the article."""
    plain = sentence.strip(_DRESS + '"”')
    if not plain or len(plain) > 200 or sentence[0] in _QUOTES:
        return ""
    if not is_mostly_listed(plain):
        return ""
    words = read_words(plain)
    if not words.words:
        return ""
    if not all(w.is_of(_PRESENTS) for w in words.words):
        return ""
    kinds = words.classes
    label = plain.endswith((":", "：")) or sentence.rstrip().endswith((":", "：", "**"))
    size = sum(word.weight for word in words.words)
    if "translation" in kinds and kinds & {"here-is", "opener"} and (label or size >= 3):
        return "hands over"
    if "translation" in kinds and label and len(plain) <= 60:
        return "hands over"
    if "opener" in words.words[0].classes and all(w.is_of(_AGREES) for w in words.words):
        handed = label and "here" in plain.lower()
        return "hands over" if handed or (sentence.endswith("!") and plain.lower().rstrip("!") in _EAGER) else "agrees"
    if "here-is" in kinds and "chatter-object" in kinds and _ASKED.search(plain):
        return "hands over"
    return ""


_AGREES = frozenset(["opener", "glue", "here-is", "chatter-object"])
_EAGER = frozenset(["sure", "certainly", "of course", "absolutely", "sure thing"])
_ASKED = regex(r"(?i)\b(?:as|per|you|your)\b[^.]{0,20}\b(?:request\w*|asked)|您要求|您的要求")


def is_title_of_translation(line: str) -> bool:
    """Whether the whole line only says that a translation follows: `Translation`, `**English Translation**`, `译文`."""
    plain = line.strip(_DRESS + "[]【】()（）:： ")
    if len(plain) > 40:
        return False
    words = read_words(plain)
    if not words.words or len(words.words) > 4:
        return False
    if not all(w.is_of(_TITLES) for w in words.words):
        return False
    return plain.lower() in _HEADINGS or line.rstrip(" *_").endswith((":", "："))


_TITLES = frozenset(["translation", "chatter-object", "glue"])
_HEADINGS = frozenset(
    (
        *("translation", "english translation", "translated text", "translated version", "english version", "translation result", "the translation"),
        *("full translation", "final translation", "complete translation", "english text", "machine translation", "translated article"),
        *("output", "result", "response", "answer", "译文", "翻译", "英文翻译", "翻译结果", "英文译文", "英译", "英文版"),
    )
)


def read_closing(line: str, *, at_end: bool) -> Span | None:
    """Where the line, to its end, turns from the article to the model's goodbye or remark; None if it does not.

    Goodbyes are looked for only `at_end` of the article.
    """
    note = _note_start(line)
    if note is not None:
        return Span(note, len(line.rstrip()))
    if not at_end:
        return None
    starts = sorted({*(match.start() for match in _SENTENCE.finditer(line) if match.group().strip()), *(end.end() for end in _CLOSED.finditer(line))})
    found = None
    for start in reversed(starts[-4:]):
        sentence = line[start:].strip()
        if found is not None:
            sentence = line[start:found].strip()
        if not is_offer(sentence) and not _SPEAKS_OF_ITSELF.match(sentence):
            break
        found = start
    return None if found is None else Span(found, len(line.rstrip()))


# A credit in brackets ends without a stop.
_CLOSED = regex(r"[)）\]】]\s")
# A last sentence that judges the translation it stands in.
_SPEAKS_OF_ITSELF = regex(
    r"(?i)end of (?:the )?(?:translation|text|article)\W*$|"
    r"(?:(?:this|the|my)\s(?:above\s|english\s)?translation(?:\sabove)?\s(?:is|aims|maintains|preserves|keeps|follows|reflects|captures|attempts|tries|adheres|"
    r"stays|has been|was)\b|i\s?(?:have|['’]ve)?\s(?:translated|tried|kept|aimed|preserved|maintained|rendered)\b)"
    r"(?=[^\n]{0,200}?(?:original|tone|meaning|source|faithful|accura|structure|style|translat|format|reference|consistent))[^\n]{0,300}$"
)


@lru_cache(maxsize=1024)
def is_offer(sentence: str) -> bool:
    """Whether a sentence offers more help or hopes to have helped."""
    plain = sentence.strip(_DRESS + "()（）")
    if not plain or len(plain) > 260 or plain[0] in _QUOTES or plain[-1] in _QUOTES:
        return False
    if not has_phrase_of(plain[:40], _OFFERING):
        return False
    words = read_words(plain)
    if "offer" not in words.classes or not words.classes & {"offer-object", "translation"}:
        return False
    known = sum(w.weight for w in words.words if w.is_of(_OFFERS) and "glue" not in w.classes)
    unknown = sum(w.weight for w in words.words if not w.is_of(_OFFERS) and w.classes is not NUMBER)
    first = words.words[0].classes | (words.words[1].classes if len(words.words) > 1 else frozenset())
    return known >= 0.85 * (known + unknown) and bool(first & {"offer", "opener"})


def _note_start(line: str) -> int | None:
    """Where a remark about the translation begins: at the line's start, or in its last bracket or sentences."""
    folded = line.lower()
    if not any(word in folded for word in _TRANSLATES):
        return None
    lead = _NOTE.match(line)
    if lead is not None and _is_note(line[lead.end() :]):
        return 0
    for match in _NOTE_LATER.finditer(line):
        if _is_note(line[match.end() :]):
            return match.end() - len(match.group().lstrip())
    return None


_NOTE_LATER = regex(
    r"(?<=[.!?。！？”\"])\s{0,3}[(（\[【*_]{1,3}(?=[A-Zn译注备说])|"
    r"(?<=[.!?。！？”\"])\s{1,3}(?=(?:[Tt]ranslat|Note|Please note|Remark|P\.S|Explanation|Disclaimer|译注|译者注|注[:：]))"
)


# One of these stands in what _TRANSLATED finds.
_TRANSLATES = (
    *("translat", "translit", "proper noun", "render", "literal", "romani", "pinyin", "source text", "target language", "original"),
    *("formatting", "wording", "译", "原文"),
)


def _is_note(text: str) -> bool:
    head = (_LATIN_LABEL if text[:1].isascii() else _HAN_LABEL).match(text)
    if head is None:
        return False
    label = head.group(1).strip(" *_").lower().replace("’", "'")
    if label not in phrases_of("note"):
        return False
    rest = text[head.end() :]
    return is_translation_note(text) and len(rest) <= 1200


_LATIN_LABEL = regex(r"([A-Za-z'’. ]{2,32}?)[*_]{0,3}\s*(?:[:：]|(?<=[Nn]ote)\s(?=that\b)|(?<=[Tt]hat)\s)")
_HAN_LABEL = regex(r"([\u4e00-\u9fff]{1,5})[*_]{0,3}\s*(?:[:：]|(?<=请注意)[，,])")


def is_translation_note(text: str) -> bool:
    """Whether a remark speaks of a translation."""
    return _TRANSLATED.search(text[:600]) is not None


def read_refusal(line: str) -> Span | None:
    """A refusal to do the work, unquoted at the start of the line, up to the end of the line; None if there is none."""
    if not may_refuse(line):
        return None
    start = len(line) - len(line.lstrip(_DRESS))
    return Span(start, len(line.rstrip())) if _REFUSAL.match(line, start) else None


def may_refuse(line: str) -> bool:
    """Whether the line begins as a refusal does. A cheap guess."""
    return "".join(line.lstrip(_DRESS)[:24].lower().split()).startswith(_REFUSES)


def read_markup(line: str) -> tuple[Span, ...]:
    """Tags, fences and prompt labels that a model leaves; a prompt echoed or a line of thought is one span."""
    folded = line.lower()
    if folded.lstrip().startswith(_MARKUP_HEADS) and _MARKUP_LINE.match(line):
        return (Span(0, len(line)),)
    if (any(word in folded for word in _THOUGHTS) and _THOUGHT.match(line)) or _is_prompt(line):
        return (Span(0, len(line)),)
    return tuple(Span(*match.span()) for match in _MARKUP.finditer(line)) if any(mark in line for mark in _TAG_MARKS) else ()


def _is_prompt(line: str) -> bool:
    """Whether the line is the order to translate."""
    plain = line.strip(_DRESS + '"“”')
    if len(plain) > 300 or not plain[:9].lower().startswith(_ORDERS) or not _PROMPT.match(plain):
        return False
    words = read_words(plain[:160])
    known = sum(w.weight for w in words.words if w.classes & _PROMPTS)
    asked = "ask-translate" in words.classes and bool(words.classes & {"chatter-object", "translation"})
    return asked and known >= 0.8 * sum(w.weight for w in words.words) and line.lstrip()[:1] not in _QUOTES


_ORDERS = ("please", "translate", "you are", "请", "将", "把", "翻译", "你是")
_PROMPT = regex(
    r"(?i)(?:please\s)?translate\s(?:the\s|this\s|these\s|it\s|below|into|from)|you are an? (?:\w+\s){0,3}(?:translator|assistant)"
    r"|(?:请|将|把|翻译|你是)"
)
