"""The timeline as one page for a browser: nothing to load, nothing to run, conflicts and sources included."""

from collections.abc import Iterator, Sequence
from html import escape
from itertools import groupby

from tui.commands.exports import told_once
from tui.corpus.tables import Corpus
from tui.dates import days
from tui.dates.words import describe
from tui.display import safe, squeeze
from tui.model import OPEN_PAST, Conflict, When
from tui.reader.told import sentence_of

_HEAD = """\
<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>{title}</title>
<style>
:root {{ color-scheme: light dark; --quiet: #6b6b6b; --rule: #d8d4cc; --wrong: #a1341c; }}
@media (prefers-color-scheme: dark) {{ :root {{ --quiet: #9a9a9a; --rule: #3a3d42; --wrong: #f0876d; }} }}
body {{ max-width: 46rem; margin: 3rem auto; padding: 0 1.2rem; font: 1.05rem/1.55 Georgia, serif; }}
h1, h2, h3 {{ font-weight: normal; }} h2 {{ margin-top: 3rem; border-bottom: 1px solid var(--rule); }}
ol {{ list-style: none; padding: 0; }} li {{ margin: 1.1rem 0 1.1rem 0; }}
time {{ color: var(--quiet); font-variant-numeric: oldstyle-nums; }} .wrong {{ color: var(--wrong); }}
summary {{ cursor: pointer; }} blockquote {{ margin: .4rem 0 .4rem 1rem; }} cite, .names {{ color: var(--quiet); }}
cite {{ font-size: .9rem; }} .names {{ font-size: .9rem; }}
</style>
</head>
<body>
<h1>{title}</h1>
<p class="names">{count}</p>
"""


def pieces(corpus: Corpus, rows: Sequence[int]) -> Iterator[str]:
    """The page in pieces: years, in each the events with their sentences, at the end what contradicts what."""
    told = told_once(corpus, rows)
    articles = len({corpus.events[row].article for row in rows})
    count = f"{len(told)} events from {articles} article{'s' if articles != 1 else ''}"
    yield _HEAD.format(title=_safe(corpus.facts.title), count=count)
    for year, group in groupby(told, key=lambda one: _year(corpus.events[one[0]].when)):
        yield f"<h2>{year}</h2>\n<ol>\n"
        for first, same in group:
            yield _item(corpus, first, same)
        yield "</ol>\n"
    shown = set(rows)
    conflicts = [conflict for conflict in corpus.conflicts if shown.intersection(conflict.events)]
    if conflicts:
        yield '<h2 id="conflicts">What cannot all be right</h2>\n<ol>\n'
        for conflict in conflicts:
            yield _conflict(corpus, conflict)
        yield "</ol>\n"
    yield "</body>\n</html>\n"


def _year(when: When) -> str:
    if when.first == OPEN_PAST:
        return "No beginning known"
    return str(days.civil(when.first)[0])


def _item(corpus: Corpus, first: int, same: Sequence[int]) -> str:
    event = corpus.events[first]
    said = _safe(f"{'reported ' if event.reported else ''}{describe(event.when)}")
    disputed = ' <a class="wrong" href="#conflicts">!</a>' if corpus.is_disputed(first) else ""
    times = f" <small>({len(same)} sources)</small>" if len(same) > 1 else ""
    names = ", ".join(_safe(corpus.entities[entity].name) for entity in event.entities)
    return (
        f"<li><time>{said}</time>{disputed}<details><summary>{_safe(event.headline)}{times}</summary>"
        + "".join(_source(corpus, row) for row in same)
        + f'</details><span class="names">{names}</span></li>\n'
    )


def _source(corpus: Corpus, row: int) -> str:
    article = corpus.articles[corpus.events[row].article]
    by = ", ".join(words for words in (article.byline, article.source) if words)
    named = f"{article.title} ({by})" if by else article.title
    return f"<blockquote>{_safe(sentence_of(corpus, row))}<br><cite>{_safe(named)}</cite></blockquote>"


def _conflict(corpus: Corpus, conflict: Conflict) -> str:
    name = corpus.entities[conflict.entity].name if conflict.entity >= 0 else ""
    sides = "".join(
        f"<p><time>{_safe(describe(corpus.events[row].when))}</time></p>{_source(corpus, row)}"
        for row in conflict.events
    )
    head = f'<p class="wrong">{"hard" if conflict.hard else "soft"} conflict of {conflict.fact}: '
    return f"<li>{head}{_safe(name)} {_safe(conflict.reason)}</p>{sides}</li>\n"


def _safe(words: str) -> str:
    """Words of an article as text of a page, in one line, control characters made visible."""
    return escape(safe(squeeze(words)))
