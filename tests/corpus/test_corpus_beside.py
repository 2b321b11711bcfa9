"""A collection read by a program beside: what it says, what it does as corrected, and that it ends with who asked."""

import json
import os
from pathlib import Path

import pytest
from whole import same

from tui.corpus.atonce import open_kept
from tui.corpus.beside import Beside, Progress, Read, Wrong
from tui.corpus.build import build, scan
from tui.corpus.corrected import DateCorrection
from tui.corpus.indexer import follow
from tui.corpus.pace import Pace
from tui.names.statement import NameCorrection, Says

pytest_plugins = ["kept_folder"]

SAID = (DateCorrection("2.txt", "2010-01-01"), NameCorrection(Says.IGNORE, "Irbil"))


def test_it_reads_what_is_there_as_corrected_and_keeps_it_to_be_opened(folder: Path, cache: Path) -> None:
    *before, last = Beside([folder], cache, cache, SAID, jobs=0).news()
    assert all(isinstance(news, Progress) for news in before)
    assert {news.stage for news in before if isinstance(news, Progress)} <= {"reading", "tying"}
    assert isinstance(last, Read)
    kept = open_kept(cache, [folder], SAID)
    assert kept is not None
    assert kept.corpus.signature == last.signature
    assert same(kept.corpus, build(scan([folder]), corrections=SAID))
    assert list(Beside([folder], cache, cache, SAID, jobs=0).news())[-1] == last


def test_what_cannot_be_read_is_said_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    for path in ("gone", "empty"):
        (last,) = Beside([tmp_path / path], tmp_path / "cache", tmp_path, ()).news()
        assert isinstance(last, Wrong)
        assert last.reason


def test_one_that_is_ended_says_that_it_ended(folder: Path, cache: Path) -> None:
    program = Beside([folder], cache, cache, (), watch=True, jobs=0)
    news = program.news()
    while not isinstance(next(news), Read):
        pass
    program.end()
    assert list(news) in ([], [Wrong("")])
    program.end()  # twice is as good as once


@pytest.mark.parametrize(
    ("steps", "said"),
    [
        ([(0, 0.0)], "reading 0 of 10,000"),
        ([(0, 0.0), (50, 0.5)], "reading 50 of 10,000"),
        ([(0, 0.0), (850, 10.0)], "reading 850 of 10,000, 85 a second, 1:48 left"),
        ([(0, 0.0), (12, 10.0)], "reading 12 of 10,000, 1.2 a second, 2:18:43 left"),
        ([(0, 0.0), (10, 10.0), (20, 80.0), (9_820, 180.0)], "reading 9,820 of 10,000, 98 a second, 0:02 left"),
        ([(0, 0.0), (900, 10.0), (3, 11.0)], "reading 3 of 10,000"),
    ],
)
def test_a_long_piece_of_work_says_how_fast_it_is_and_how_long_still(steps: list[tuple[int, float]], said: str) -> None:
    pace = Pace(0.0)
    assert [pace.said("reading", done, 10_000, now) for done, now in steps][-1] == said


def test_who_follows_a_folder_hears_that_a_look_ended_even_where_it_showed_nothing_new(
    folder: Path, cache: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    class EnoughError(Exception):
        pass

    rounds = iter((None, None))

    def rest(_seconds: float) -> None:
        if next(rounds, EnoughError) is EnoughError:
            raise EnoughError
        os.utime(folder / "1.txt")  # written again as it is, within a tick of the clock

    monkeypatch.setattr("tui.corpus.indexer._EVERY", 0.0)
    monkeypatch.setattr("tui.corpus.indexer.time.sleep", rest)
    orders = {"paths": [str(folder)], "cache": str(cache), "votes": str(cache), "dates": [], "names": [], "jobs": 0}
    with pytest.raises(EnoughError):
        follow({**orders, "watch": True})
    said = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert len([news for news in said if "stage" in news]) > 10
    assert "read" in said[-1]
    assert len({news["read"] for news in said if "read" in news}) == 1
