"""How many minority renderings put into a corpus `corpus-variant` finds, and what it says of the corpus as it is.

    python -m tests.bench.corpus ARTICLES.jsonl --names NAMES.tsv [--names …] [--seeds 5] [--no-glossary] [--misses]

ARTICLES.jsonl: a story a line, {"id", "source": [...], "target": [...]} with lists of equal length, good translations. NAMES.tsv: Chinese
and English of names in the first two columns (a list of the world's names, not the project's own); several English forms are parted by
“|” or “ or ”.

The draw: a name is eligible where a listed Chinese form stands in the source and its English in the linked target, in three articles or
more; names with figures or marks in them are left out. Articles are taken in random order, and in each one eligible name at random until
30 have one; no name is changed in more than one in three of its articles, so that the others stay the majority. All its mentions in the
article, so far as the linked source names it, are changed the same way, so that the article agrees with itself: in a name of several
words one word is exchanged for another of its kind (SWAPS) where it has one, else one letter is changed, lost, added or two are turned
round. A case is found where a finding touches one of the changed mentions; any other finding is false. Precision is over the findings on
the changed corpus.
"""

from __future__ import annotations

import argparse
import json
import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from tests.bench.names import typo
from tests.bench.speed import read
from tqa.analysis.analysis import Analysis
from tqa.checks.boilerplate.corpus_boilerplate import CorpusBoilerplate
from tqa.checks.consistency.corpus_variant import CorpusVariant
from tqa.checks.consistency.repeated_sentence_differs import RepeatedSentenceDiffers
from tqa.config.plans import glossary_paths, parse_glossary
from tqa.engine.check import check
from tqa.engine.corpus import Corpus
from tqa.engine.plan import Plan
from tqa.glossary.concept import Glossary
from tqa.glossary.layers import merge
from tqa.model import Document, Finding, Segment, Severity

CASES = 30
LEAST_ARTICLES = 3
SHARE = 3
"""One in so many articles of a name may have it changed."""
SWAPS = {
    word: tuple(other for other in kind.split() if other != word)
    for kind in (
        "Agency Bureau Office Service",
        "Committee Commission Council Board",
        "Ministry Department",
        "Initiative Proposal Program Plan",
        "Area Region Zone",
        "Center Hub Base",
        "Institute Academy College",
        "Organization Association Society Union League",
        "Conference Congress Assembly Convention",
        "Forum Summit Meeting",
        "Company Corporation Group Enterprise",
        "Exchange Market",
        "Charter Constitution Statute",
        "Republic Commonwealth",
        "Party Faction",
        "Greater Larger Grand",
        "United Joint Unified",
        "Nations Countries States",
        "News Press",
        "National State",
        "Security Safety",
        "Development Growth",
        "Administration Authority",
    )
    for word in kind.split()
}
Names = dict[str, tuple[str, ...]]


class Case(NamedTuple):
    """A name of one article, and how it is written there now: target segment, start and end of each changed mention."""

    article: int
    term: str
    wanted: str
    given: str
    places: tuple[tuple[int, int, int], ...]


def listed(paths: Sequence[str]) -> Names:
    """Chinese → English forms, longest Chinese first."""
    names: Names = {}
    for path in paths:
        for line in Path(path).read_text(encoding="utf-8").splitlines()[1:]:
            source, target = line.split("\t")[:2]
            for form in source.split("|"):
                names[form] = tuple(dict.fromkeys((*names.get(form, ()), *re.split(r"\||, | or ", target))))
    return names


def namings(document: Document, names: Names) -> Iterator[tuple[str, str, int, int, int]]:
    """Each listed name of an article with a mention in the linked segment: Chinese, English, segment, start, end."""
    longest = max(map(len, names))
    for pair in Analysis(document).pairs:
        at, source = 0, pair.source.text
        while at < len(source):
            size = next((size for size in range(min(longest, len(source) - at), 1, -1) if source[at : at + size] in names), 1)
            term = source[at : at + size]
            for english in names.get(term, ()):
                if english[:1].isupper() and len(english) > 3 and english.replace(" ", "").isalpha():
                    for match in re.finditer(rf"(?<![\w-]){re.escape(english)}(?![\w-])", pair.target.text):
                        segment, span = pair.target.place(*match.span())
                        yield term, english, segment.index, span.start, span.end
            at += size


def variant(name: str, chance: random.Random) -> str:
    """The name with one word exchanged, or one letter changed."""
    words = name.split(" ")
    swaps = [at for at, word in enumerate(words) if word in SWAPS] if len(words) > 1 else []
    at = chance.choice(swaps) if swaps else max(range(len(words)), key=lambda number: len(words[number]))
    words[at] = chance.choice(SWAPS[words[at]]) if swaps else typo(words[at], chance)
    return " ".join(words)


