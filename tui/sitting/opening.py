"""Opens a collection: as it was read before if it is large, else as its files begin; and what is said first."""

from collections.abc import Collection, Sequence
from pathlib import Path

from tui import paths
from tui.corpus.atonce import open_kept
from tui.corpus.build import open_quickly, scan
from tui.corpus.files import STDIN
from tui.corpus.shelf import shelf
from tui.notes.corrections import Corrections
from tui.notes.drafts import Drafts
from tui.notes.notebook import Notebook
from tui.notes.undo import History
from tui.reader.bound import shipped
from tui.reader.links import Link
from tui.reader.scribe import Scribe
from tui.reader.settings import load
from tui.reader.verdicts import judged
from tui.sitting.reading import corrections_of
from tui.sitting.sitting import Sitting

AT_ONCE = 500
"""Articles from which on a collection that was read before is shown as it was, before its files are looked at."""

KEYS_TO_KNOW = "p jump to a name   a write a note   ? all keys   Ctrl-N shows you round"
"""What stands on the status line at the very first start."""

BUNDLED = "This is the bundled collection, two articles on Iran in Iraq."
"""What stands before it when no folder was named."""


def open_sitting(
    roots: Sequence[Path],
    *,
    first_run: bool = False,
    link: Link | None = None,
    themes: Collection[str] = (),
    watch: bool = False,
) -> Sitting:
    """The desk with a collection on it; raises `NoSuchPath`, and `NothingReadable` if none of it can be read.

    `themes` are the names config.toml may give. With `watch` what changes in its folders is followed.
    """
    notebook = Notebook.open(paths.data(), cached=paths.cache() / "notes.cache")
    drafts = Drafts(paths.state() / "drafts")
    corrections = Corrections.open(paths.data())
    history = History(paths.state() / "history.json", notebook, corrections)
    settings = load(paths.config(), {one.name for one in shipped()})
    scribe = Scribe(notebook, drafts, history, corrections)
    said = corrections_of(scribe)
    kept = None if STDIN in roots else open_kept(shelf(paths.cache(), roots), roots, said)
    kept = None if kept is None or len(kept.corpus.articles) < AT_ONCE else kept
    found = scan(roots) if kept is None else None
    if kept is not None:
        first = judged(kept.corpus, corrections.all)
    elif found is not None:
        first = open_quickly(found, corrections=said)
    strange = settings.theme if themes and settings.theme not in ("", *themes) else ""
    unworn = f"There is no theme called {strange}; : lists them." if strange else ""
    problems = " ".join([unworn, scribe.problem, corrections.problem, *settings.problems, *first.facts.problems])
    greeting = problems.strip() or _waiting(drafts) or (_welcome(roots) if first_run else "")
    sitting = Sitting(first, scribe, roots=roots, found=found, kept=kept, greeting=greeting, link=link, watch=watch)
    sitting.keymap = settings.keymap
    sitting.columns = settings.columns
    return sitting


def _welcome(roots: Sequence[Path]) -> str:
    """What the status line says at the very first start: what this is, and the keys to know."""
    bundled = list(roots) == [paths.seeds()]
    return f"{BUNDLED}   {KEYS_TO_KNOW}" if bundled else KEYS_TO_KNOW


def _waiting(drafts: Drafts) -> str:
    """A sentence about notes that were typed and not saved, "" without any."""
    found = drafts.left()
    if not found:
        return ""
    many = f"{len(found)} notes that were not saved are kept" if len(found) > 1 else "A note that was not saved is kept"
    return f"{many}: 5 shows them, Enter goes on writing."
