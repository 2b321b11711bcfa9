"""What the articles of a collection state of themselves, on the way to its columns: held on disk where it is long."""

from array import array
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from tui.corpus.coded import ORDERS, PART_KINDS
from tui.corpus.numbered import Pool
from tui.corpus.roll import Code, Roll
from tui.corpus.slab import SlabWriter
from tui.model import Article, DateOrder, DateSpan, When

_TABLES: dict[str, dict[str, Code]] = {
    "article": {
        "published": "I", "published_from": "I", "byline": "I", "source": "I", "chars": "Q", "parts": "I", "dates": "I",
        "tags": "I", "shapes": "I", "rough": "B",
    },
    "part": {"kind": "B", "start": "I", "end": "I", "by": "I"},
    "date": {"start": "I", "end": "I", "when": "I", "rule": "I", "basis": "I"},
    "shape": {"kind": "I", "start": "I", "end": "I"},
    "tag": {"word": "I"},
}  # fmt: skip
"""The columns of each table with their type codes, in the order in which the values of a row come."""

_TEXTS = ("title", "url")


class Stated:
    """Facts, parts, shapes and dates of articles, put in one by one in reading order."""

    def __init__(self, whens: Pool[When], words: Pool[str], folder: Path | None = None) -> None:
        """Number dates and words in these pools; what is long lies in files of `folder` until `close`."""
        self._whens, self._words = whens, words
        self._tables = {table: [Roll(code, folder) for code in columns.values()] for table, columns in _TABLES.items()}
        self._digests = Roll("B", folder)
        self._texts = {name: (Roll("B", folder), Roll("Q", folder)) for name in _TEXTS}
        self._ends = dict.fromkeys(_TEXTS, 0)

    def putting(self, articles: Iterable[tuple[Article, Sequence[DateSpan]]]) -> Iterator[None]:
        """Add articles with their dates, one at each step."""
        for article, spans in articles:
            self.put(article, spans)
            yield

    def put(self, article: Article, spans: Sequence[DateSpan]) -> None:
        """Add an article with its dates."""
        whens, words = self._whens, self._words
        for part in article.parts:
            self._add("part", PART_KINDS.index(part.kind), part.start, part.end, words(part.by))
        for date in spans:
            basis = 0 if date.basis is None else date.basis + 1
            self._add("date", date.start, date.end, optional(whens, date.when), words(date.rule), basis)
        for shape in article.shapes:
            self._add("shape", words(shape.kind), shape.start, shape.end)
        for tag in article.tags:
            self._add("tag", words(tag))
        self._add(
            "article",
            optional(whens, article.published),
            words(article.published_from),
            words(article.byline),
            words(article.source),
            article.chars,
            *(len(self._tables[table][0]) for table in ("part", "date", "tag", "shape")),
            article.rough,
        )
        self._digests.here.frombytes(bytes.fromhex(article.digest))
        for name, text in (("title", article.title), ("url", article.url)):
            said, ends = self._texts[name]
            written = text.encode("utf-8", "surrogatepass")
            said.here.frombytes(written)
            self._ends[name] += len(written)
            ends.here.append(self._ends[name])
        for roll in self._rolls():
            roll.spill()

    def write(self, writer: SlabWriter, paths: Sequence[str], orders: Iterable[DateOrder | None]) -> None:
        """Write all; `paths` are those of the articles, `orders` the ways their collections write numeric dates."""
        for table, rolls in self._tables.items():
            for name, roll in zip(_TABLES[table], rolls, strict=True):
                writer.numbers(f"{table}.{name}", roll.settled())
        writer.numbers("article.digest", self._digests.settled())
        writer.words("article.path", paths)
        writer.numbers("article.order", array("B", map(ORDERS.index, orders)))
        writer.numbers("article.by_path", array("I", sorted(range(len(paths)), key=paths.__getitem__)))
        for name, (said, ends) in self._texts.items():
            writer.numbers(f"article.{name}.said", said.settled())
            writer.numbers(f"article.{name}.ends", ends.settled())

    def close(self) -> None:
        """Let go of the files; nothing is written after."""
        for roll in self._rolls():
            roll.close()

    def _add(self, table: str, *values: int) -> None:
        for roll, value in zip(self._tables[table], values, strict=True):
            roll.here.append(value)

    def _rolls(self) -> Iterator[Roll]:
        for rolls in self._tables.values():
            yield from rolls
        yield self._digests
        for pair in self._texts.values():
            yield from pair


def optional(whens: Pool[When], when: When | None) -> int:
    """The number of a date plus one; 0 for none."""
    return 0 if when is None else whens(when) + 1
