"""Web pages: what a page says of itself, and the article in it without what stands around it."""

from collections.abc import Iterable, Iterator

from tui.formats.blocks import assembled
from tui.formats.html import body, facts, rough
from tui.formats.html.encoding import decode_page
from tui.formats.html.page import Block, read_page
from tui.formats.text import Unreadable
from tui.model import Document

__all__ = ["read"]

COMMENTS = "Comments"
"""The heading over what readers wrote, where a page has it."""


def read(data: bytes, name: str) -> Document:  # noqa: ARG001 - every reader takes the file's name
    """Read a web page; raises `Unreadable` for what is not text, and for a page without words.

    Its text begins with its title; comments, where they are told apart, stand at the end under a heading.
    """
    text = decode_page(data)
    page = read_page(text)
    title = facts.title(page)
    tame = body.tame(page, text)
    found = body.extracted(text) if tame else None
    blocks, comments = found or (rough.body(page), [])
    if title and not any(_same(block.words, title) for block in blocks[:3]):
        blocks = [Block("h1", title, 0, -1), *blocks]
    if not blocks:
        raise Unreadable("a page without words")
    told, shapes = assembled(kinds_of(blocks))
    replies, _ = assembled(kinds_of(comments))
    return Document(
        text=f"{told}\n{COMMENTS}\n\n{replies}" if replies else told,
        title=title,
        published=facts.published(page) or (body.dated(text) if tame else None),
        byline=facts.author(page),
        source=facts.source(page),
        url=facts.url(page),
        rough=found is None,
        comments_at=len(told) + 1 if replies else None,
        shapes=shapes,
    )


def kinds_of(blocks: Iterable[Block]) -> Iterator[tuple[str, str]]:
    """Blocks of a page as those of any text: the kind and the words of each."""
    for block in blocks:
        kind = _KINDS.get(block.tag, "heading" if block.tag in _HEADINGS else "paragraph")
        yield kind, f"• {block.words}" if block.tag == "li" else block.words


_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "dt"})
_KINDS = {"li": "item", "td": "row", "th": "row", "dd": "item", "blockquote": "quote", "pre": "code"}


def _same(one: str, other: str) -> bool:
    return "".join(filter(str.isalnum, one.casefold())) == "".join(filter(str.isalnum, other.casefold()))
