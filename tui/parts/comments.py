"""Where the readers' comments beneath an article begin, who wrote each, and where they end."""

import re
from dataclasses import dataclass

from tui.model import PartKind
from tui.parts.footer import is_appeal, is_link
from tui.parts.lines import Line, Start, closes

_VERB = r"(?:says|said|writes|wrote|comments|commented|replies|replied|responds|responded|adds|added)"
_WHEN = r"(?: (?:on|at) [^:\n]{4,60}(?::\d\d[^:\n]{0,20}){0,2})?"
_SAYS = re.compile(rf"(?P<by>[^\n]{{1,60}}?) {_VERB}{_WHEN}(?: ?:| ?\.\.\.| ?…)")
_SAYS_MORE = re.compile(rf"(?P<by>[^\n.:;!?]{{1,60}}?) {_VERB}{_WHEN}:(?= )")
_AGO = re.compile(r"(?P<by>[^\n]{1,60}?) ?(?:[•·|,–-] ?)?(?:an?|\d{1,3}) (?:minute|hour|day|week|month|year)s? ago")
_STAMPED = re.compile(
    r"(?P<by>[^\n]{1,60}?) ?(?:[•·|,–-]|on|at) (?=[^\n]{0,40}\d{4})[^\n]{6,40}\d{1,2}:\d\d(?: ?[ap]\.?m\.?)?"
    rf"(?: {_VERB})?:?",
    re.IGNORECASE,
)
_POSTED = re.compile(
    r"(?:Posted|Comment|Submitted|Written) by:? (?P<by>[^\n|]{1,60}?)(?: (?:on|at)\b| ?\||,|$)[^\n]{0,80}"
)
_HEADER = re.compile(
    r"(?:(?:reader|user|your|recent|all)s? )?(?:comments?|responses?|replies|discussion|reactions)(?: ?\(\d{1,6}\))?:?"
    r"|(?:\d{1,6}|no|one) (?:reader |user )?(?:comments?|responses?|replies|thoughts?|reactions)"
    r"(?: (?:so far|to|on)\b[^\n]{0,160})?:?",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"#?\d{1,4}(?:[.):][ \t]+|[ \t]+(?=\S+ (?:says|said|wrote)\b))")
_END = re.compile(
    r"(?:leave|post|add|write) a (?:reply|comment)|comments? (?:are|is) (?:now )?closed"
    r"|(?:you must (?:be )?|please )?(?:log|sign|logged) in to (?:post|reply|comment|leave)",
    re.IGNORECASE,
)
_COUNTED = re.compile(r"[^\n]{0,30}\d")
_SOMEBODY = re.compile(
    r"(?:he|she|they|it|we|i|you|who|which|this|that|these|those|the|an?|his|her|their|its|our|my|one|some|another"
    r"|and|but|as|when|if|what)\b",
    re.IGNORECASE,
)
_QUOTED = re.compile(r": ?[“\"‘«]")
_PROSE = 120
"""Characters of a line beyond which it is a paragraph and no link."""

_QUOTES = ("“", '"', "‘", "«", "'")
_HEAD_CHARACTERS = 200
"""No head of a comment is longer."""

_BEFORE = 250
"""How many characters of article must stand before comments that no bullet marks."""


@dataclass(frozen=True, slots=True)
class _Head:
    """A line that opens a comment."""

    line: int
    by: str
    bullet: bool
    inline: bool = False
    """Whether the comment itself stands behind it on the same line."""
    below: bool = False
    """Whether it stands under its comment: "Posted by: Ann at …"."""


def find_comments(lines: list[Line], first: int) -> list[Start]:
    """Starts of everything from the first comment (or the header over it) to the end; empty if there are none.

    Believed are: a bullet with "Name says:"; any form of head below a "Comments" line; two or more heads without
    either, unless quotations follow them as in an interview; a "14 comments" line below an article.
    """
    found = [head for index in range(first + 1, len(lines)) if (head := _head(lines, index))]
    headers = [index for index in range(first + 1, len(lines)) if _is_header(lines, index)]
    heads = [head for head in found if head.bullet or not head.inline]
    begin = _begin(lines, heads or found if headers else heads, headers)
    if begin is None:
        return []
    header = begin if begin in headers else None
    starts = [Start(begin, PartKind.FOOTER)] if header is not None else []
    under = begin if header is None else begin + 1
    starts += _each(lines, under, heads if header is None else found)
    if len(starts) == 1 and header is not None and header + 1 < len(lines):
        starts.append(Start(header + 1, PartKind.COMMENT))
    return starts + _after(lines, starts)


