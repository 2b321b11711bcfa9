"""A notebook keeps what it has acknowledged, whoever else writes to its file."""

import os
import tomllib
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tui.notes.errors import NoSuchNoteError, ReadOnlyError
from tui.notes.model import Anchor, ArticleRef, EntityRef, EventRef, Note
from tui.notes.notebook import Notebook

ARTICLE = ArticleRef("a/b.txt", "iran", "A title", "ab" * 32)


class Ticking:
    """A clock that goes on by a second each time it is asked."""

    def __init__(self) -> None:
        """It begins at noon of a fixed day."""
        self.moment = datetime(2026, 11, 21, 12, tzinfo=UTC)

    def __call__(self) -> datetime:
        """The next second."""
        self.moment += timedelta(seconds=1)
        return self.moment


def opened(folder: Path, **options: Path) -> Notebook:
    return Notebook.open(folder, now=Ticking(), **options)


def test_a_folder_without_notes_is_an_empty_notebook_and_stays_untouched(tmp_path: Path) -> None:
    notebook = opened(tmp_path / "data")
    assert (notebook.notes, notebook.problem) == ((), "")
    assert not (tmp_path / "data").exists()


def test_a_note_of_every_sort_is_there_after_a_restart(tmp_path: Path) -> None:
    notebook = opened(tmp_path)
    notebook.add("span", "One.\nTwo.", tags=["x", "y"], article=ARTICLE, target=Anchor("q", "p\n", "s", 1, 2))
    notebook.add("article", article=ARTICLE)
    notebook.add("entity", 'with "quotes" and \\', entity=EntityRef("Qods Force", "organisation", ("IRGC-QF",)))
    notebook.add("event", "\ttabs", event=EventRef("2007-01-26", "day", "He was taken."))
    assert opened(tmp_path).notes == notebook.notes
    assert len(notebook.notes) == 4


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
@given(st.text(alphabet=st.one_of(st.characters(exclude_categories=["Cs"]), st.sampled_from("\r\n\t\"'\\"))))
def test_any_text_comes_back_to_the_letter(tmp_path: Path, text: str) -> None:
    (tmp_path / "notes.toml").unlink(missing_ok=True)
    note = opened(tmp_path).add("span", text, tags=[text], target=Anchor(text, text, text, 0, 0))
    assert opened(tmp_path).notes == (note,)
    assert note.text == text


def test_half_a_character_from_a_broken_paste_is_stored_as_a_stand_in(tmp_path: Path) -> None:
    note = opened(tmp_path).add("article", "a\ud800b")
    assert opened(tmp_path).get(note.id).text == "a\N{REPLACEMENT CHARACTER}b" == note.text


def test_the_file_is_laid_out_as_promised(tmp_path: Path) -> None:
    note = opened(tmp_path).add("span", "Text.", tags=["t"], article=ARTICLE, target=Anchor("q", "p", "s", 1, 2))
    assert (tmp_path / "notes.toml").read_text() == (
        'format = "backstory-notes"\nversion = 1\n\n'
        f'[[note]]\nid = "{note.id}"\non = "span"\ntext = "Text."\ntags = ["t"]\n'
        "created = 2026-11-21T12:00:01+00:00\nupdated = 2026-11-21T12:00:01+00:00\n"
        f'[note.article]\npath = "a/b.txt"\ncollection = "iran"\ntitle = "A title"\nsha256 = "{ARTICLE.sha256}"\n'
        '[note.target]\nquote = "q"\nprefix = "p"\nsuffix = "s"\nstart = 1\nend = 2\n'
    )
    assert note.id.startswith("20261121T120001Z-")


def test_adding_a_note_changes_no_line_that_was_there(tmp_path: Path) -> None:
    hand = b'# mine\nversion = 1\n[[note]]\nid="a"   # no format line, odd spacing\nmine = 0x10\n\n\n# end'
    (tmp_path / "notes.toml").write_bytes(hand)
    opened(tmp_path).add("article", "x")
    assert (tmp_path / "notes.toml").read_bytes().startswith(hand)


