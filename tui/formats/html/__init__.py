"""Web pages: what a page says of itself, and the article in it without what stands around it."""

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
    found = body.extracted(text)
    blocks, comments = found or (rough.body(page), [])
    if title and not any(_same(block.words, title) for block in blocks[:3]):
        blocks = [Block("h1", title, 0, -1), *blocks]
    if not blocks:
        raise Unreadable("a page without words")
    told = assembled(blocks)
    replies = assembled(comments)
    return Document(
        text=f"{told}\n\n{COMMENTS}\n\n{replies}\n" if replies else f"{told}\n",
        title=title,
        published=facts.published(page) or body.dated(text),
        byline=facts.author(page),
        source=facts.source(page),
        url=facts.url(page),
        rough=found is None,
        comments_at=len(told) + 2 if replies else None,
    )


def assembled(blocks: list[Block]) -> str:
    """Blocks as one text: paragraphs with an empty line between, items of a list and rows of a table in lines."""
    pieces: list[str] = []
    before = ""
    for block in blocks:
        close = block.tag == before and before in ("li", "td", "dd")
        if pieces:
            pieces.append("\n" if close else "\n\n")
        pieces.append(f"• {block.words}" if block.tag == "li" else block.words)
        before = block.tag
    return "".join(pieces)


def _same(one: str, other: str) -> bool:
    return "".join(filter(str.isalnum, one.casefold())) == "".join(filter(str.isalnum, other.casefold()))
