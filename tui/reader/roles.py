"""Who is what to whom, as one entity's readers want it: each role once, with the sentence that says so."""

from dataclasses import dataclass

from tui.corpus.lore import RoleSaid
from tui.corpus.tables import Corpus
from tui.events.sentences import sentence_at


@dataclass(frozen=True, slots=True)
class Held:
    """A role of somebody, seen from one of its two sides."""

    words: str
    """Whether the entity holds it ("brother of") or another does ("commander:")."""
    other: int
    """Id of the entity on the other side."""
    said: tuple[RoleSaid, ...]
    """Where it is said, in reading order."""


def roles_held(corpus: Corpus, entity: int) -> list[Held]:
    """The roles of an entity, its own first, then those others hold with it; each once, in reading order."""
    found: dict[tuple[bool, str, int], list[RoleSaid]] = {}
    for one in corpus.lore.roles_of(entity):
        if one.person != one.other:
            own = one.person == entity
            found.setdefault((own, one.role, one.other if own else one.person), []).append(one)
    return [
        Held(f"{role} of" if own else f"{role}:", other, tuple(said))
        for (own, role, other), said in sorted(found.items(), key=lambda held: not held[0][0])
    ]


def sentence_of(corpus: Corpus, said: RoleSaid) -> str:
    """The sentence that states a role, on one line; raises OSError if its file has gone."""
    text = corpus.text(said.article)
    part = corpus.part_at(said.article, said.start)
    start, end = sentence_at(text, said.start, *((part.start, part.end) if part else (0, None)))
    return " ".join(text[start:end].split())
