"""Why an entity is taken as it is: a sentence for each spelling, where each is first met, what speaks for its kind."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tui.corpus.tables import Corpus
from tui.model import Alias
from tui.names.statement import Says, plain
from tui.notes.corrections import Correction
from tui.reader.naming import name_corrections, spellings

_SENTENCES = {
    "surname": "the surname alone; only one {kind} here bears it",
    "given name": "the given name alone, said near the full name",
    "initials": "the first letters of the full name",
    "spelling": "another way to write the same sounds",
    "other spelling": "the same name in other letters, hyphens or titles",
    "other word order": "the same words in another order",
    "middle name left out": "the same name without the middle one",
    "common abbreviation": "an abbreviation everybody knows",
    "corpus.toml": "somebody wrote it down in corpus.toml",
    "corrections.toml": "you said so: it stands in corrections.toml",
    "the name found": "the name it was found under",
}


@dataclass(frozen=True, slots=True)
class WhySpelling:
    """One spelling of an entity."""

    name: str
    """As written."""
    reason: str
    """Why it is taken for the same, as a sentence without a full stop."""
    article: int | None
    """Id of the article where it is first met; None if it is nowhere."""
    start: int
    """Offset there."""
    line: int
    """Line there, from 1."""


def why_spellings(corpus: Corpus, entity: int) -> Iterator[WhySpelling]:
    """Every spelling of an entity, the name shown first, with its reason and where it is first met."""
    known = corpus.entities[entity]
    for alias in (Alias(known.name, ""), *known.aliases):
        first = corpus.lore.first_of(entity, alias.name)
        article, start = first if first is not None else (None, 0)
        line = 0
        if article is not None:
            try:
                line = corpus.text(article).count("\n", 0, start) + 1
            except OSError:
                article = None
        yield WhySpelling(alias.name, reason_sentence(alias.reason, known.kind.value), article, start, line)


def reason_sentence(reason: str, kind: str) -> str:
    """The reason of an alias as a sentence for people; a reason that is one already stays."""
    if not reason:
        return "the name shown"
    if reason.startswith("stated: "):
        said = reason.removeprefix("stated: ")
        return "the text has it in brackets beside the name" if said == "in brackets" else f"the text says “{said}”"
    return _SENTENCES.get(reason, reason).format(kind=kind)


def why_kind(corpus: Corpus, entity: int, said: Iterable[Correction]) -> str:
    """What speaks for the kind of an entity: what a person said, else the votes of the text."""
    known = corpus.entities[entity]
    mine = {plain(name).casefold() for name in spellings(corpus, entity)}
    for one in name_corrections(said):
        if one.says in (Says.RETYPE, Says.ADD) and one.name.casefold() in mine and one.kind == known.kind.value:
            return f"{known.kind.value}: you said so, in corrections.toml"
    votes = corpus.lore.votes_of(entity)
    if not votes:
        return f"{known.kind.value}: nothing in the text speaks for a kind"
    weighed = "   ".join(f"{kind.value} {weight:g}" for kind, weight in votes)
    return f"{known.kind.value}, by the votes of words around it: {weighed}"
