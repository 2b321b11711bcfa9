"""Has a collection read by another program, so that whoever shows it never waits for the interpreter."""

import contextlib
import json
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import astuple, dataclass
from pathlib import Path

from tui.corpus.corrected import DateCorrection
from tui.names.statement import NameCorrection

_BOOT = "import sys; sys.path[:] = sys.argv[1].split(chr(10)); from tui.corpus.indexer import main; main()"
"""Finds the package where this program found it, wherever that is, and not what lies in the folder one is in."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far it is."""

    stage: str
    """"reading" or "tying"."""
    done: int
    """Articles done."""
    total: int
    """Articles in all."""


@dataclass(frozen=True, slots=True)
class Read:
    """The collection is read, and can be opened from where it is kept."""

    signature: str
    """That of the corpus."""
    anew: bool = False
    """Whether what was kept of it before was damaged: whoever shows that must open it again."""


@dataclass(frozen=True, slots=True)
class Wrong:
    """It could not be read."""

    reason: str
    """A sentence for people; "" where the program ended without one."""


class Beside:
    """One such program, from its start to its end."""

    def __init__(
        self,
        paths: Sequence[Path],
        cache: Path,
        votes: Path,
        corrections: Sequence[DateCorrection | NameCorrection],
        *,
        watch: bool = False,
        jobs: int | None = None,
    ) -> None:
        """Start it on the collection at `paths`, kept in its own folder `cache`; raises OSError if there is none.

        Votes on the kinds of names are kept in the folder `votes`. With `watch` it goes on and follows what changes.
        """
        orders = {
            "paths": [str(path.absolute()) for path in paths],
            "cache": str(cache),
            "votes": str(votes),
            "dates": [astuple(one) for one in corrections if isinstance(one, DateCorrection)],
            "names": [_row(one) for one in corrections if isinstance(one, NameCorrection)],
            "watch": watch,
            "jobs": jobs,
        }
        self._program = subprocess.Popen(
            [sys.executable, "-P", "-c", _BOOT, "\n".join(sys.path)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,  # Ctrl-C is for the reader to take
        )
        with contextlib.suppress(OSError):
            assert self._program.stdin is not None
            self._program.stdin.write(json.dumps(orders).encode("ascii") + b"\n")
            self._program.stdin.flush()

    def news(self) -> Iterator["News"]:
        """What it says as it says it; always ends with `Read` or `Wrong` unless it watches on."""
        assert self._program.stdout is not None
        last: News | None = None
        with self._program.stdout as lines:
            for line in lines:
                last = _news(line)
                if last is not None:
                    yield last
        self.end()
        if last is None or isinstance(last, Progress):
            yield Wrong("")

    def end(self) -> None:
        """End it, wherever it is: what it has read is kept."""
        if self._program.stdin is not None:
            with contextlib.suppress(OSError):
                self._program.stdin.close()
        with contextlib.suppress(OSError):
            self._program.kill()
        self._program.wait()


News = Progress | Read | Wrong
"""What such a program says."""


def _row(one: NameCorrection) -> list[object]:
    rest = {"to": one.to, "kind": one.kind, "article": one.article, "collection": one.collection, "line": one.line}
    return [one.says.value, one.name, one.names, rest]


def _news(line: bytes) -> News | None:
    """What a line says; None for one that says nothing."""
    try:
        said = json.loads(line)
        if "stage" in said:
            return Progress(str(said["stage"]), int(said["done"]), int(said["total"]))
        return Read(str(said["read"]), bool(said.get("anew"))) if "read" in said else Wrong(str(said["wrong"]))
    except (ValueError, KeyError, TypeError):
        return None
