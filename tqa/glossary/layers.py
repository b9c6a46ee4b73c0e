"""One glossary of several files, the later ones laid over the earlier."""

from __future__ import annotations

from collections.abc import Sequence

from tqa.glossary.concept import Concept, Glossary
from tqa.glossary.script import simplified
from tqa.glossary.tsv import ParsedFile


def join(files: Sequence[ParsedFile]) -> Glossary:
    """One glossary of files that share no source form."""
    return Glossary.of(file.listing for file in files)


def merge(files: Sequence[ParsedFile]) -> Glossary:
    """One glossary: a source form belongs to the last file that lists it.

    A concept all of whose forms are listed again is replaced; one that shares only some of them keeps the rest.
    """
    folded = [_folded_sources(file) for file in files]
    if sum(map(len, folded)) == len(set().union(*folded)):
        return join(files)
    taken: set[str] = set()
    kept: list[list[Concept]] = []
    for file, forms in zip(reversed(files), reversed(folded), strict=True):
        kept.append([free for concept in file.concepts if (free := _without(concept, taken)).source])
        taken |= forms
    return Glossary(concept for concepts in reversed(kept) for concept in concepts)


def _folded_sources(file: ParsedFile) -> set[str]:
    """The Chinese forms of a file, in simplified characters; no form holds a line end."""
    return set(simplified("\n".join([form for source in file.listing.sources for form in source])).split("\n"))


def _without(concept: Concept, taken: set[str]) -> Concept:
    """The concept without the source forms in `taken`."""
    free = tuple(form for form in concept.source if simplified(form) not in taken)
    return concept if free == concept.source else concept._replace(source=free)