def test_an_edit_changes_the_lines_of_its_own_note_only(tmp_path: Path) -> None:
    notebook = opened(tmp_path)
    first, second, third = (notebook.add("article", text) for text in "abc")
    before = (tmp_path / "notes.toml").read_text().splitlines()
    notebook.edit(second.id, text="new")
    after = (tmp_path / "notes.toml").read_text().splitlines()
    changed = [new for old, new in zip(before, after, strict=True) if old != new]
    assert [line.split(" = ")[0] for line in changed] == ["text", "updated"]
    assert [note.text for note in opened(tmp_path).notes] == ["a", "new", "c"]
    assert notebook.get(first.id) == first
    assert notebook.get(third.id) == third


def test_an_unchanged_note_writes_nothing(tmp_path: Path) -> None:
    notebook = opened(tmp_path)
    note = notebook.add("article", "a", tags=["t"])
    inode = (tmp_path / "notes.toml").stat().st_ino
    assert notebook.edit(note.id, text="a", tags=["t"]) == note
    assert (tmp_path / "notes.toml").stat().st_ino == inode


def test_unknown_keys_and_kinds_are_kept_and_told(tmp_path: Path) -> None:
    (tmp_path / "notes.toml").write_text(
        '[[note]]\nid = "a"\non = "recipe"\nserves = 4 # people\n[note.oven]\nheat = 1.50\n'
    )
    notebook = opened(tmp_path)
    assert notebook.get("a").on == "recipe"
    assert notebook.get("a").extra == {"serves": 4, "oven": {"heat": 1.5}}
    notebook.edit("a", text="salt")
    kept = (tmp_path / "notes.toml").read_text()
    assert "serves = 4 # people\n" in kept
    assert "[note.oven]\nheat = 1.50\n" in kept


def test_a_deleted_note_moves_to_the_file_beside_and_can_come_back_word_for_word(tmp_path: Path) -> None:
    (tmp_path / "notes.toml").write_text("[[note]]\nid = \"a\"\ntext = '''as I wrote it'''  # mine\n")
    notebook = opened(tmp_path)
    gone = notebook.delete("a")
    assert not (notebook.notes)
    assert not (opened(tmp_path).notes)
    assert "text = '''as I wrote it'''  # mine" in (tmp_path / "notes-deleted.toml").read_text()
    assert notebook.deleted == (gone,)
    assert notebook.restore("a") == gone
    assert "text = '''as I wrote it'''  # mine" in (tmp_path / "notes.toml").read_text()
    assert len(notebook.deleted) == 0


def test_a_note_nobody_has_is_named(tmp_path: Path) -> None:
    notebook = opened(tmp_path)
    for ask in (notebook.get, notebook.delete, notebook.restore, lambda ident: notebook.edit(ident, text="x")):
        with pytest.raises(NoSuchNoteError, match="x-1"):
            ask("x-1")


def test_what_another_program_wrote_is_seen_and_kept(tmp_path: Path) -> None:
    one, other = opened(tmp_path), opened(tmp_path)
    first = one.add("article", "from one")
    second = other.add("article", "from the other")
    assert one.refresh()
    assert one.notes == other.notes == (first, second)
    assert not one.refresh()


def test_an_edit_in_an_outside_editor_is_seen_even_when_size_and_time_stay(tmp_path: Path) -> None:
    notebook = opened(tmp_path)
    note = notebook.add("article", "aaaa")
    path = tmp_path / "notes.toml"
    notebook.refresh()
    times = path.stat()
    path.write_text(path.read_text().replace("aaaa", "bbbb"))
    os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))
    assert notebook.refresh()
    assert notebook.get(note.id).text == "bbbb"


def test_a_note_changed_on_both_sides_is_kept_twice(tmp_path: Path) -> None:
    mine, theirs = opened(tmp_path), opened(tmp_path)
    note = mine.add("article", "old", tags=["t"])
    theirs.refresh()
    theirs.edit(note.id, text="theirs")
    clash = mine.edit(note.id, text="mine")
    assert (clash.text, clash.conflict_of, clash.tags) == ("mine", note.id, ("t",))
    assert clash.id != note.id
    assert {kept.text for kept in opened(tmp_path).notes} == {"theirs", "mine"}


