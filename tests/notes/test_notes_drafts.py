"""What is being typed is on disk, and comes back when its program was killed."""

import signal
import stat
import subprocess
import sys
import textwrap
from pathlib import Path

from tui.notes.drafts import Draft, Drafts
from tui.notes.model import Anchor, ArticleRef, Note

ROOT = Path(__file__).parents[2]
NOTE = Note("20261121T205242Z-3f9ac1", "span", "half a sen", ("t",), article=ArticleRef("a"), target=Anchor("q", "\n"))


def test_a_draft_of_a_program_that_ended_comes_back_with_what_it_was_made_from(tmp_path: Path) -> None:
    before = Drafts(tmp_path / "drafts")
    draft = Draft(NOTE, base=Note(NOTE.id, "span", "as it was"))
    before.save(Draft(NOTE))
    before.save(draft)
    before.close()
    after = Drafts(tmp_path / "drafts")
    assert after.left() == (draft,)
    assert after.left() == (draft,)
    assert {stat.S_IMODE(path.stat().st_mode) for path in (tmp_path / "drafts").iterdir()} == {0o600}


def test_a_draft_of_a_running_program_is_not_offered_to_another(tmp_path: Path) -> None:
    one, other = Drafts(tmp_path), Drafts(tmp_path)
    one.save(Draft(NOTE))
    assert other.left() == ()
    assert one.left() == ()
    one.close()
    assert other.left() == (Draft(NOTE),)


def test_a_discarded_draft_is_gone_and_leaves_nothing_behind(tmp_path: Path) -> None:
    drafts = Drafts(tmp_path)
    drafts.save(Draft(NOTE))
    drafts.discard(NOTE.id)
    drafts.discard("never there/..")
    drafts.close()
    assert list(tmp_path.iterdir()) == []


def test_a_draft_left_behind_can_be_taken_over_or_forgotten(tmp_path: Path) -> None:
    before = Drafts(tmp_path)
    other = Draft(Note("b", "article", "two"))
    before.save(Draft(NOTE))
    before.save(other)
    before.close()
    after = Drafts(tmp_path)
    after.take(Draft(NOTE))
    after.forget(other)
    assert after.left() == Drafts(tmp_path).left() == ()
    after.close()
    assert Drafts(tmp_path).left() == (Draft(NOTE),)


def test_forgetting_one_draft_leaves_the_others(tmp_path: Path) -> None:
    before = Drafts(tmp_path)
    others = [Draft(Note(ident, "article", ident)) for ident in "bc"]
    for draft in others:
        before.save(draft)
    before.close()
    before.close()  # twice is as good as once
    after = Drafts(tmp_path)
    after.forget(others[0])
    assert after.left() == (others[1],)


def test_a_file_that_is_no_draft_is_left_alone(tmp_path: Path) -> None:
    for name, words in {"a": "[[draft", "b": "draft = 3", "c": "draft = [3]", "d": ""}.items():
        (tmp_path / f"draft-x.{name}.toml").write_text(words)
    assert Drafts(tmp_path).left() == ()
    assert len(list(tmp_path.glob("draft-*.toml"))) == 4


def test_a_killed_program_loses_no_more_than_what_it_had_not_saved(tmp_path: Path) -> None:
    script = """
        import sys
        from pathlib import Path
        from tui.notes.drafts import Draft, Drafts
        from tui.notes.model import Note
        drafts = Drafts(Path(sys.argv[1]))
        for number in range(100000):
            drafts.save(Draft(Note("a", "article", f"text {number}")))
            print(number, flush=True)
    """
    command = [sys.executable, "-c", textwrap.dedent(script), str(tmp_path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT) as program:
        assert program.stdout is not None
        said = [program.stdout.readline() for _ in range(5)]
        program.send_signal(signal.SIGKILL)
        said += program.stdout.read().split("\n")
    last = max(int(line) for line in said if line.strip())
    (draft,) = Drafts(tmp_path).left()
    assert draft.note.text in (f"text {last}", f"text {last + 1}")
