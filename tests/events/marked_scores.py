"""Helps event tests: how what is found in a folder of articles compares with what a careful reader marked in it.

Run as a program, `python tests/events/marked_scores.py FOLDER [MARKS] [-v]`, it prints the figures, and with -v what is
amiss.
"""

import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import combinations
from pathlib import Path
from typing import Any

from tui.corpus.build import build, scan
from tui.corpus.tables import Corpus
from tui.dates.edtf import parse
from tui.model import Event, When

_OPEN = ("moved", "named", "known")
"""Statuses that end in words of the text: "moved to Spain"."""


@dataclass
class Scores:
    """What was counted; shares are of what was marked, or, where said so, of what was found."""

    statements: int = 0
    """Marked dated statements."""
    told: int = 0
    """Those with a row."""
    dated: int = 0
    """Those with a row of the right date."""
    rows: int = 0
    """Dated rows found."""
    pairs: int = 0
    """Pairs of marked statements that tell the same event."""
    merged: int = 0
    """Those whose rows are one event."""
    mistaken: int = 0
    """Pairs of marked statements made one event that are not."""
    contradictions: int = 0
    """Marked contradictions."""
    flagged: int = 0
    """Those found."""
    flags: int = 0
    """Conflicts found."""
    true_flags: int = 0
    """Conflicts found that are marked."""
    alike: int = 0
    """Marked look-alikes found as conflicts."""
    statuses: int = 0
    """Marked statuses."""
    found: int = 0
    """Those found, date included."""
    claimed: int = 0
    """Statuses found."""
    right: int = 0
    """Statuses found that are marked; one without a date claims none."""
    amiss: list[str] = field(default_factory=list)
    """A line for each thing missed or wrong."""

    def table(self) -> str:
        """The figures, a line each."""
        told, dated = _share(self.told, self.statements), _share(self.dated, self.statements)
        right, found = _share(self.right, self.claimed), _share(self.found, self.statuses)
        planted = f"{self.flagged} of {self.contradictions} / {self.true_flags} of {self.flags} / {self.alike}"
        lines = [
            f"statements with a row / right date   {told} / {dated} of {self.statements}",
            f"dated rows a statement               {self.rows / max(1, self.statements):.2f}",
            f"pairs merged / wrongly merged        {self.merged} of {self.pairs} / {self.mistaken}",
            f"contradictions / flags right / alike {planted}",
            f"statuses right / found               {right} of {self.claimed} / {found} of {self.statuses}",
        ]
        return "\n".join(lines)


def score(folder: Path, marks: Path | None = None) -> Scores:
    """Read a folder and compare it with its marks."""
    corpus = build(scan([folder]))
    wanted = tomllib.loads((marks or folder / "marks.toml").read_text("utf-8"))
    scores = Scores()
    places = _statements(corpus, wanted, scores)
    _merges(places, scores)
    _contradictions(corpus, wanted, scores)
    _statuses(corpus, wanted, scores)
    return scores


def _statements(corpus: Corpus, wanted: dict[str, Any], scores: Scores) -> list[tuple[str, str, Event]]:
    """(key, name of the event, its row) of each marked statement that has a row."""
    places: list[tuple[str, str, Event]] = []
    for stem, marked in _articles(wanted):
        article = _article(corpus, stem)
        events = [corpus.events[row] for row in corpus.events.in_article(article)]
        scores.rows += sum(not event.reported for event in events)
        text = corpus.text(article)
        for key, value, *name in marked["statements"]:
            scores.statements += 1
            at = text.index(key)
            when = parse(value)
            near = [event for event in events if _holds(event, at, len(key))]
            exact = [event for event in near if _same(event.when, when)]
            scores.told += any(not event.reported for event in near)
            scores.dated += bool(exact)
            if exact:
                places.append((f"{stem}: {key}", name[0] if name else "", exact[0]))
            else:
                scores.amiss.append(f"STATEMENT {stem}: {key} {value}, got {[event.when.edtf for event in near]}")
    return places


def _merges(places: list[tuple[str, str, Event]], scores: Scores) -> None:
    for one, two in combinations(places, 2):
        same = bool(one[1]) and one[1] == two[1]
        merged = one[2].cluster == two[2].cluster
        scores.pairs += same
        scores.merged += same and merged
        if same and not merged:
            scores.amiss.append(f"APART {one[0]} | {two[0]}")
        elif merged and not same and one[2].id != two[2].id:
            scores.mistaken += 1
            scores.amiss.append(f"MERGED {one[0]} | {two[0]}")


