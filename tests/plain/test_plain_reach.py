"""Everything a key of the screen does can be asked for in the line mode, or is about the screen itself."""

from tui.plain.commands import COMMANDS
from tui.reader.bound import shipped

ASKED_FOR = {
    "desk.jump": "jump", "desk.help": "help", "desk.articles": "articles", "desk.text": "again",
    "desk.timeline": "timeline", "desk.entities": "entities", "desk.notes": "notes", "desk.back": "back",
    "desk.forward": "forward", "desk.article-next": "next", "desk.article-previous": "previous", "desk.undo": "undo",
    "desk.redo": "redo", "desk.close": "quit", "desk.quit": "quit", "desk.original": "original",
    "desk.edit-file": "editor", "desk.palette": "help", "desk.front": "front", "desk.tour": "help",
    "desk.next-unread": "unread", "desk.search": "search", "desk.mark": "mark", "desk.to-mark": "go",
    "articles.note": "note", "articles.filter": "articles", "articles.order": "articles", "articles.all-read": "seen",
    "shelf.read": "seen", "shelf.star": "star", "shelf.compare": "beside",
    "pane.find": "find", "pane.find-next": "find", "pane.find-previous": "findback",
    "rows.down": "more", "rows.page-down": "more", "rows.last": "more", "rows.open": "open", "rows.label": "open",
    "timeline.filter": "timeline", "timeline.zoom-in": "timeline", "timeline.zoom-out": "timeline",
    "timeline.bar-next": "timeline", "timeline.bar-previous": "timeline", "timeline.conflicts": "conflicts",
    "timeline.who": "who", "timeline.compare": "sources", "timeline.dismiss": "dismiss",
    "timeline.keep-open": "dismiss", "timeline.peek": "here", "timeline.copy": "cite", "timeline.cite": "cite",
    "timeline.note": "note", "timeline.read-notes": "here", "timeline.redate": "date",
    "article.link-next": "here", "article.link-previous": "here", "article.mention-next": "who",
    "article.mention-previous": "who", "article.label": "here", "article.open": "here", "article.peek": "here",
    "article.redate": "date", "article.who": "who", "article.read-notes": "here", "article.note": "note",
    "article.note-article": "note", "article.copy": "cite", "article.cite": "cite", "article.choose-word": "note",
    "article.choose-sentence": "note", "article.choose-more": "note", "article.choose-other": "note",
    "names.merge": "merge", "names.split": "split", "names.rename": "rename", "names.retype": "kind",
    "names.ignore": "ignore", "names.life": "life", "names.company": "company", "names.why": "why",
    "page.down": "read", "page.up": "up", "page.page-down": "read", "page.page-up": "up", "page.half-down": "read",
    "page.half-up": "up", "page.top": "go", "page.bottom": "go", "page.paragraph-next": "read",
    "page.paragraph-previous": "up",
    "entities.filter": "entities", "entities.mention-next": "who", "entities.mention-previous": "who",
    "entities.note": "note", "entities.read-notes": "who", "entities.same": "same", "entities.who": "who",
    "entities.peek": "why",
    "notes.edit": "edit", "notes.delete": "delete", "notes.tag": "tag", "notes.place": "place", "notes.mend": "mend",
    "notes.filter": "notes",
}  # fmt: skip
"""The command that does what a key of the screen does, by the name of the key's action."""

OF_THE_SCREEN = {
    "desk.pane-next", "desk.pane-previous", "desk.zoom", "desk.clear", "desk.redraw", "desk.suspend", "desk.stop",
    "rows.up", "rows.page-up", "rows.half-down", "rows.half-up", "rows.first", "rows.group-next", "rows.group-previous",
}  # fmt: skip
"""What there is nothing of to be done in lines: panes, the cursor of a list that is printed once, keys of the shell."""


def test_every_key_at_the_desk_has_its_command_or_is_about_the_screen_alone() -> None:
    keys = {one.name for one in shipped() if one.at_desk}
    assert ASKED_FOR.keys() | OF_THE_SCREEN == keys
    assert not ASKED_FOR.keys() & OF_THE_SCREEN


def test_every_command_that_stands_for_a_key_is_there() -> None:
    assert set(ASKED_FOR.values()) <= {one.name for one in COMMANDS}


def test_a_key_that_is_typed_means_what_it_means_on_the_screen() -> None:
    told = {one.name: one.keys for one in shipped() if one.at_desk}
    letters = {"=": "where", ".": "again", "'": "go", "-": "up", "c": "sources", "n": "find", "N": "findback"}
    for one in COMMANDS:
        for key in one.keys:
            if len(key) == 1 and key.isalpha() and key not in letters:
                acts = {ASKED_FOR.get(name) for name, keys in told.items() if key in keys}
                assert one.name in acts, (one.name, key)
