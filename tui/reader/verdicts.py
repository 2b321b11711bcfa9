"""What the reader says of conflicts, kept in corrections.toml by the sentences that contradict each other.

A verdict is found again by the kind of fact and the two sentences, white space aside: events have other ids whenever
the collection is read anew, dates may be corrected, names merged, files renamed. Where one pair of sentences holds
conflicts about several names, the name decides.
"""

from collections.abc import Iterable, Iterator, Sequence

from tui.corpus.claims import DISMISSED, KEPT_OPEN
from tui.corpus.corrected import plain
from tui.corpus.tables import Corpus
from tui.model import Conflict
from tui.notes.corrections import Correction, Corrections
from tui.notes.undo import Change, History
from tui.reader.told import sentence_of

CONFLICT = "conflict"
"""The sort of correction this is about, as corrections.toml calls it."""


def verdict_on(corpus: Corpus, conflict: Conflict, verdict: str) -> Correction:
    """The correction that says something of a conflict; raises OSError if the file of a side has gone."""
    texts = {"verdict": verdict, "fact": conflict.fact, "collection": corpus.facts.key}
    if conflict.entity >= 0:
        texts["name"] = corpus.entities[conflict.entity].name
    sides = _sides(corpus, conflict)
    return Correction(
        CONFLICT, texts, {"articles": tuple(path for path, _ in sides), "quotes": tuple(quote for _, quote in sides)}
    )


def judged(corpus: Corpus, corrections: Iterable[Correction]) -> Corpus:
    """The corpus with the reader's verdicts on its conflicts; the same one if there never was any.

    Of two verdicts on one conflict the later one holds. A verdict on what is no conflict any more changes nothing.
    """
    said = [one for one in corrections if one.what == CONFLICT and one.texts.get("verdict") in (DISMISSED, KEPT_OPEN)]
    if not said and not corpus.claims.verdicts:
        return corpus
    return corpus.judged({conflict: one.texts["verdict"] for one in said for conflict in _meant(corpus, one)})


def store(corrections: Corrections, history: History, corpus: Corpus, conflict: Conflict, verdict: str) -> str:
    """Write a verdict down, or take it back if it stands there; says what was done in a sentence.

    It takes the place of another verdict on the same conflict. Raises what `Corrections` raises, and OSError if the
    file of a side has gone.
    """
    corrections.refresh()
    old = [one for one in corrections.all if one.what == CONFLICT and conflict in _meant(corpus, one)]
    said = verdict_on(corpus, conflict, verdict)
    back = any(one.texts.get("verdict") == verdict for one in old)
    first = old.pop(0) if old else None
    if not back:
        # The new one first: if the program ends in between both stand there, and the later one holds.
        corrections.add(said)
    if first is not None:
        corrections.remove(first)
    history.record(Change(said=None if back else said, unsaid=first))
    for one in old:
        corrections.remove(one)
        history.record(Change(unsaid=one))
    if back:
        return "The verdict is taken back. u brings it again."
    if verdict == DISMISSED:
        return "Dismissed: it counts as no conflict any more. u takes that back."
    return "Kept open: you have seen it, and it stands. u takes that back."


def but_verdicts(corrections: Iterable[Correction]) -> Sequence[Correction]:
    """The corrections that change what is read in the articles: all but the verdicts on conflicts."""
    return [one for one in corrections if one.what != CONFLICT]


def _meant(corpus: Corpus, one: Correction) -> Iterator[Conflict]:
    """The conflicts of a corpus that a verdict speaks of."""
    if one.texts.get("collection", corpus.facts.key) != corpus.facts.key:
        return
    quotes = sorted(map(plain, one.lists.get("quotes", ())))
    articles = set(one.lists.get("articles", ()))
    renamed = any(corpus.article_at(path) is None for path in articles)
    for conflict in corpus.claims.found:
        if conflict.fact != one.texts.get("fact") or not _is_name_of(corpus, conflict, one.texts.get("name", "")):
            continue
        # Texts are fetched only where the articles are the right ones, or one of those named has another name now.
        here = {corpus.articles[corpus.events[event].article].path for event in conflict.events}
        if not renamed and here != articles:
            continue
        try:
            if sorted(quote for _, quote in _sides(corpus, conflict)) == quotes:
                yield conflict
        except OSError:
            continue


def _is_name_of(corpus: Corpus, conflict: Conflict, name: str) -> bool:
    """Whether a conflict is about who bears a name; a name nobody bears now leaves it to the sentences."""
    entity = corpus.entity_named(name) if name else None
    return entity is None or entity == conflict.entity


def _sides(corpus: Corpus, conflict: Conflict) -> list[tuple[str, str]]:
    """Path and sentence of both sides, white space made single."""
    return [
        (corpus.articles[corpus.events[event].article].path, plain(sentence_of(corpus, event)))
        for event in conflict.events
    ]
