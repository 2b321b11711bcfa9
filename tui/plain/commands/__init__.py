"""Every command of the line mode, in the order `help` tells them: the one place to add one."""

from tui.plain.commands import (
    again,
    articles,
    back,
    cite,
    comments,
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
    go,
    help,  # noqa: A004 - the word people type
    here,
    ignore,
    jump,
    kind,
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
    previous,
    quit,  # noqa: A004 - likewise
    read,
    redo,
    rename,
    search,
    skipped,
    sources,
    split,
    tag,
    timeline,
    undo,
    up,
    where,
    who,
    why,
)
from tui.plain.spoken import Spoken

_MODULES = (
    *(read, again, up, go, where, here, find, findback, cite, comments),
    *(articles, open, next, previous, jump, search, back, forward, mark),
    *(timeline, sources, conflicts, dismiss, entities, who, why),
    *(note, notes, edit, tag, delete, undo, redo),
    *(merge, split, rename, kind, ignore, date),
    *(more, page, original, editor, skipped, mend, help, quit),
)

COMMANDS: tuple[Spoken, ...] = tuple(module.COMMAND for module in _MODULES)
"""All of them."""
