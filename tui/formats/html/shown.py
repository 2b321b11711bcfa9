"""The day of publication that a page shows its readers beside its heading, where its markup states none."""

import re
from collections.abc import Iterator
from dataclasses import replace

from tui.dates import days
from tui.dates.edtf import EdtfError, day
from tui.formats.html.hints import holds_comments, is_comment, stands_beside
from tui.formats.html.page import Block, Page
from tui.model import When

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan januar jänner janvier enero ene gennaio gen janeiro januari januári stycznia января",
            "february feb februar février févr fevrier febrero febbraio fevereiro fev februari lutego февраля",
            "march mar märz mrz mars marzo março marco maart mrt marts marca марта",
            "april apr avril avr abril abr aprile kwietnia апреля",
            "may mai mayo maggio mag maio mei maj maja мая",
            "june jun juni juin junio giugno giu junho czerwca июня",
            "july jul juli juillet juil julio luglio lug julho lipca июля",
            "august aug août aout agosto ago augustus augusti sierpnia августа",
            "september sept sep septembre septiembre settembre set setembro września сентября",
            "october oct oktober okt octobre octubre ottobre ott outubro out października октября",
            "november nov novembre noviembre novembro listopada ноября",
            "december dec dezember dez décembre déc decembre diciembre dic dicembre dezembro grudnia декабря",
        ),
        1,
    )
    for name in names.split()
}
_WEEKDAYS = {
    name: number
    for number, names in enumerate(
        ("mon monday", "tue tues tuesday", "wed wednesday", "thu thur thurs thursday", "fri friday", "sat saturday",
         "sun sunday")
    )
    for name in names.split()
}  # fmt: skip
_DAY = re.compile(
    r"(?<![\w/.-])(?:"
    r"(?P<d1>\d{1,2})(?:\.|st|nd|rd|th|er|º)?\s?(?:(?:de|of)\s)?[\s-]?(?P<m1>[^\W\d_]{3,10})\.?,?[\s-](?:(?:de|del)\s)?(?P<y1>\d{4})"
    r"|(?P<m2>[^\W\d_]{3,10})\.?\s(?P<d2>\d{1,2})(?:st|nd|rd|th)?,?\s(?P<y2>\d{4})"
    r"|(?P<y3>\d{4})(?P<s3>[-/.])(?P<m3>\d{1,2})(?P=s3)(?P<d3>\d{1,2})(?:T[\d:.+-]{2,20}Z?)?"
    r"|(?P<d4>\d{1,2})\.\s?(?P<m4>\d{1,2})\.\s?(?P<y4>\d{4})"
    r"|(?P<one>\d{1,2})(?P<s5>[/-])(?P<two>\d{1,2})(?P=s5)(?P<y5>\d{4})"
    r"|(?P<y6>\d{4})年\s?(?P<m6>\d{1,2})月\s?(?P<d6>\d{1,2})日"
    r")(?![\w/])",
    re.IGNORECASE,
)
_WEEKDAY_BEFORE = re.compile(r"([^\W\d_]{3,9})\.?,?\s$")
_PUT_UP = re.compile(
    r"(?i)\b(?:publi(?:shed|é|ée|cado|cada|ziert|cerad|ceret|sert)|pubblicato|pubblicata|gepubliceerd|geplaatst"
    r"|veröffentlicht|erstellt|opublikowano|опубликовано|posted|submitted|filed|created|issued|released|mis en ligne"
    r"|paru|stand(?=:)|dat(?:e|um)(?=:))\b"
)
_CHANGED = re.compile(
    r"(?i)\b(?:updated|modified|edited|revised|mis à jour|modifié|aktualisiert|geändert|actualizad[oa]|aggiornat[oa]"
    r"|atualizad[oa]|bijgewerkt|uppdaterad|opdateret|oppdatert|zaktualizowano|обновлено)\b"
)
_NOW = re.compile(r"(?i)\b(?:today is|retrieved|accessed|heute ist)\b")
"""Words of a line that tells of when the page was looked at."""
_WORD = re.compile(r"\w+")
_LONGEST = 160
"""Characters of a line that may say when and by whom."""
_FEW, _FEWER = 7, 3
"""Words beside a date, at most, in a line that says no more than when and by whom, below a heading and above it."""
_SHOWN = 15
"""Blocks after a heading among which the date is sought."""
_RUNNING = 220
"""Characters of a block that is running text."""
_ABOVE = 2
"""Blocks before a heading among which the date is sought."""
_ASIDE = frozenset({"nav", "aside", "form", "button", "select"})
_FACTS = "infobox"
"""What tables of facts about the subject of an article call themselves."""

