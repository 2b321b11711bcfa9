"""Brings what changed into a woven collection: the same columns, written anew from what stays and what came."""

from collections.abc import Callable, Iterable, Sequence

from tui.corpus.gathered import Gathered
from tui.corpus.opened import corpus_of
from tui.corpus.slab import Slab
from tui.corpus.splice.articles import splice_articles
from tui.corpus.splice.change import Change, change_of, state_of
from tui.corpus.splice.claims import splice_claims
from tui.corpus.splice.columns import Splicer
from tui.corpus.splice.entities import splice_names
from tui.corpus.splice.events import splice_events
from tui.corpus.splice.lore import splice_lore
from tui.corpus.splice.newcomers import newcomers_of
from tui.corpus.splice.plan import Plan
from tui.corpus.splice.pools import Later
from tui.corpus.tables import Corpus, Facts
from tui.model import Article, KnownEntity
from tui.names.statement import NameCorrection


def changed(slab: Slab, gathered: Gathered) -> Change | None:
    """What changed since a collection was woven, if it can be brought in; raises `BadSlab`."""
    paths = [source.task.file.path for source in gathered.sources]
    return change_of(slab, paths, [state_of(source.answer.stamp) for source in gathered.sources])


def splice(
    slab: Slab,
    change: Change,
    gathered: Gathered,
    facts: Facts,
    read: Callable[[Article], str],
    known: Sequence[KnownEntity],
    said: Iterable[NameCorrection],
) -> tuple[Plan, dict[str, str]]:
    """What becomes of a collection in a slab with that change, and what could not be told of an article, by its path.

    The other arguments are those of the collection as it is now.

    Names are those the collection has, and new ones found in what came; events are put with those that tell the same.
    What weighing all articles together would change beyond that waits until they are woven anew: a new name is not
    looked for in older articles, two entities that were apart stay apart. Raises `BadSlab`.
    """
    corpus: Corpus = corpus_of(slab, facts, read)
    newcomers = newcomers_of(slab, corpus, gathered, change.came, known, said)
    plan = Plan(slab, change, gathered, newcomers)
    gone = {corpus.articles[article].path for article in change.gone}
    lost = {path: why for path, why in slab.facts["lost"].items() if path not in gone}
    for article, account in zip(change.came, newcomers.accounts, strict=True):
        if account.lost:
            lost[gathered.sources[article].task.file.path] = account.lost
    return plan, lost


def carry_out(into: Splicer, plan: Plan) -> None:
    """Write what becomes of a collection."""
    later = Later(plan.slab)
    splice_articles(into, plan, later)
    splice_names(into, plan, later)
    splice_events(into, plan, later)
    splice_claims(into, plan, later)
    splice_lore(into, plan, later)
    later.write(into)
