"""Web pages: what a page says of itself, and the article in it without what stands around it."""

from collections.abc import Iterable, Iterator

from tui.formats.blocks import assembled
from tui.formats.html import body, facts, rough
from tui.formats.html.encoding import decode_page
from tui.formats.html.page import Block, read_page
from tui.formats.html.replies import Replies, replies
from tui.formats.text import Unreadable
from tui.model import Document

__all__ = ["read"]

_EXPORTED = 'class="articleParagraph '
"""What each paragraph is called in a page that Factiva gave out."""

_LABELS, _LONGEST_LABEL = 3, 40
"""Blocks among which the title is sought; characters of a label above it."""

COMMENTS = "Comments"
"""The heading over what readers wrote, where a page has it."""


def read(data: bytes, name: str) -> Document:  # noqa: ARG001 - every reader takes the file's name
    """Read a web page; raises `Unreadable` for what is not text, and for a page without words.

    Its text begins with its title; comments, where they are told apart, stand at the end under a heading.
    """
    text = decode_page(data)
    page = read_page(text)
    if _EXPORTED in text:
        from tui.formats import factiva  # late: hardly any page is one

        return factiva.of_page([block.words for block in page.blocks])
    title = facts.title(page)
    tame = body.tame(page, text)
    told = replies(page)
    found = body.extracted(text, comments=not told.said, thread=told.thread) if tame else None
    blocks, comments = found or (rough.body(page, told.homes), [])
    blocks = _headed(blocks, title)
    if not blocks:
        raise Unreadable("a page without words")
    article, shapes = assembled(kinds_of(blocks))
    below = _below(told, comments, len(article) + len(COMMENTS) + 3)
    return Document(
        text=f"{article}\n{COMMENTS}\n\n{below[0]}" if below[0] else article,
        title=title,
        published=facts.published(page, title) or (body.dated(text) if tame else None),
        byline=facts.author(page),
        source=facts.source(page),
        url=facts.url(page),
        rough=found is None,
        comments_at=len(article) + 1 if below[0] else None,
        commenters=below[1],
        shapes=shapes,
    )


def _below(told: Replies, comments: Iterable[Block], begin: int) -> tuple[str, tuple[tuple[int, str], ...]]:
    """The comments as they stand from an offset on, and where each begins and who wrote it, if that is known."""
    if not told.said:
        return assembled(kinds_of(comments))[0], ()
    pieces: list[str] = []
    starts: list[tuple[int, str]] = []
    for reply in told.said:
        starts.append((begin, reply.by))
        words, _ = assembled(kinds_of(reply.words))
        piece = f"{reply.by}:\n{words}\n" if reply.by else f"{words}\n"
        pieces.append(piece)
        begin += len(piece)
    return "".join(pieces), tuple(starts)


def _headed(blocks: list[Block], title: str) -> list[Block]:
    """The blocks with the title in front, without the labels that stand above it."""
    at = next((row for row, block in enumerate(blocks[:_LABELS]) if title and _same(block.words, title)), None)
    if at is None:
        return [Block("h1", title, 0, -1), *blocks] if title else blocks
    above = [block for block in blocks[:at] if not _is_label(block.words)]
    return [*above, *blocks[at:]]


def _is_label(words: str) -> bool:
    """Whether words above a title only say under what it stands: short, no sentence, no number."""
    return len(words) <= _LONGEST_LABEL and words[-1] not in '.!?…”"' and not any(map(str.isdigit, words))


def kinds_of(blocks: Iterable[Block]) -> Iterator[tuple[str, str]]:
    """Blocks of a page as those of any text: the kind and the words of each."""
    for block in blocks:
        kind = _KINDS.get(block.tag, "heading" if block.tag in _HEADINGS else "paragraph")
        yield kind, f"• {block.words}" if block.tag == "li" else block.words


_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "dt"})
_KINDS = {"li": "item", "td": "row", "th": "row", "dd": "item", "blockquote": "quote", "pre": "code"}


def _same(one: str, other: str) -> bool:
    return "".join(filter(str.isalnum, one.casefold())) == "".join(filter(str.isalnum, other.casefold()))