_OUTWARDS = 12
"""How many elements outwards are asked whether they stand beside the article."""


def shown(page: Page, at: int | None) -> When | None:
    """The day that stands below the heading, or right above it; one said to be that of publication before others.

    `at` is the index of the block that is the heading; None if there is none.
    """
    if at is None:
        return None
    below: list[Block] = []
    for block in page.blocks[at + 1 : at + 1 + _SHOWN]:
        if len(block.words) > _RUNNING and len(max(block.words.split("\n"), key=len)) > _RUNNING:
            break
        below.append(block)
    above = page.blocks[max(0, at - _ABOVE) : at][::-1]
    changed = None
    own = page.blocks[at]
    rest = [replace(own, words=own.words.partition("\n")[2])]
    for blocks, few in ((below, -1), ([own], -1), (rest, _FEW), (below, _FEW), (above, -1), (above, _FEWER)):
        for block in blocks:
            if block.linked * 2 > len(block.words) or lies_beside(page, block.node):
                continue
            for line in block.words.split("\n"):
                when, first = _line(line, few)
                if when and first:
                    return when
                changed = changed or when
    return changed


def heading_of(page: Page, title: str) -> int | None:
    """Index of the block that is the title, or opens with it; one that is a heading by its tag before others."""
    wanted = letters(title)
    found = [
        index
        for index, block in enumerate(page.blocks)
        if wanted and len(block.words) < len(title) + _LONGEST * 4 and letters(block.words.split("\n")[0]) == wanted
    ]
    return next((index for index in found if page.blocks[index].tag in ("h1", "h2", "h3")), found[0] if found else None)


def letters(words: str) -> str:
    """Letters and digits alone, case aside."""
    return "".join(filter(str.isalnum, words.casefold()))


def lies_beside(page: Page, node: int) -> bool:
    """Whether an element is of the page, or of a reader's comment, and not of the article."""
    foot = False
    for _ in range(_OUTWARDS):
        if node < 0:
            break
        one = page.nodes[node]
        if (
            one.name in _ASIDE
            or _FACTS in one.hints
            or holds_comments(one.hints)
            or is_comment(one.hints)
            or stands_beside(one.hints)
        ):
            return True
        if one.name == "article" and foot:
            return False  # an article's own foot says by whom and when it was put up
        foot = foot or one.name == "footer"
        node = one.parent
    return foot


def _line(line: str, few: int) -> tuple[When | None, bool]:
    """The day of a line that says no more than when and by whom, and whether it is not only that of a change.

    A line of more than so many `few` words beside the date must say that it tells of publication.
    """
    if len(line) > _LONGEST or _NOW.search(line):
        return None, False
    changed = None
    for start, end, when in _days(line):
        before = line[:start]
        put_up, altered = _last(_PUT_UP, before), _last(_CHANGED, before)
        if altered > put_up:
            changed = changed or when
        elif put_up >= 0 or len(_WORD.findall(line[:start] + line[end:])) <= few:
            return when, True
    return changed, False


def _last(wanted: re.Pattern[str], words: str) -> int:
    """Where such a word stands last; -1 if nowhere."""
    return max((found.start() for found in wanted.finditer(words)), default=-1)


def _days(line: str) -> Iterator[tuple[int, int, When]]:
    """Each day written out in a line, with where it stands."""
    for found in _DAY.finditer(line):
        for year, month, number in _readings(found, line):
            try:
                yield *found.span(), day(year, month, number)
            except EdtfError:
                continue


def _readings(found: re.Match[str], line: str) -> list[tuple[int, int, int]]:
    """Year, month and day of a date; none where its order is open and no weekday settles it."""
    for number in "12":
        name = found[f"m{number}"]
        if name is not None:
            month = _MONTHS.get(name.casefold())
            return [(int(found[f"y{number}"]), month, int(found[f"d{number}"]))] if month else []
    for number in "346":
        if found[f"y{number}"] is not None:
            return [(int(found[f"y{number}"]), int(found[f"m{number}"]), int(found[f"d{number}"]))]
    year, one, two = int(found["y5"]), int(found["one"]), int(found["two"])
    both = [(year, month, number) for month, number in {(one, two), (two, one)} if days.is_day(year, month, number)]
    named = _WEEKDAY_BEFORE.search(line, 0, found.start())
    weekday = _WEEKDAYS.get(named[1].casefold()) if named else None
    if len(both) > 1 and weekday is not None:
        both = [one for one in both if days.weekday(days.number(*one)) == weekday]
    return both if len(both) == 1 else []