def _contradictions(corpus: Corpus, wanted: dict[str, Any], scores: Scores) -> None:
    planted = [(kind, mark["sides"]) for kind in ("contradiction", "lookalike") for mark in wanted.get(kind, ())]
    seen: set[int] = set()
    for conflict in corpus.conflicts:
        hits = [
            number
            for number, (_, sides) in enumerate(planted)
            if _on(corpus, conflict.events, sides) or _on(corpus, conflict.events[::-1], sides)
        ]
        scores.flags += 1
        right = any(planted[number][0] == "contradiction" for number in hits)
        scores.true_flags += right
        seen.update(hits)
        if not right:
            sides = " | ".join(corpus.events[row].headline for row in conflict.events)
            scores.amiss.append(f"FLAG {conflict.fact}: {conflict.reason}: {sides}")
    for number, (kind, sides) in enumerate(planted):
        if kind == "contradiction":
            scores.contradictions += 1
            scores.flagged += number in seen
            if number not in seen:
                scores.amiss.append(f"UNFLAGGED {sides}")
        else:
            scores.alike += number in seen


def _on(corpus: Corpus, events: tuple[int, ...], sides: list[list[str]]) -> bool:
    """Whether each event, or one that tells the same in that article, holds the words of its side."""
    for event, (stem, key) in zip(events, sides, strict=True):
        article = _article(corpus, stem)
        at = corpus.text(article).index(key)
        told = [corpus.events[row] for row in (event, *corpus.sources(event))]
        if not any(one.article == article and _holds(one, at, len(key)) for one in told):
            return False
    return True


def _statuses(corpus: Corpus, wanted: dict[str, Any], scores: Scores) -> None:
    for stem, marked in _articles(wanted):
        article = _article(corpus, stem)
        said = {
            (status.entity, status.fate, status.when.edtf if status.when else "")
            for entity in corpus.entities
            for status in corpus.statuses_of(entity.id)
            if status.article == article
        }
        marks = {(_entity(corpus, name), fate, value) for name, fate, value in marked["statuses"]}
        scores.statuses += len(marks)
        scores.claimed += len(said)
        for one in said:
            right = any(_agrees(one, mark, strict=False) for mark in marks)
            scores.right += right
            if not right:
                scores.amiss.append(f"CLAIM {stem}: {corpus.entities[one[0]].name} {one[1]} {one[2]}")
        for mark in marks:
            found = any(_agrees(one, mark, strict=True) for one in said)
            scores.found += found
            if not found:
                name = corpus.entities[mark[0]].name if mark[0] >= 0 else "(nobody)"
                scores.amiss.append(f"STATUS {stem}: {name} {mark[1]} {mark[2]}")


def _agrees(one: tuple[int, str, str], mark: tuple[int, str, str], *, strict: bool) -> bool:
    if one[0] != mark[0] or (one[1] != mark[1] and not (mark[1].startswith(_OPEN) and one[1].startswith(mark[1]))):
        return False
    if one[2] and mark[2]:
        return _same(parse(one[2]), parse(mark[2]))
    return one[2] == mark[2] or (not strict and not one[2])


def _articles(wanted: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    return ((stem, marked) for stem, marked in wanted.items() if isinstance(marked, dict))


def _article(corpus: Corpus, stem: str) -> int:
    return next(article.id for article in corpus.articles if Path(article.path).stem.startswith(stem))


def _entity(corpus: Corpus, name: str) -> int:
    found = corpus.entity_named(name)
    if found is None:
        return next((entity.id for entity in corpus.entities if entity.name.endswith(name)), -1)
    return found


def _holds(event: Event, at: int, length: int) -> bool:
    """Whether the clause holds most of the words: the middle and one end."""
    return event.start <= at + length // 2 < event.end


def _same(one: When, two: When) -> bool:
    return (one.first, one.last) == (two.first, two.last)


def _share(part: int, whole: int) -> str:
    return f"{100 * part / max(1, whole):.0f} %"


if __name__ == "__main__":
    paths = [Path(word) for word in sys.argv[1:] if word != "-v"]
    result = score(*paths)
    sys.stdout.write(result.table() + "\n")
    if "-v" in sys.argv:
        sys.stdout.write("\n".join(result.amiss) + "\n")
