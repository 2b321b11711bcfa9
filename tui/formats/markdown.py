"""Markdown: the words of a text without its marks; every offset elsewhere points into what comes out here."""

import re

from tui.formats import frontmatter
from tui.formats.blocks import assembled
from tui.formats.references import resolved
from tui.formats.text import decode
from tui.model import Document, Shape

_FENCE = re.compile(r" {0,3}(```+|~~~+)")
_HEADING = re.compile(r" {0,3}#{1,6}(?:[ \t]+|$)(.*)")
_UNDERLINE = re.compile(r" {0,3}(?:=+|-+)[ \t]*")
_RULE = re.compile(r" {0,3}(?:\*[ \t]*){3,}|(?:_[ \t]*){3,}|(?:-[ \t]*){3,}")
_BULLET = re.compile(r"([ \t]*)(?:[-*+][ \t]+|(\d{1,9}[.)])[ \t]+)(.*)")
_QUOTE = re.compile(r" {0,3}>[ \t]?")
_REFERENCE = re.compile(r" {0,3}\[(?!\^)[^\[\]\n]{1,200}\]:[ \t]*\S+.*")
_NOTE = re.compile(r" {0,3}\[\^([^\[\]\n]{1,60})\]:[ \t]*(.*)")
_ROW = re.compile(r" {0,3}\|.*\|[ \t]*")
_RULED = re.compile(r"[ \t|:-]{3,}")

# Each expression below is bounded or stops at the next mark of its own kind, so none can be made to look twice.
_TEMPLATE = re.compile(r"\{%[^%{}\n]{0,2000}%\}|\{\{[^{}\n]{0,2000}\}\}")
_CODE = re.compile(r"(`{1,3})([^`\n]{1,1000})\1")
_IMAGE = re.compile(r"!\[([^\[\]\n]{0,500})\](?:\([^()\n]{0,2000}\)|\[[^\[\]\n]{0,200}\])")
_LINK = re.compile(r"\[([^\[\]\n]{1,500})\](?:\((?:[^()\n]|\([^()\n]{0,300}\)){0,2000}\)|\[[^\[\]\n]{0,200}\])")
_FOOTNOTE = re.compile(r"\[\^([^\[\]\n]{1,60})\]")
_AUTOLINK = re.compile(r"<((?:https?|mailto):[^<>\s]{1,2000})>")
_TAG = re.compile(r"</?[A-Za-z][^<>\n]{0,2000}>")
_STRONG = re.compile(r"(\*\*|__)(?=\S)([^*_\n]{1,2000})(?<=\S)\1")
_EMPHASIS = re.compile(
    r"(?<![\w*])\*(?=\S)([^*\n]{1,2000})(?<=\S)\*(?!\*)|(?<![\w_])_(?=\S)([^_\n]{1,2000})(?<=\S)_(?!\w)"
)
_STRUCK = re.compile(r"~~(?=\S)([^~\n]{1,2000})~~")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")


def read(data: bytes, name: str) -> Document:  # noqa: ARG001 - every reader takes the file's name
    """Read Markdown: front matter as facts, the rest as plain paragraphs. Raises `Unreadable` as plain text does."""
    values, body = frontmatter.split(decode(data))
    heading, text, shapes = _extract(body)
    return Document(
        text=text,
        title=frontmatter.title(values) or heading,
        published=frontmatter.published(values),
        byline=frontmatter.author(values),
        source=frontmatter.source(values),
        url=frontmatter.url(values),
        tags=frontmatter.tags(values),
        shapes=shapes,
    )


def _extract(body: str) -> tuple[str, str, tuple[Shape, ...]]:
    """The first top heading ("" if the text does not begin with one), the text without marks, what it sets apart."""
    blocks = _blocks(_uncommented(body).split("\n"))
    heading = blocks[0][1] if blocks and blocks[0][0] == "heading" else ""
    text, shapes = assembled(blocks)
    return heading, text, shapes


