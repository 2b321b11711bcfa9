"""Setting names right without a screen: the statements that come of each act, and those they take the place of.

An act writes down names as they are shown, never row numbers, so that what was said holds when everything is read anew.
Whatever an earlier statement says to the contrary is taken back in the same step: one undo brings it all back.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from tui.corpus.tables import Corpus
from tui.model import Kind
from tui.names.statement import NameCorrection, Says, plain
from tui.notes.corrections import Correction, Corrections
from tui.notes.undo import Change, History


@dataclass(frozen=True, slots=True)
class Act:
    """What is to be said about names, and a sentence for when it is done."""

    say: tuple[Correction, ...]
    """The statements to write down."""
    unsay: tuple[Correction, ...]
    """Earlier statements they take the place of."""
    done: str
    """What was done, for people."""
    name: str = ""
    """The name the entity is found under afterwards; "" if there is none."""


def name_corrections(corrections: Iterable[Correction]) -> tuple[NameCorrection, ...]:
    """The corrections of names among all corrections, as a corpus takes them; those of a later version are passed."""
    found: list[NameCorrection] = []
    for one in corrections:
        if one.what in set(Says):
            text, many = one.texts.get, one.lists.get
            found.append(
                NameCorrection(
                    Says(one.what),
                    plain(text("into") or text("from") or text("name") or ""),
                    tuple(map(plain, many("names") or many("aliases") or ())),
                    plain(text("to") or text("as") or ""),
                    plain(text("kind") or ""),
                    text("article") or "",
                    text("collection") or "",
                    one.line,
                )
            )
    return tuple(found)


def spellings(corpus: Corpus, entity: int) -> tuple[str, ...]:
    """Every spelling of an entity, the name shown first."""
    known = corpus.entities[entity]
    return (known.name, *(alias.name for alias in known.aliases))


def entity_after(before: Corpus, now: Corpus, entity: int | None) -> int | None:
    """The id that an entity of the collection as it was has in the collection as it is; None if it is gone."""
    if entity is None or not 0 <= entity < len(before.entities):
        return None
    names = spellings(before, entity)
    return next((found for name in names if (found := now.entity_named(name)) is not None), None)


def merge(corpus: Corpus, said: Sequence[Correction], into: int, other: int) -> Act:
    """Makes two entities one, under the name of the first."""
    kept, gone = corpus.entities[into].name, corpus.entities[other].name
    mine, its = _keys(spellings(corpus, into)), _keys(spellings(corpus, other))
    unsay: list[Correction] = []
    for one in said:
        named = _keys(one.lists.get("names", ()))
        back = _keys([one.texts.get("name", "")]) | _keys([one.texts.get("as") or one.texts.get("name", "")])
        apart = one.what == Says.KEEP_APART and named & mine and named & its
        torn = one.what == Says.SPLIT and "article" not in one.texts and back <= mine | its
        if apart or torn:
            unsay.append(one)
    say = Correction(Says.MERGE, {"into": kept}, {"names": (gone,)})
    return Act((say,), tuple(unsay), f"{gone} is {kept} now. u takes it back.", kept)


def keep_apart(corpus: Corpus, one: int, other: int) -> Act:
    """Says that two entities are two, so that nobody asks again."""
    names = (corpus.entities[one].name, corpus.entities[other].name)
    say = Correction(Says.KEEP_APART, {}, {"names": names})
    return Act((say,), (), f"{names[0]} and {names[1]} stay two. u takes it back.", names[0])


def split(corpus: Corpus, said: Sequence[Correction], parts: Sequence[str], to: str, article: int | None = None) -> Act:
    """Makes some spellings of an entity another one called `to`, everywhere or in one article only.

    What an earlier merger brought in goes out by taking that merger back, with all its own spellings.
    """
    to, off = plain(to), _keys(parts)
    where = {} if article is None else {"article": corpus.articles[article].path, "collection": corpus.facts.key}
    say: list[Correction] = []
    unsay: list[Correction] = []
    freed: set[str] = set()
    for one in said:
        names = one.lists.get("names", ())
        again = one.what == Says.SPLIT and _keys([one.texts.get("name", "")]) <= off
        if one.what == Says.MERGE and article is None and off & _keys(names):
            freed |= off & _keys(names)
            left = tuple(name for name in names if plain(name).casefold() not in off)
            unsay.append(one)
            say += [replace(one, lists={**one.lists, "names": left})] if left else []
        elif again and one.texts.get("article") == where.get("article"):
            unsay.append(one)
    for part in parts:
        if plain(part).casefold() not in freed:
            say.append(Correction(Says.SPLIT, {"name": part, **where, **({"as": to} if to != part else {})}))
        elif part != to:
            say.append(Correction(Says.MERGE, {"into": to}, {"names": (part,)}))
    here = " in this article" if article is not None else ""
    verb = "is" if len(parts) == 1 else "are"
    done = f"{', '.join(parts)} {verb} {to if list(parts) != [to] else 'a name of its own'} now{here}. u takes it back."
    return Act(tuple(say), tuple(unsay), done, to)


def rename(corpus: Corpus, said: Sequence[Correction], entity: int, to: str) -> Act:
    """Shows an entity under another name; the old one stays a spelling."""
    to, now = plain(to), corpus.entities[entity].name
    mine = _keys(spellings(corpus, entity))
    old = [one for one in said if one.what == Says.RENAME and _keys([one.texts.get("to", "")]) <= mine]
    starts = [one.texts["from"] for one in old if "from" in one.texts]
    first = next((start for start in starts if plain(start).casefold() not in _keys(o.texts["to"] for o in old)), now)
    say = () if first == to else (Correction(Says.RENAME, {"from": first, "to": to}),)
    return Act(say, tuple(old), f"{now} is called {to} now. u takes it back.", to)


def retype(corpus: Corpus, said: Sequence[Correction], entity: int, kind: Kind) -> Act:
    """Says of what kind an entity is."""
    known = corpus.entities[entity]
    mine = _keys(spellings(corpus, entity))
    old = [one for one in said if one.what == Says.RETYPE and _keys([one.texts.get("name", "")]) <= mine]
    say = Correction(Says.RETYPE, {"name": known.name, "kind": kind.value})
    return Act((say,), tuple(old), f"{known.name}: {kind.value} now. u takes it back.", known.name)


def ignore(corpus: Corpus, said: Sequence[Correction], entity: int) -> Act:
    """Says that what was taken for a name is none."""
    known = corpus.entities[entity]
    old = [one for one in said if one.what == Says.ADD and _keys([one.texts.get("name", "")]) == _keys([known.name])]
    say = Correction(Says.IGNORE, {"name": known.name})
    return Act((say,), tuple(old), f"{known.name} is no name now. u takes it back.")


def carry_out(corrections: Corrections, history: History, act: Act) -> str:
    """Write an act down, one step of the history; says what was done. Raises what `Corrections` raises."""
    corrections.refresh()
    there = corrections.all
    say = [one for one in act.say if one not in there]
    unsay = [one for one in act.unsay if one in there and one not in act.say]
    steps = [*(Change(said=one) for one in say), *(Change(unsaid=one) for one in unsay)]
    if not steps:
        return "That is said already."
    # The new ones first: if the program ends in between, both stand there, and neither is used.
    for one in say:
        corrections.add(one)
    for one in unsay:
        corrections.remove(one)
    history.record(replace(steps[0], also=tuple(steps[1:])))
    return act.done


def _keys(names: Iterable[str]) -> set[str]:
    return {plain(name).casefold() for name in names if name}
