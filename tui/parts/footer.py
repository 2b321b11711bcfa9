"""Where the article proper ends: appeals, author boxes, tags, sharing buttons and link lists beneath it."""

import re

from tui.parts.lines import Line, closes, unfinished

_PHRASES = (
    # asking for money, readers and company
    (
        r"please (?:support|donate|consider|help|subscribe|join|give)\b"
        r"(?=[^\n]{0,600}\b(?:us|our|we|me|my|newsletter|donat\w+|today|here)\b)"
    ),
    r"(?:support|help|fund) (?:us|our|my|independent|this (?:site|work|journalism|blog))\b",
    r"donate(?: ?[:!]| (?:now|today|here|to us|to our)\b|$)",
    r"(?:subscribe|sign up)(?: ?[:!]| (?:to|for|now|today|here|via|by)\b|$)",
    r"(?:follow|like|join) (?:us|me)\b",
    r"follow (?:@|[^\n]{1,40} on (?:twitter|facebook|x|instagram|mastodon|bluesky|telegram|linkedin)\b)",
    r"(?:to )?(?:become a (?:member|subscriber|patron)|make a (?:\S{1,20} )?(?:donation|gift|contribution))\b",
    r"if you (?:like|enjoy|value|found|appreciate)[^\n]{0,120}\b(?:consider|subscribe|share|donat|support)",
    r"[^\n]{0,200}\b(?:are|is) (?:100 percent |100% |fully )?tax[- ]deductible",
    # filing
    r"(?:tags?|tagged|filed under|categor(?:y|ies)|keywords?|topics?|labels?|posted in|section)(?: ?:|(?= with| as))",
    r"(?:©|\(c\)|copyright)[^\n]{0,20}\d{4}|all rights reserved",
    (
        r"(?:this (?:article|story|post|piece|essay) )?(?:was )?(?:first|originally) (?:published|appeared|posted)"
        r" (?:in|on|at|by)\b"
    ),
    r"about the (?:author|writer)s?(?: ?:|$)",
    r"posted (?:in|by|on)\b(?=[^\n.]{0,80}$)",
    r"\(?(?:additional )?(?:reporting|writing|editing) by\b(?=[^\n]{0,200}$)|our standards ?:",
    r"[^\n]{0,200}\bcontributed to this (?:report|article|story)\b",
    # buttons
    (
        r"(?:share|print|e-?mail|tweet|pin|like) (?:this|on|via|to|it)(?: (?:article|story|post|page|entry|item))?"
        r"(?: ?:|$| (?:on|via|to|with)\b)"
    ),
    r"read more(?: ?:|$)|permalink\b|trackbacks?\b(?=[^\n]{0,40}$)|advertisement$",
    r"(?:leave|post|add) a (?:reply|comment)|(?:log|sign) in to (?:reply|comment)|you must be logged in",
    r"comments? (?:are|is) (?:now )?closed|(?:no|latest|recent|\d{1,5}) comments?(?: yet)?:?$|cancel reply$",
    r"your (?:e-?mail )?address will not be published|required fields are marked|save my name, e-?mail",
    r"notify me of (?:follow-?up|new) (?:comments|posts)|(?:name|e-?mail|website) ?\*?$|submit comment$",
    r"back to (?:the )?top\b(?=[^\n]{0,20}$)|(?:load|show|view|see) (?:more|all)\b(?=[^\n]{0,40}$)",
    r"(?:source|via|image|photo)(?: credits?)? ?:(?=[^\n.]{1,80}$)",
    r"(?:←|→|«|»|‹|›|previous|next) ?(?:post|article|story|entry|page)s?\b(?=[^\n]{0,100}$)",
    (
        r"(?:related|more|further|recent|recommended|popular|latest) (?:articles?|posts?|stories|news|coverage)\b"
        r"(?=[^\n]{0,60}$)"
    ),
)
_APPEAL = re.compile("|".join(_PHRASES), re.IGNORECASE)
_BOX = re.compile(
    r"(?P<name>[A-Z][\w'’.-]{0,30}(?: (?:[A-Z][\w'’.-]{0,30}|de|van|von|al|bin|der|la)){1,4}),?"
    r"(?: \([^()\n]{0,60}\))? (?:is|was|has been|are|has|writes|covers|reports|blogs|serves|works|teaches)\b"
    r"(?=[^\n]{0,400}\b(?i:fellow|editor|writer|reporter|correspondent|journalist|contributor|columnist|professor"
    r"|lecturer|analyst|author|director|blogger|researcher|scholar|freelance|staff|publisher|historian|writes|covers)\b)"
)
_LINK_CHARACTERS = 40
_LISTED_CHARACTERS = 120
"""Links under a "Related articles" line are headlines, and headlines are longer."""

_LISTS = re.compile(r"(?:related|more|further|recent|recommended|popular|latest|read more)\b", re.IGNORECASE)
_MOST = 24
"""No footer has more appeals and boxes than this; what looks like one is a list that belongs to the article."""

_APPEAL_CHARACTERS = 700
_BOX_CHARACTERS = 500


def find_footer(lines: list[Line], first: int, end: int, text: str) -> int:
    """Index of the line the footer begins at, among lines[first:end]; `end` if there is none.

    Read from below: a run of appeals, author boxes and links, which begins with an appeal or a box, never with a link.
    """
    openings = [index for index in range(first, end) if lines[index].opens or index == first]
    found, long_links, boxes = end, False, 0
    for position in range(len(openings) - 1, 0, -1):
        index = openings[position]
        stop = openings[position + 1] if position + 1 < len(openings) else end
        size = lines[stop - 1].end - lines[index].start
        if boxes >= _MOST:
            break
        if (is_appeal(lines[index].text) and size <= _APPEAL_CHARACTERS) or _is_box(lines, index, size, text):
            if long_links and not _LISTS.match(lines[index].text):
                break
            found, long_links, boxes = index, False, boxes + 1
        elif all(is_link(lines, line, _LISTED_CHARACTERS, alone=False) for line in range(index, stop)):
            long_links = long_links or any(len(lines[line].text) > _LINK_CHARACTERS for line in range(index, stop))
        else:
            break
    return found


def is_appeal(paragraph: str) -> bool:
    """Whether a paragraph's first line is something sites print around articles."""
    return bool(_APPEAL.match(paragraph))


def is_link(lines: list[Line], index: int, characters: int = _LINK_CHARACTERS, *, alone: bool = True) -> bool:
    """Whether a line reads like a link in a list: short, no sentence and, unless told otherwise, alone."""
    line = lines[index]
    return len(line.text) <= characters and unfinished(line.text) and (not alone or closes(lines, index))


def _is_box(lines: list[Line], index: int, size: int, text: str) -> bool:
    """Whether a paragraph says who the author is, of somebody the article itself does not talk about."""
    found = _BOX.match(lines[index].text)
    if not found or size > _BOX_CHARACTERS:
        return False
    at = text.find(found["name"])
    while 0 <= at < lines[index].start:
        if text[max(0, at - 3) : at].lower() != "by ":
            return False
        at = text.find(found["name"], at + 1)
    return True
