"""Every command of the line mode, in the order `help` tells them: the one place to add one."""

from tui.plain.commands import (
    again,
    articles,
    back,
    beside,
    cite,
    comments,
    company,
    conflicts,
    date,
    delete,
    dismiss,
    edit,
    editor,
    entities,
    find,
    findback,
    forward,
    front,
    go,
    help,  # noqa: A004 - the word people type
    here,
    ignore,
    jump,
    kind,
    life,
    mark,
    mend,
    merge,
    more,
    next,  # noqa: A004 - likewise
    note,
    notes,
    open,  # noqa: A004 - likewise
    original,
    page,
    place,
    previous,
    quit,  # noqa: A004 - likewise
    read,
    redo,
    rename,
    same,
    search,
    seen,
    skipped,
    sources,
    split,
    star,
    tag,
    timeline,
    undo,
    unread,
    up,
    where,
    who,
    why,
)
from tui.plain.spoken import Spoken

_MODULES = (
    *(read, again, up, go, where, here, find, findback, cite, comments),
    *(front, articles, open, next, previous, unread, star, seen, beside, jump, search, back, forward, mark),
    *(timeline, sources, conflicts, dismiss, entities, who, life, company, why),
    *(note, notes, edit, tag, place, delete, undo, redo),
    *(same, merge, split, rename, kind, ignore, date),
    *(more, page, original, editor, skipped, mend, help, quit),
)

COMMANDS: tuple[Spoken, ...] = tuple(module.COMMAND for module in _MODULES)
"""All of them."""