def test_a_clash_is_seen_although_the_screen_was_refreshed_meanwhile(tmp_path: Path) -> None:
    mine, theirs = opened(tmp_path), opened(tmp_path)
    base = mine.add("article", "old")
    theirs.edit(base.id, text="theirs")
    mine.refresh()
    assert [note.text for note in mine.notes] == ["theirs"]
    assert mine.edit(base.id, text="mine", base=base).conflict_of == base.id


def test_a_mended_file_is_what_the_notebook_says_from_then_on_and_one_too_new_is_not_mended(tmp_path: Path) -> None:
    notebook = opened(tmp_path)
    notebook.add("article", "kept")
    whole = notebook.path.read_bytes()
    notebook.path.write_bytes(whole + b"[[note]\n")
    notebook.refresh()
    assert notebook.problem
    mending = notebook.mend()
    assert mending is not None
    assert mending.kept.read_bytes() == whole + b"[[note]\n"
    assert (notebook.problem, [note.text for note in notebook.notes]) == ("", ["kept"])
    assert notebook.mend() is None
    newer = notebook.path.read_bytes().replace(b"version = 1", b"version = 99")
    notebook.path.write_bytes(newer)
    notebook.refresh()
    with pytest.raises(ReadOnlyError):
        notebook.mend()
    assert notebook.path.read_bytes() == newer


def test_the_same_change_on_both_sides_is_no_clash(tmp_path: Path) -> None:
    mine, theirs = opened(tmp_path), opened(tmp_path)
    note = mine.add("article", "old")
    theirs.edit(note.id, text="same")
    assert mine.edit(note.id, text="same").id == note.id
    assert len(mine.notes) == 1


def test_a_note_edited_here_and_deleted_there_is_written_down_again(tmp_path: Path) -> None:
    mine, theirs = opened(tmp_path), opened(tmp_path)
    note = mine.add("article", "old")
    theirs.delete(note.id)
    assert mine.edit(note.id, text="still wanted").id == note.id
    assert [kept.text for kept in opened(tmp_path).notes] == ["still wanted"]


def test_an_accepted_place_is_written_into_the_note(tmp_path: Path) -> None:
    notebook = opened(tmp_path)
    note = notebook.add("span", "x", article=ARTICLE, target=Anchor("q", "p", "s", 1, 2))
    moved, article = Anchor("q2", "p", "s", 7, 9), ArticleRef("new.txt", "iran", "A title", "cd" * 32)
    notebook.reanchor(note.id, moved, article=article)
    assert (opened(tmp_path).get(note.id).target, opened(tmp_path).get(note.id).article) == (moved, article)


def test_notes_without_an_id_or_with_a_double_one_are_told_apart(tmp_path: Path) -> None:
    (tmp_path / "notes.toml").write_text('[[note]]\ntext = "x"\n[[note]]\nid = "a"\n[[note]]\nid = "a"\ntext = "2"\n')
    notebook = opened(tmp_path)
    ids = [note.id for note in notebook.notes]
    assert len(set(ids)) == 3
    assert ids == [note.id for note in opened(tmp_path).notes]
    notebook.edit(ids[2], text="changed")
    assert [note.text for note in opened(tmp_path).notes] == ["x", "", "changed"]


def test_a_link_to_the_file_stays_a_link(tmp_path: Path) -> None:
    real = tmp_path / "synced" / "mine.toml"
    data = tmp_path / "data"
    data.mkdir()
    (data / "notes.toml").symlink_to(real)
    opened(data).add("article", "x")
    assert (data / "notes.toml").is_symlink()
    assert real.read_bytes().startswith(b'format = "backstory-notes"')
    opened(data).add("article", "y")
    assert len(opened(data).notes) == 2


