"""How many of the terms that a house has listed are found in its articles without the list.

    python -m tests.bench.suggest ARTICLES.jsonl TERMS.tsv [--show N] [--misses]

ARTICLES.jsonl: a story a line, {"id", "source", "target"}, good translations. TERMS.tsv: a glossary of their terms. A term counts as found
where a suggestion has its source form, title marks aside. `recall`: of the terms that stand in the articles, and of the whole list.
"""

from __future__ import annotations

import argparse
import time
from pathlib import Path

from tests.bench.speed import read
from tqa.analysis.analysis import Analysis
from tqa.analysis.linked_sentences import linked_sentences
from tqa.glossary.script import simplified, unquoted
from tqa.glossary.suggestions.candidates import candidates
from tqa.glossary.tsv import parse

TOPS = (100, 200, 500, 1000, 1500)


def folded(term: str) -> str:
    """A term as it is compared: in simplified characters, without title marks."""
    return unquoted(simplified(term))


def main() -> None:
    """Read articles and terms, and print what of the terms is found."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("articles", type=Path)
    options.add_argument("terms", type=Path)
    options.add_argument("--show", type=int, default=0, help="print so many suggestions, those of the list with +")
    options.add_argument("--misses", action="store_true", help="print the terms that no suggestion of any rank has")
    given = options.parse_args()
    documents = read(given.articles)
    listed = {folded(form) for concept in parse(given.terms.read_text(encoding="utf-8"), str(given.terms)).concepts for form in concept.source}
    started = time.process_time()
    pairs = [pair for document in documents for pair in linked_sentences(Analysis(document))]
    found = candidates(pairs)
    seconds = time.process_time() - started
    text = folded("\n".join(segment.text for document in documents for segment in document.source))
    here = {term for term in listed if term in text}
    ranks = [folded(one.source) for one in found]
    print(f"{len(documents)} articles, {len(pairs)} sentences, {len(found)} candidates, {seconds:.1f} s")
    print(f"{len(listed)} terms listed, {len(here)} of them in the articles")
    for top in TOPS:
        hits = len(set(ranks[:top]) & here)
        print(f"top {top:5}: {hits:4} listed, precision {hits / top:.3f}, recall {hits / len(here):.3f} (of the whole list {hits / len(listed):.3f})")
    for one, term in zip(found[: given.show], ranks, strict=False):
        forms = ", ".join(f"{form.text} ×{form.count}" for form in one.renderings[:3])
        print(f"{'+' if term in here else ' '} {one.confidence:.2f} {one.source}\t{forms}")
    if given.misses:
        print("not found:", " ".join(sorted(here - set(ranks))))


if __name__ == "__main__":
    main()