def draw(documents: list[Document], names: Names, chance: random.Random) -> Iterator[Case]:
    """One eligible name in each of 30 articles."""
    found = [list(dict.fromkeys(namings(document, names))) for document in documents]
    articles: dict[tuple[str, str], set[int]] = defaultdict(set)
    for number, one in enumerate(found):
        for term, english, *_ in one:
            articles[term, english].add(number)
    used: Counter[str] = Counter()
    order = chance.sample(range(len(documents)), len(documents))
    taken = 0
    for number in order:
        eligible = sorted(
            {
                (term, english)
                for term, english, *_ in found[number]
                if (many := len(articles[term, english])) >= LEAST_ARTICLES and used[term] < many // SHARE
            }
        )
        if eligible and taken < CASES:
            taken += 1
            term, english = chance.choice(eligible)
            used[term] += 1
            given = variant(english, chance)
            yield Case(number, term, english, given, tuple(place for t, e, *place in found[number] if (t, e) == (term, english)))  # type: ignore[misc]


def changed(document: Document, case: Case) -> tuple[Document, Case]:
    """The article with the name written otherwise, and the case with its places there."""
    target = list(document.target)
    places = []
    for index in sorted({index for index, _, _ in case.places}):
        text, shift = target[index].text, 0
        for _, start, end in sorted(place for place in case.places if place[0] == index):
            text = text[: start + shift] + case.given + text[end + shift :]
            places.append((index, start + shift, start + shift + len(case.given)))
            shift += len(case.given) - (end - start)
        target[index] = Segment("target", index, text, target[index].place)
    copy = Document(document.id, document.path, tuple(target), document.source, aligned=document.aligned)
    return copy, case._replace(places=tuple(places))


def found_in(documents: Sequence[Document], plan: Plan) -> list[tuple[int, Finding]]:
    """What the rule finds in the documents, judged together, each with its document's number."""
    corpus = Corpus(plan.corpus_rules)
    for number, document in enumerate(documents):
        corpus.add((number, 0), check(document, plan).states)
    verdicts = corpus.judge()
    return [(number, finding) for number, document in enumerate(documents) for finding in check(document, plan, verdicts).findings]


def touches(finding: Finding, case: Case) -> bool:
    """Whether a finding lies on one of the changed mentions."""
    where = finding.where
    return where.side == "target" and any(
        index == where.segment and start < where.span.end and where.span.start < end for index, start, end in case.places
    )


def main() -> None:
    """Print what is found in the corpus as it is, then the figures of each draw."""
    parser = argparse.ArgumentParser(description="Recall and precision of corpus-variant.")
    parser.add_argument("articles", type=Path)
    parser.add_argument("--names", action="append", required=True, help="list of names, Chinese and English in its first two columns")
    parser.add_argument("--seeds", type=int, default=5, help="number of draws")
    parser.add_argument("--no-glossary", action="store_true", help="without the shipped glossaries")
    parser.add_argument("--misses", action="store_true", help="list what is missed, and what is found beside")
    options = parser.parse_args()
    glossary = Glossary() if options.no_glossary else merge([parse_glossary(path) for path in glossary_paths(None)])
    plan = Plan((CorpusVariant(),), glossary, min_severity=Severity.INFO, max_findings=0)
    documents, names = read(options.articles), listed(options.names)
    _print_states(documents, glossary)
    untouched = found_in(documents, plan)
    print(f"{len(documents)} articles as they are: {len(untouched)} findings")
    for number, finding in untouched:
        print(f"  {documents[number].id}:{finding.where.segment} {finding.message.format_map(finding.values)}")
    total: Counter[str] = Counter()
    for seed in range(options.seeds):
        total += _figures(documents, names, plan, seed, misses=options.misses)
    print(f"all draws: recall {total['found'] / max(total['cases'], 1):.3f}, precision {total['right'] / max(total['findings'], 1):.3f}")


def _print_states(documents: Sequence[Document], glossary: Glossary) -> None:
    """The size of what each corpus rule keeps, as JSON, counted up to 1,000 articles as if each were as new as these."""
    plan = Plan((CorpusBoilerplate(), CorpusVariant(), RepeatedSentenceDiffers()), glossary)
    corpus = Corpus(plan.corpus_rules)
    for number, document in enumerate(documents):
        corpus.add((number, 0), check(document, plan).states)
    for rule in plan.corpus_rules:
        state = corpus.state(rule.name)
        size = len(json.dumps(state, ensure_ascii=False, separators=(",", ":")).encode())
        print(f"{rule.name}: {len(state)} keys, {1000 * size / len(documents) / 1e6:.1f} MB per 1,000 articles")


def _figures(documents: list[Document], names: Names, plan: Plan, seed: int, *, misses: bool) -> Counter[str]:
    copies, cases = list(documents), []
    for case in draw(documents, names, random.Random(seed)):
        copies[case.article], placed = changed(documents[case.article], case)
        cases.append(placed)
    findings = found_in(copies, plan)
    by_article = {case.article: case for case in cases}
    right = [(number, finding) for number, finding in findings if number in by_article and touches(finding, by_article[number])]
    found = {number for number, _ in right}
    counts = Counter(cases=len(cases), found=len(found), findings=len(findings), right=len(right))
    print(f"seed {seed}: {len(found)} of {len(cases)} found ({len(found) / len(cases):.3f}), {len(right)} of {len(findings)} findings right")
    if misses:
        for case in cases:
            if case.article not in found:
                print(f"  missed {documents[case.article].id} {case.term}: {case.wanted} → {case.given}")
        for number, finding in findings:
            if (number, finding) not in right:
                print(f"  beside {documents[number].id}:{finding.where.segment} {finding.message.format_map(finding.values)}")
    return counts


if __name__ == "__main__":
    main()