def _uncommented(body: str) -> str:
    """The text without `<!-- … -->`; one that never ends stays, so that it cannot swallow an article."""
    kept: list[str] = []
    at = 0
    while (start := body.find("<!--", at)) >= 0 and (end := body.find("-->", start + 4)) >= 0:
        kept.append(body[at:start])
        at = end + 3
    kept.append(body[at:])
    return "".join(kept)


def _blocks(lines: list[str]) -> list[tuple[str, str]]:
    """The text as (kind, words), kinds as `assembled` takes them, in order; empty ones left out."""
    blocks: list[tuple[str, str]] = []
    open_lines: list[str] = []
    open_kind = "paragraph"
    fence = ""
    quoted = False

    def close() -> None:
        nonlocal open_lines, open_kind
        words = "\n".join(open_lines) if open_kind == "code" else _words(open_lines)
        words = words.strip() if open_kind in ("paragraph", "heading") else words
        if words.strip():
            blocks.append(("quote" if quoted and open_kind == "paragraph" else open_kind, words))
        open_lines, open_kind = [], "paragraph"

    for raw in lines:
        fenced = _FENCE.match(raw)
        if fence:
            if fenced and fenced[1].startswith(fence):
                fence = ""
                close()
            else:
                open_lines.append(raw)
            continue
        if fenced:
            close()
            fence, open_kind = fenced[1], "code"
            continue
        line = _unquoted(raw)
        if (line != raw) != quoted and (line != raw or not line.strip()):
            close()
            quoted = line != raw
        heading, bullet = _HEADING.fullmatch(line), _BULLET.fullmatch(line)
        if not line.strip():
            close()
        elif heading:
            close()
            open_lines, open_kind = [_unclosed(heading[1].rstrip())], "heading"
            close()
        elif open_lines and open_kind == "paragraph" and _UNDERLINE.fullmatch(line):
            open_kind = "heading"
            close()
        elif _RULE.fullmatch(line) or _REFERENCE.fullmatch(line):
            close()
        elif note := _NOTE.fullmatch(line):
            close()
            open_lines = [f"[{note[1]}] {note[2]}"]
        elif _ROW.fullmatch(line):
            close()
            if not _RULED.fullmatch(line):
                cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
                open_lines, open_kind = [" | ".join(cells)], "row"
                close()
        elif bullet:
            close()
            open_lines, open_kind = [f"{bullet[1]}{bullet[2] or '•'} {bullet[3]}"], "item"
        else:
            open_lines.append(line)
    close()
    return blocks


def _unclosed(heading: str) -> str:
    """A heading without its closing marks: "Title ##" is Title, "C#" stays."""
    bare = heading.rstrip("#")
    return bare if not bare or bare[-1] in " \t" else heading


def _unquoted(line: str) -> str:
    """A line without its quotation marks; a bounded number of levels, for a person nests few."""
    for _ in range(8):
        found = _QUOTE.match(line)
        if not found:
            break
        line = line[found.end() :]
    return line


def _words(lines: list[str]) -> str:
    """Lines of one paragraph as running text: line ends are spaces, but for those that ask for a break."""
    joined = ""
    for line in lines:
        broken = line.endswith(("  ", "\\"))
        joined += (line.rstrip() if not joined else line.strip()).removesuffix("\\") + ("\n" if broken else " ")
    return _plain(joined.rstrip())


def _plain(text: str) -> str:
    """Text without inline marks."""
    text = _TEMPLATE.sub("", text)
    text = _CODE.sub(r"\2", text)
    text = _IMAGE.sub(r"\1", text)
    text = _FOOTNOTE.sub(r"[\1]", text)
    text = _LINK.sub(r"\1", text)
    text = _AUTOLINK.sub(r"\1", text)
    text = _TAG.sub("", text)
    text = _STRONG.sub(r"\2", text)
    text = _EMPHASIS.sub(lambda found: found[1] or found[2], text)
    text = _STRUCK.sub(r"\1", text)
    return resolved(_ESCAPE.sub(r"\1", text))
