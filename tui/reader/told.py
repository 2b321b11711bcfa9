"""The sentence that tells an event, as it stands in its article."""

from tui.corpus.tables import Corpus
from tui.events.sentences import sentence_at


def sentence_of(corpus: Corpus, event: int) -> str:
    """The whole sentence an event is told in; raises OSError if its file has gone."""
    told = corpus.events[event]
    text = corpus.text(told.article)
    part = corpus.part_at(told.article, told.start)
    start, end = sentence_at(text, told.start, *((part.start, part.end) if part else (0, None)))
    return text[start:end]
