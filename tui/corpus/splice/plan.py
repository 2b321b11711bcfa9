"""What becomes of every table of a woven collection when some articles come and others go; nothing is written yet."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from tui.corpus.coded import KINDS
from tui.corpus.gathered import Gathered
from tui.corpus.judge import can_be
from tui.corpus.slab import Slab
from tui.corpus.splice.change import Change
from tui.corpus.splice.edit import Edit, ranges_of
from tui.corpus.splice.joining import Around, Coming, Joined, disputed, join
from tui.corpus.splice.newcomers import Newcomers
from tui.corpus.splice.spelt import Spelt
from tui.corpus.splice.standing import compared, standing
from tui.corpus.stored import Dates
from tui.corpus.storedclaims import StoredClaims
from tui.corpus.storedevents import StoredEvents
from tui.corpus.telling import Account, Telling, clause_of
from tui.events.marks import terms_of
from tui.events.status import StatusRow
from tui.model import Kind
from tui.names.table import NamedEntity


@dataclass(frozen=True, slots=True)
class Came:
    """One article that came."""

    article: int
    """Its number from now on."""
    spans: Sequence[tuple[int, int, int]]
    """Its mentions: start, end, entity."""
    first: Sequence[tuple[int, str, int]]
    """Entities and spellings with the offset where each stands first."""
    telling: Telling
    """What it tells."""
    clauses: Sequence[str]
    """The words each of its rows is recognised by."""


class Plan:
    """How the tables change.

    Entities are numbered as they were, those that are new after them, until `entity` maps them; events and articles as
    they are from now on, unless it says otherwise.
    """

    def __init__(self, slab: Slab, change: Change, gathered: Gathered, newcomers: Newcomers) -> None:
        """Take the collection as it was, what changed, all articles as they are now, and what those that came add.

        Raises `BadSlab`.
        """
        self.slab = slab
        """The collection as it was."""
        self.change = change
        """Which articles came and went."""
        self.gathered = gathered
        """All articles as they are now."""
        self.aliases = newcomers.aliases
        """Spellings that entities are met under for the first time."""
        self._kinds, self._names = slab.numbers("entity.kind"), slab.words("entity.name")
        self.articles = change.edit.now()
        """The number each article that was has from now on."""
        self._number(newcomers)
        self.came = [
            self._came(article, account) for article, account in zip(change.came, newcomers.accounts, strict=True)
        ]
        """What the articles add that came."""
        self._mention()
        self._tell()
        self._claim()

    def _number(self, newcomers: Newcomers) -> None:
        """Number those who are new."""
        self.known = len(self._kinds)
        """How many entities there were."""
        rows = [row for row, entity in enumerate(newcomers.known) if entity == -1]
        fresh = {row: self.known + place for place, row in enumerate(rows)}
        self.fresh: Sequence[NamedEntity] = [newcomers.table.names[row] for row in rows]
        """The entities that are new."""
        self.numbers = [fresh.get(row, entity) for row, entity in enumerate(newcomers.known)]
        """The entity of each row of the newcomers' names; below zero for what is none."""
        self.suggested = [
            (self.numbers[one.entity], self.numbers[one.other], one.reason)
            for one in newcomers.table.suggestions
            if min(self.numbers[one.entity], self.numbers[one.other]) >= 0
            and max(self.numbers[one.entity], self.numbers[one.other]) >= self.known
        ]
        """Pairs of which one is new that may be one, with the reason."""
        self.spellings = {
            words: self.numbers[row] for words, row in newcomers.table.matcher.owners.items()
            if row >= 0 and self.numbers[row] >= 0
        }  # fmt: skip
        """What is looked for in the articles that came, as words joined with blanks."""

    def _came(self, article: int, account: Account) -> Came:
        numbers = self.numbers
        telling = account.telling.numbered(numbers)
        text = self.gathered[article].text
        starts = sorted(row.start for row in telling.rows)
        return Came(
            article,
            [(start, end, numbers[row]) for start, end, row in account.spans if numbers[row] >= 0],
            [(numbers[row], spelling, start) for row, spelling, start in account.first if numbers[row] >= 0],
            telling,
            [clause_of(text, row.start, row.end, starts) for row in telling.rows],
        )

    def _mention(self) -> None:
        """How the mentions change, and who is named nowhere any more."""
        column, entities = self.slab.numbers("mention.article"), self.slab.numbers("mention.entity")
        gone: list[tuple[int, int]] = []
        minus, apart = Counter[int](), Counter[int]()
        for article in self.change.gone:
            start = bisect_left(column, article)
            stop = bisect_right(column, article, lo=start)
            if stop > start:
                gone.append((start, stop))
                minus.update(entities[start:stop])
                apart.update(set(entities[start:stop]))
        plus, within = Counter[int](), Counter[int]()
        coming: list[tuple[int, int]] = []
        for one, behind in zip(self.came, self.change.behind, strict=True):
            if one.spans:
                coming.append((bisect_left(column, behind), len(one.spans)))
                plus.update(entity for _, _, entity in one.spans)
                within.update({entity for _, _, entity in one.spans})
        counts, articles = self.slab.numbers("entity.count"), self.slab.numbers("entity.articles")
        changed = sorted(entity for entity in minus.keys() | plus.keys() if entity < self.known)
        self.counts = {
            entity: (counts[entity] - minus[entity] + plus[entity],
                     articles[entity] - apart[entity] + within[entity])
            for entity in changed
        }  # fmt: skip
        """How often an entity that was is mentioned from now on, and in how many articles, where that changes."""
        self.fresh_counts = [
            (plus[entity], within[entity]) for entity in range(self.known, self.known + len(self.fresh))
        ]
        """The same of those that are new."""
        vanished = [entity for entity, (count, _) in self.counts.items() if not count]
        self.unnamed = frozenset(minus)
        """Entities that lose a mention."""
        self.entities = Edit(self.known, ranges_of(vanished), [(self.known, len(self.fresh))] if self.fresh else ())
        """How the table of entities changes."""
        self.vanished = frozenset(vanished)
        """The entities that are named nowhere any more."""
        self.who = None if self.entities.still else self.entities.now()
        """The number each entity that was has from now on; None where none moves."""
        self.mentions = Edit(len(column), gone, coming)
        """How the table of mentions changes."""

    def entity(self, number: int) -> int:
        """The number an entity has from now on; `GONE` for one that is named nowhere any more."""
        if number >= self.known:
            return self.entities.count - len(self.fresh) + number - self.known
        return number if self.who is None else self.who[number]

    def kind_of(self, number: int) -> Kind:
        """The kind of an entity."""
        return self.fresh[number - self.known].kind if number >= self.known else KINDS[self._kinds[number]]

    def name_of(self, number: int) -> str:
        """The name of an entity."""
        return self.fresh[number - self.known].name if number >= self.known else self._names[number]

    def _tell(self) -> None:
        """How the events change."""
        slab = self.slab
        begins, members = slab.numbers("told_in.begins"), slab.numbers("told_in.members")
        gone = sorted(event for one in self.change.gone for event in members[begins[one] : begins[one + 1]])
        firsts, lasts, within = (slab.numbers(f"event.{name}") for name in ("first", "last", "article"))
        rows = [
            ((row.when.first, row.when.last, behind), number, came, at)
            for number, (behind, came, at, row) in enumerate(
                (behind, came, at, row)
                for behind, came in zip(self.change.behind, self.came, strict=True)
                for at, row in enumerate(came.telling.rows)
            )
        ]
        rows.sort(key=lambda one: one[:2])
        every = range(len(firsts))
        comings = [
            (bisect_left(every, one[0], key=lambda event: (firsts[event], lasts[event], within[event])), 1)
            for one in rows
        ]
        self.events = Edit(len(firsts), ranges_of(gone), comings)
        """How the table of events changes."""
        self.happened = self.events.now()
        """The number each event that was has from now on."""
        self.coming = [
            Coming(number, came.article, came.telling.rows[at], came.clauses[at], came.telling.traits[at].deeds)
            for number, (_, _, came, at) in zip(self.events.places(), rows, strict=True)
        ]
        """The events that come, in calendar order."""
        self.terms = Counter(
            term
            for came in self.came
            for traits in came.telling.traits
            for term in (*terms_of(traits.counted), *traits.nouns)
        )
        """In how many of them so many of something, or a plural noun, stands."""
        self._numbers = {
            (came.article, at): number for number, (_, _, came, at) in zip(self.events.places(), rows, strict=True)
        }
        self.unhappened = frozenset(gone)
        """The events that go, as they were numbered."""

    def _claim(self) -> None:
        """What is said of those of whom anything new is said, which events are one, and what cannot all hold."""
        dates = Dates(self.slab)
        events, claims = StoredEvents(self.slab, dates), StoredClaims(self.slab, dates)
        said = [
            (came, one)
            for came in self.came
            for one in came.telling.statuses
            if can_be(self.kind_of(one.entity), one.fate)
        ]
        self.statuses = [
            (came.article, one.numbered(self._numbers[came.article, one.row] if one.row >= 0 else -1))
            for came, one in said
        ]
        """What is said of people and groups in the articles that came, each with its article."""
        column, places = self.slab.numbers("status.entity"), self.slab.numbers("status.article")
        lost = frozenset(self.change.gone)
        self.unsaid = [row for row, article in enumerate(places) if article in lost]
        """The statuses that go, as they were numbered."""
        about = {one.entity for _, one in self.statuses} | {column[row] for row in self.unsaid}
        around = Around(events, self.happened, self.articles, self.unhappened, self.kind_of, Spelt(self.slab, "common"))
        near = around.near(self.coming)
        told: dict[int, int] = {}
        whole = [one for _, one in self.statuses]
        for entity in sorted(one for one in about if one < self.known):
            for event, status in compared(claims, entity, lost, near):
                row = self.happened[event]
                told[row] = event
                whole.append(StatusRow(entity, status.fate, status.when, row, status.start))
        self.joined: Joined = join(around, self.coming, near, whole, told)
        """Which events are one, as far as that changes."""
        found = disputed(around, self.coming, whole, told, self.joined)
        kept = standing(self.slab, claims, about, self.happened, self.joined.left)
        self.conflicts = sorted((*kept, *found), key=lambda one: (not one.hard, one.events))
        """Everything that cannot all hold; entities are numbered as they were."""
