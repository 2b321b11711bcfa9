"""The findings of all articles of a collection: held, or fetched one by one from where they are kept."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tui.corpus.article import stem
from tui.corpus.codec import Damaged
from tui.corpus.findings import ArticleFindings
from tui.corpus.keeping import Keeping
from tui.corpus.made import Made
from tui.corpus.onefile import Answer, Task, packed, read_file, unpacked, unpacked_facts, unpacked_names
from tui.manifest import Comments
from tui.model import Article, DateOrder, DateSpan
from tui.names.candidate import Candidate


class Source(NamedTuple):
    """One article, as far as it is known where it is to be found."""

    task: Task
    """What there is to read."""
    answer: Answer
    """What came of it; its findings may be held here."""
    order: DateOrder | None
    """How its collection writes numeric dates."""

    @property
    def comments(self) -> Comments:
        """What its collection does with readers' comments."""
        return self.task.given.comments


class Gathered(Made[ArticleFindings]):
    """What the articles say, by their number; what is damaged where it is kept is read anew from its file."""

    def __init__(self, sources: Sequence[Source], keeping: Keeping, *, hold: bool) -> None:
        """Fetch from `keeping` what the sources do not hold; with `hold` it is held from then on."""
        super().__init__(len(sources))
        self.sources = sources
        """The articles, in reading order."""
        self.keeping = keeping
        """Where what is not held is kept."""
        self.hold = hold
        """Whether all that was fetched is held."""
        self._held = {row: one.answer.found for row, one in enumerate(sources) if one.answer.found is not None}

    def _make(self, row: int) -> ArticleFindings:
        found = self._held.get(row)
        if found is None:
            found = self._fetched(row)
            if self.hold:
                self._held[row] = found
        return found

    def candidates(self) -> Iterator[Sequence[Candidate]]:
        """What may be names in each article in turn."""
        return map(self.candidates_of, range(len(self.sources)))

    def candidates_of(self, row: int) -> Sequence[Candidate]:
        """What may be names in an article."""
        if self.hold or row in self._held:
            return self[row].candidates
        path = self.sources[row].task.file.path
        names = self.keeping.names(path)
        try:
            if names is None:
                raise Damaged("gone")
            return unpacked_names(path, names)
        except Damaged:
            return self._made_anew(row).candidates

    def facts(self) -> Iterator[tuple[Article, Sequence[DateSpan]]]:
        """The facts and dates of each article in turn."""
        for row, source in enumerate(self.sources):
            if self.hold or row in self._held:
                yield self[row].article, self[row].dates
                continue
            path = source.task.file.path
            kept = self.keeping.found(path)
            try:
                if kept is None:
                    raise Damaged("gone")
                yield unpacked_facts(path, kept[0])
            except Damaged:
                found = self._made_anew(row)
                yield found.article, found.dates

    def _fetched(self, row: int) -> ArticleFindings:
        path = self.sources[row].task.file.path
        kept, names = self.keeping.found(path), self.keeping.names(path) if self.hold else b""
        if kept is not None and names is not None:
            try:
                return unpacked(self.sources[row].task, *kept, names)
            except Damaged:
                pass
        return self._made_anew(row)

    def _made_anew(self, row: int) -> ArticleFindings:
        task = self.sources[row].task
        answer = read_file(task)
        if answer.found is None:
            # It was an article when it was looked at, and is none now: the next look will say so.
            gone = Article(0, task.file.path, "", stem(task.file.path), None, "", "", "", "", 0, ())
            return ArticleFindings(gone, "", (), (), ())
        if answer.stamp is not None:
            self.keeping.put(packed(answer, answer.stamp))
        self._held[row] = answer.found
        return answer.found