def _begin(lines: list[Line], heads: list[_Head], headers: list[int]) -> int | None:
    """The line the comments begin at, or None."""
    bulleted = next((head.line for head in heads if head.bullet and not head.inline), None)
    if bulleted is None:
        bulleted = _listed(lines, [head for head in heads if head.bullet])
    earliest = heads[0].line if heads else None
    if bulleted is not None:
        above = [index for index in headers if index < bulleted]
        return above[-1] if above and not _long_between(lines, above[-1], bulleted) else bulleted
    if earliest is not None:
        above = [index for index in headers if index < earliest and lines[index].start > _BEFORE]
        if above and not _long_between(lines, above[-1], earliest):
            return above[-1]
    counted = [index for index in headers if _COUNTED.match(lines[index].text) and lines[index].start > _BEFORE]
    if counted and counted[-1] + 1 < len(lines) and not lines[counted[-1]].text.lower().startswith(("0", "no")):
        return counted[-1]
    loose = [head.line for head in heads if not head.inline and not _quotation_follows(lines, head.line)]
    return loose[0] if len(loose) > 1 and lines[loose[0]].start > _BEFORE else None


def _listed(lines: list[Line], heads: list[_Head]) -> int | None:
    """The first of several "• Name says: …" lines with which a text ends; an article may hold such a list too."""
    told = [head.line for head in heads if not _QUOTED.search(lines[head.line].text[:_HEAD_CHARACTERS])]
    if len(told) < 2:
        return None
    prose = any(not line.bullet and not line.indent and len(line.text) > _PROSE for line in lines[told[-1] + 1 :])
    return None if prose else told[0]


def _long_between(lines: list[Line], above: int, below: int) -> bool:
    """Whether a whole article stands between a header and the first comment: then the header is only a link."""
    return lines[below].start - lines[above].end > 10 * _BEFORE


def _head(lines: list[Line], index: int) -> _Head | None:
    """What a line says as the head of a comment, or None."""
    line = lines[index]
    bullet = line.bullet
    if not bullet and not line.opens:
        return None
    words = line.text[bullet : bullet + _HEAD_CHARACTERS]
    number = _NUMBER.match(words)
    words = words[number.end() :] if number else words
    form, inline, found = _SAYS, False, None
    for form, likely in (  # what none of a form lacks is sooner looked for
        (_POSTED, " by" in words),
        (_STAMPED, ":" in words),
        (_SAYS, words.endswith((":", "...", "…"))),
        (_AGO, words.endswith(" ago")),
    ):
        found = form.fullmatch(words) if likely else None
        if found:
            break
    else:
        form, inline, found = _SAYS_MORE, True, _SAYS_MORE.match(words) if ": " in words else None
    if not found or (not bullet and _SOMEBODY.match(words)):
        return None
    by = found["by"].strip(" •·|,–-")
    if not by or len(by.split()) > (8 if bullet else 5):
        return None
    return _Head(index, by, bool(bullet), inline, form is _POSTED)


def _is_header(lines: list[Line], index: int) -> bool:
    line = lines[index]
    return line.opens and len(line.text) <= 200 and closes(lines, index) and bool(_HEADER.fullmatch(line.text))


def _quotation_follows(lines: list[Line], index: int) -> bool:
    return index + 1 < len(lines) and lines[index + 1].text.startswith(_QUOTES)


def _each(lines: list[Line], begin: int, heads: list[_Head]) -> list[Start]:
    """A start for every comment from `begin` on: named heads, and bullets that stand as the heads' bullets do."""
    named = {head.line: head for head in heads if head.line >= begin}
    if named and all(head.below for head in named.values()) and begin not in named:
        return _signed(lines, begin, list(named.values()))
    indents = {lines[head.line].indent for head in named.values() if head.bullet}
    starts: list[Start] = []
    for index in range(begin, len(lines)):
        if index in named:
            starts.append(Start(index, PartKind.COMMENT, named[index].by))
        elif lines[index].bullet and lines[index].opens and (lines[index].indent in indents or not named):
            starts.append(Start(index, PartKind.COMMENT))
    return starts


def _signed(lines: list[Line], begin: int, names: list[_Head]) -> list[Start]:
    """A start for every comment of those that are signed beneath: each runs from the signature before to its own."""
    starts: list[Start] = []
    for head in names:
        starts.append(Start(begin, PartKind.COMMENT, head.by))
        begin = head.line + 1
    if begin < len(lines):
        starts.append(Start(begin, PartKind.COMMENT))
    return starts


def _after(lines: list[Line], starts: list[Start]) -> list[Start]:
    """The start of what follows the last comment, as a list of one or none.

    Where comments are indented it is the first paragraph that is not; else the closing run of links and appeals.
    """
    last = starts[-1].line
    body = range(last + 1, len(lines))
    if not body:
        return []
    closing = next((index for index in body if lines[index].opens and _END.match(lines[index].text)), None)
    if closing is not None:
        return [Start(closing, PartKind.FOOTER)]
    if lines[body[0]].indent > lines[last].indent:
        outside = next((index for index in body if lines[index].opens and not lines[index].indent), None)
        return [] if outside is None else [Start(outside, PartKind.FOOTER)]
    end = len(lines)
    for index in reversed(body[1:]):
        if not (lines[index].opens and (is_link(lines, index) or is_appeal(lines[index].text))):
            break
        end = index
    run = range(end, len(lines))
    return [Start(end, PartKind.FOOTER)] if len(run) > 1 or any(is_appeal(lines[index].text) for index in run) else []