def test_parsed_notes_are_kept_between_starts_and_never_believed_for_another_file(tmp_path: Path) -> None:
    cached = tmp_path / "cache" / "notes.cache"
    notebook = opened(tmp_path, cached=cached)
    notebook.add("span", "é\r\n", target=Anchor("q"), entity=EntityRef("e", aliases=("f",)))
    notebook.add("article", "x")
    notebook.edit(notebook.notes[1].id, text="y")
    assert opened(tmp_path, cached=cached).notes == opened(tmp_path).notes == notebook.notes
    path = tmp_path / "notes.toml"
    path.write_text(path.read_text().replace('"y"', '"z"'))
    assert opened(tmp_path, cached=cached).notes[1].text == "z"


@pytest.mark.parametrize("harm", [b"", b"backstory-notes-cache 1\n[[1]]\n= ", b"\xff" * 200])
def test_a_cache_that_was_harmed_is_made_again(tmp_path: Path, harm: bytes) -> None:
    cached = tmp_path / "notes.cache"
    note = opened(tmp_path, cached=cached).add("article", "x")
    cached.write_bytes(harm + cached.read_bytes()[-30:])
    assert opened(tmp_path, cached=cached).notes == (note,)


def test_the_last_good_states_are_kept_and_thinned(tmp_path: Path) -> None:
    clock = Ticking()
    notebook = Notebook.open(tmp_path, now=clock)
    for number in range(30):
        clock.moment += timedelta(hours=9)
        notebook.add("article", str(number))
    kept = sorted((tmp_path / "backups").iterdir())
    assert len(kept) == 7
    assert len(tomllib.loads(kept[-1].read_text())["note"]) == 29


