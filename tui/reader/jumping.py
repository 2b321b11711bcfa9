"""The order of what can be jumped to in a collection: opened where it was saved, else made and saved for next time."""

import contextlib
import hashlib
from collections.abc import Callable
from pathlib import Path

from tui.corpus.since import Since
from tui.corpus.tables import Corpus
from tui.jump import JumpIndex
from tui.jump.beside import build_beside
from tui.jump.moved import Moved
from tui.jump.spellings import Spellings
from tui.jump.stock import Stock
from tui.reader.targets import days_of, told_by, told_since

FILE = "jump.index"
"""Name of the file, in the collection's own folder of the cache."""

FEW = 2_000
"""Spellings up to which making the order takes no longer than looking for a saved one."""

MANY = 50_000
"""Spellings from which on it is made in a process of its own."""


def _moved(since: Since) -> Moved:
    moves = {"entity": since.entities, "article": since.articles, "event": since.events}
    return Moved({kind: one.now for kind, one in moves.items()}, {kind: one.was for kind, one in moves.items()})


def index_of(
    corpus: Corpus, folder: Path | None, breathe: Callable[[], None] = lambda: None, *, beside: bool = False
) -> JumpIndex:
    """The order of what the collection itself has to jump to.

    `folder` is the collection's own in the cache, None for one that keeps nothing. A large order is made in a process
    of its own if `beside`. `breathe` is called often, and may raise to end the work.
    """
    if folder is not None and corpus.signature:
        # The same columns give the same order: nothing of them need be gathered to know that it is theirs.
        stock = Stock.open(folder / FILE, corpus.signature)
        if stock is not None:
            return JumpIndex(stock)
        if corpus.since is not None:
            stock = Stock.open(folder / FILE, corpus.since.signature)
            if stock is not None:
                moved = _moved(corpus.since)
                return JumpIndex(stock.moved(moved), more=tuple(told_since(corpus, corpus.since))).beside(())
    days = days_of(corpus)
    spellings = Spellings.gathered(told_by(corpus), breathe)
    if folder is None or spellings.count <= FEW:
        return JumpIndex(Stock.build(spellings.folded(breathe), days, breathe))
    path = folder / FILE
    key = corpus.signature or f"{spellings.digest()} {hashlib.sha256(repr(days).encode()).hexdigest()}"
    stock = Stock.open(path, key)
    if stock is None and beside and spellings.count >= MANY:
        stock = build_beside(spellings, days, path, key, breathe)
    if stock is None:
        stock = Stock.build(spellings.folded(breathe), days, breathe)
        with contextlib.suppress(OSError):  # without room for it, it is made again next time
            stock.save(path, key, breathe)
    return JumpIndex(stock)
