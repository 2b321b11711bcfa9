"""A passage as one cites it: the words, who wrote them, where, when, and the line of the file they stand on."""

from tui.corpus.tables import Corpus
from tui.dates.words import describe
from tui.display import squeeze


def cite(corpus: Corpus, article: int, start: int, end: int) -> str:
    """`text[start:end]` of an article with title, byline, source, date and file:line; raises OSError if it has gone.

    Paragraphs of the passage are kept; what follows them is one line.
    """
    facts = corpus.articles[article]
    text = corpus.text(article)
    dated = describe(facts.published) if facts.published is not None else "undated"
    line = text.count("\n", 0, start) + 1
    told = [facts.byline, f"“{squeeze(facts.title)}”", facts.source, dated, f"{facts.path}:{line}", facts.url]
    return f"“{text[start:end].strip()}”\n{', '.join(squeeze(fact) for fact in told if fact)}"
