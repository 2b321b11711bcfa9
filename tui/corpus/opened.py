"""Opens a corpus on columns that were woven."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from tui.corpus.slab import Table
from tui.corpus.stored import (
    Articles,
    Dates,
    Entities,
    Orders,
    Spans,
    StoredMentions,
    StoredNames,
    StoredPaths,
)
from tui.corpus.storedclaims import StoredClaims
from tui.corpus.storedevents import StoredEvents
from tui.corpus.storedlore import StoredLore
from tui.corpus.tables import Corpus, Facts
from tui.model import Article


def corpus_of(slab: Table, facts: Facts, read: Callable[[Article], str]) -> Corpus:
    """The corpus in some columns, its articles put in those of `facts`, texts from `read`; raises `BadSlab`."""
    dates = Dates(slab)
    articles, entities = Articles(slab, dates), Entities(slab, dates)
    return Corpus(
        replace(facts, articles=articles, orders=Orders(slab)),
        read,
        dates=Spans(slab, dates),
        entities=entities,
        mentions=StoredMentions(slab),
        events=StoredEvents(slab, dates),
        claims=StoredClaims(slab, dates),
        lore=StoredLore(slab, dates),
        signature=signature_of(slab.facts),
        since=slab.since,
        path_to_id=StoredPaths(slab, articles),
        name_to_id=StoredNames(slab, entities),
    )


def signature_of(facts: Mapping[str, Any]) -> str:
    """The signature of a corpus in columns with these facts: one that articles were brought into has another."""
    spliced = facts.get("spliced")
    return str(facts["signature"]) + (f" {spliced}" if spliced else "")