def test_backups_are_copies_where_no_file_may_have_two_names(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", refuse)  # as FAT does
    notebook = opened(tmp_path)
    notebook.add("article", "one")
    before = (tmp_path / "notes.toml").read_bytes()
    notebook.add("article", "two")
    assert [path.read_bytes() for path in (tmp_path / "backups").iterdir()] == [before]


def test_a_newer_version_is_read_and_never_rewritten(tmp_path: Path) -> None:
    newer = 'format = "backstory-notes"\nversion = 2\n[[note]]\nid = "a"\ntext = "t"\n'
    (tmp_path / "notes.toml").write_text(newer)
    notebook = opened(tmp_path)
    assert [note.text for note in notebook.notes] == ["t"]
    assert "version 2, newer than the 1" in notebook.problem
    with pytest.raises(ReadOnlyError, match="version 2"):
        notebook.edit("a", text="u")
    with pytest.raises(ReadOnlyError):
        notebook.delete("a")
    added = notebook.add("article", "new")
    assert (tmp_path / "notes.toml").read_text() == newer
    assert added in opened(tmp_path).notes


def test_notes_taken_beside_a_damaged_file_come_home_when_it_is_mended(tmp_path: Path) -> None:
    damaged = b'# mine\n[[note]]\nid = "a"\ntext = "whole"\n\n[[note]]\nid = "b"\ntext = "torn\n\n[[note]]\nid = "c"\n'
    (tmp_path / "notes.toml").write_bytes(damaged)
    notebook = opened(tmp_path)
    added = notebook.add("article", "meanwhile")
    assert notebook.edit(added.id, text="meanwhile, edited").text == "meanwhile, edited"
    assert [(note.id, note.text) for note in notebook.notes[:3]] == [("a", "whole"), ("b", "torn"), ("c", "")]
    assert (tmp_path / "notes.toml").read_bytes() == damaged
    mending = notebook.mend()
    assert mending is not None
    assert mending.kept.read_bytes() == damaged
    assert mending.lines == (8,)
    assert notebook.problem == ""
    assert [note.id for note in opened(tmp_path).notes] == ["a", "b", "c", added.id]
    assert '# damaged, line 8: text = "torn' in (tmp_path / "notes.toml").read_text()
    assert not (tmp_path / "notes-unsaved.toml").exists()


def test_a_file_mended_by_hand_takes_the_waiting_notes_in_at_the_next_look(tmp_path: Path) -> None:
    (tmp_path / "notes.toml").write_text("[[note]\n")
    notebook = opened(tmp_path)
    added = notebook.add("article", "meanwhile")
    (tmp_path / "notes.toml").write_text('[[note]]\nid = "a"\n')
    assert notebook.refresh()
    assert [note.id for note in notebook.notes] == ["a", added.id]
    assert not (tmp_path / "notes-unsaved.toml").exists()


def test_a_side_file_that_is_damaged_too_is_left_alone(tmp_path: Path) -> None:
    for name in ("notes.toml", "notes-unsaved.toml"):
        (tmp_path / name).write_text("[[note]\n")
    added = opened(tmp_path).add("article", "x")
    assert (tmp_path / "notes-unsaved.toml").read_text() == "[[note]\n"
    assert opened(tmp_path).notes == (added,)


LINES = st.lists(st.sampled_from(["", "# a remark", "  ", "#", "#[[note]]", '# text = """']), max_size=3).map("\n".join)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
@given(st.lists(LINES, min_size=4, max_size=4), st.permutations(["a", "b", "c"]), st.booleans(), st.data())
def test_hand_edits_survive_whatever_is_done_after_them(
    tmp_path: Path, remarks: list[str], order: list[str], windows: bool, data: st.DataObject
) -> None:
    hand = (
        remarks[0]
        + "\n"
        + "".join(
            f'[[note]]\nid = "{ident}"   # {ident}\ncolour = 0o17\ntext = """\n[[note]]\n{ident}"""\n{remark}\n'
            for ident, remark in zip(order, remarks[1:], strict=True)
        )
    )
    raw = hand.replace("\n", "\r\n" if windows else "\n").encode()
    (tmp_path / "notes.toml").write_bytes(raw)
    notebook = opened(tmp_path)
    chosen = data.draw(st.sampled_from(order))
    notebook.edit(chosen, text="edited")
    notebook.add("article", "added")
    lines = (tmp_path / "notes.toml").read_bytes().decode().splitlines()
    expected = hand.replace(f'text = """\n[[note]]\n{chosen}"""', 'text = "edited"').splitlines()
    at = lines.index('text = "edited"') + 1
    assert lines.pop(at).startswith("updated = ")
    assert lines[: len(expected)] == expected
    notebook.delete(chosen)
    left = {note.id: note.text for note in opened(tmp_path).notes if note.id in order}
    assert left == {ident: f"[[note]]\n{ident}" for ident in order if ident != chosen}


def test_reading_a_note_gives_what_its_table_says_even_if_the_types_are_odd(tmp_path: Path) -> None:
    (tmp_path / "notes.toml").write_text(
        "[[note]]\nid = 7\ntext = 2.5\ntags = 'one'\ncreated = 2026-01-02\nupdated = 'soon'\narticle = 3\ntarget = []\n"
    )
    note = opened(tmp_path).notes[0]
    assert (note.id, note.text, note.tags, note.article, note.target, note.updated) == (
        "7",
        "2.5",
        ("one",),
        None,
        None,
        None,
    )
    assert note.created is not None
    assert isinstance(note, Note)


def test_what_comes_from_elsewhere_is_taken_in_once_and_other_words_are_kept_beside_ours(tmp_path: Path) -> None:
    theirs = opened(tmp_path / "theirs")
    first = theirs.add("article", "One.\n", article=ARTICLE)
    second = theirs.add("article", "Two.\n", article=ARTICLE)
    ours = opened(tmp_path / "ours")
    assert ours.take_in([first, second]) == 2
    assert ours.take_in([first, second, first]) == 0
    assert {note.id for note in ours.notes} == {first.id, second.id}
    changed = theirs.edit(second.id, text="Two, as they have it.\n")
    assert ours.take_in([first, changed]) == 1
    assert [note.text for note in ours.notes] == ["One.\n", "Two.\n", "Two, as they have it.\n"]
    (beside,) = [note for note in ours.notes if note.conflict_of]
    assert (beside.conflict_of, beside.id != second.id) == (second.id, True)
    assert opened(tmp_path / "ours").notes == ours.notes


def test_a_note_without_an_id_is_told_from_ours_by_what_it_says_of_the_same_place(tmp_path: Path) -> None:
    notebook = opened(tmp_path)
    bare = Note("", "article", text="One.\n", article=ARTICLE)
    assert notebook.take_in([bare, bare]) == 1
    assert notebook.take_in([bare]) == 0
    (note,) = notebook.notes
    assert note.id != ""
    assert note.created is not None
    assert note.created == note.updated


def test_a_waiting_note_that_somebody_brought_home_by_hand_is_there_once_and_other_words_beside_it(
    tmp_path: Path,
) -> None:
    (tmp_path / "notes.toml").write_text("[[note]\n")
    waiting = [opened(tmp_path).add("article", text) for text in ("same", "ours")]
    side = next(path for path in tmp_path.glob("notes-*.toml"))
    (tmp_path / "notes.toml").write_text(side.read_text().replace('"ours"', '"theirs"'))
    notebook = opened(tmp_path)
    notebook.add("article", "next")
    assert {(note.text, note.conflict_of) for note in notebook.notes} == {
        ("same", ""), ("theirs", ""), ("ours", waiting[1].id), ("next", ""),
    }  # fmt: skip
    assert not side.exists()


def test_where_everything_that_may_hold_a_note_is_damaged_nothing_is_written(tmp_path: Path) -> None:
    names = ("notes", "notes-unsaved", *(f"notes-unsaved-{number}" for number in range(2, 10)))
    for name in names:
        (tmp_path / f"{name}.toml").write_text("[[note]\n")
    with pytest.raises(ReadOnlyError, match="are damaged"):
        opened(tmp_path).add("article", "more")
    assert "nowhere" in opened(tmp_path).problem
    assert {path.read_text() for path in tmp_path.glob("notes*.toml")} == {"[[note]\n"}
    assert len(list(tmp_path.glob("notes*.toml"))) == len(names)


def test_a_deleted_note_that_lives_again_is_not_brought_back_twice(tmp_path: Path) -> None:
    notebook = opened(tmp_path)
    note = notebook.add("article", "a")
    whole = (tmp_path / "notes.toml").read_bytes()
    notebook.delete(note.id)
    (tmp_path / "notes.toml").write_bytes(whole)  # out of a backup, say
    notebook = opened(tmp_path)
    assert notebook.restore(note.id).text == "a"
    assert ([one.id for one in notebook.notes], notebook.deleted) == ([note.id], ())


def test_nothing_is_mended_where_nothing_is_damaged(tmp_path: Path) -> None:
    notebook = opened(tmp_path)
    notebook.add("article", "a")
    before = (tmp_path / "notes.toml").read_bytes()
    assert notebook.mend() is None
    assert (tmp_path / "notes.toml").read_bytes() == before


def test_keys_in_quotes_of_either_kind_are_the_keys_they_say(tmp_path: Path) -> None:
    (tmp_path / "notes.toml").write_text(
        'format = "backstory-notes"\nversion = 1\n\n[[note]]\n\'id\' = "a"\non = "article"\n'
        '"t\\u0065xt" = "one"   # by hand\nnested = [[1, 2], ["x"]]\n'
    )
    notebook = opened(tmp_path)
    assert notebook.edit("a", text="two").text == "two"
    written = (tmp_path / "notes.toml").read_text()
    assert '"t\\u0065xt" = "two"   # by hand\nnested = [[1, 2], ["x"]]\n' in written
    assert "'id' = \"a\"" in written


def test_what_no_line_can_be_changed_in_is_written_anew_with_everything_that_was_in_it(tmp_path: Path) -> None:
    (tmp_path / "notes.toml").write_text(
        'format = "backstory-notes"\nversion = 1\n\n[[note]]\nid = "a"\non = "span"\ntext = "one"\n'
        'mine = { deep = [[1, 2], []], empty = {} }\ntarget = { quote = "q", prefix = "", suffix = "" }\n'
    )
    notebook = opened(tmp_path)
    notebook.reanchor("a", Anchor("r", "p", "s", 1, 2))
    note = opened(tmp_path).get("a")
    assert (note.target, note.text) == (Anchor("r", "p", "s", 1, 2), "one")
    assert tomllib.loads((tmp_path / "notes.toml").read_text())["note"][0]["mine"] == {
        "deep": [[1, 2], []], "empty": {},
    }  # fmt: skip
