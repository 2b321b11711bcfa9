"""When an article was published, and how that is known: from what was written down to what its text lets guess."""

from tui.manifest import NAME
from tui.model import Article, DateOrder, Document, When

FROM_FILE = "file"
"""Said of a date that the file itself states, in its front matter or markup."""


def publication(
    stated: When | None, document: Document, article: Article, order: DateOrder | None, *, search: bool = True
) -> tuple[When | None, str]:
    """The publication date and where it came from; (None, "") if nothing supports one.

    First what corpus.toml states, then the file itself, then its name or address, dateline or byline, and bounds from
    the text; without `search`, only what is stated. `article` has path, parts, address and byline already.
    """
    if stated:
        return stated, NAME
    if document.published:
        return document.published, FROM_FILE
    if not search:
        return None, ""
    from tui.dates.published import find_published  # late: what is only stated needs no engine

    found = find_published(
        document.text, article.parts, name=article.path, url=article.url, byline=article.byline, order=order
    )
    return found or (None, "")
