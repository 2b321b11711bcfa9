"""Writes the articles of a collection as a plan changes them."""

from bisect import bisect_left
from collections.abc import Sequence

from tui.corpus.coded import ORDERS, PART_KINDS
from tui.corpus.splice.change import state_of
from tui.corpus.splice.columns import Splicer, splice_column, splice_mapped, splice_ragged
from tui.corpus.splice.edit import Edit, ranges_of
from tui.corpus.splice.plan import Plan
from tui.corpus.splice.pools import Later, splice_words


def splice_articles(into: Splicer, plan: Plan, later: Later) -> None:
    """Write the facts, parts, shapes, tags and dates of articles."""
    slab, edit, gathered = plan.slab, plan.change.edit, plan.gathered
    found = [gathered[article] for article in plan.change.came]
    sources = [gathered.sources[article] for article in plan.change.came]
    articles = [one.article for one in found]
    for name, values in (
        ("published", [later.maybe(one.published) for one in articles]),
        ("published_from", [later.word(one.published_from) for one in articles]),
        ("byline", [later.word(one.byline) for one in articles]),
        ("source", [later.word(one.source) for one in articles]),
        ("chars", [one.chars for one in articles]),
        ("rough", [int(one.rough) for one in articles]),
        ("order", [ORDERS.index(one.order) for one in sources]),
        ("state", [state_of(one.answer.stamp) for one in sources]),
    ):
        splice_column(into, f"article.{name}", edit, values)
    parts = [part for one in articles for part in one.parts]
    splice_ragged(into, "article.parts", edit, [len(one.parts) for one in articles], {
        "part.kind": [PART_KINDS.index(part.kind) for part in parts],
        "part.start": [part.start for part in parts],
        "part.end": [part.end for part in parts],
        "part.by": [later.word(part.by) for part in parts],
    })  # fmt: skip
    dates = [date for one in found for date in one.dates]
    splice_ragged(into, "article.dates", edit, [len(one.dates) for one in found], {
        "date.start": [date.start for date in dates],
        "date.end": [date.end for date in dates],
        "date.when": [later.maybe(date.when) for date in dates],
        "date.rule": [later.word(date.rule) for date in dates],
        "date.basis": [0 if date.basis is None else date.basis + 1 for date in dates],
    })  # fmt: skip
    tags = [tag for one in articles for tag in one.tags]
    splice_ragged(into, "article.tags", edit, [len(one.tags) for one in articles], {
        "tag.word": [later.word(tag) for tag in tags],
    })  # fmt: skip
    shapes = [shape for one in articles for shape in one.shapes]
    splice_ragged(into, "article.shapes", edit, [len(one.shapes) for one in articles], {
        "shape.kind": [later.word(shape.kind) for shape in shapes],
        "shape.start": [shape.start for shape in shapes],
        "shape.end": [shape.end for shape in shapes],
    })  # fmt: skip
    digests = slab.numbers("article.digest")
    bytes_of = Edit(len(digests), [(32 * start, 32 * stop) for start, stop in ranges_of(plan.change.gone)],
                    [(32 * row, 32) for row in plan.change.behind])  # fmt: skip
    fresh = memoryview(b"".join(bytes.fromhex(one.digest) for one in articles))
    into.column("article.digest", bytes_of.column(fresh))
    splice_words(into, "article.path", edit, [one.path for one in articles])
    splice_words(into, "article.title", edit, [one.title for one in articles])
    splice_words(into, "article.url", edit, [one.url for one in articles])
    _by_path(into, plan, [one.path for one in articles])


def _by_path(into: Splicer, plan: Plan, paths: Sequence[str]) -> None:
    """Write the articles in order of their paths."""
    slab = plan.slab
    old, words, gone = slab.numbers("article.by_path"), slab.words("article.path"), frozenset(plan.change.gone)
    rows = sorted(zip(paths, plan.change.came, strict=True))
    places = [(bisect_left(old, path, key=words.__getitem__), 1) for path, _ in rows]
    edit = Edit(len(old), ranges_of(at for at, row in enumerate(old) if row in gone), places)
    now = None if plan.change.edit.still else plan.articles
    splice_mapped(into, "article.by_path", edit, [row for _, row in rows], now)
