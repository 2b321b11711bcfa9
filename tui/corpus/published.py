"""When an article was published, and how that is known: from what was written down to what its text lets guess."""

from tui.manifest import ArticleFacts
from tui.model import Document, When


def publication(facts: ArticleFacts, document: Document) -> tuple[When | None, str]:
    """The publication date and where it came from; (None, "") if nothing supports one."""
    if facts.published:
        return facts.published, "corpus.toml"
    if document.published:
        return document.published, "file"
    return None, ""
