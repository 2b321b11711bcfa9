"""Brings what is known of the files of a collection up to date: what did not change is kept, the rest is read."""

import contextlib
import os
from collections.abc import Callable, Collection, Generator, Sequence
from contextlib import closing
from typing import Any

from tui.corpus.article import Given
from tui.corpus.codec import Damaged
from tui.corpus.files import File
from tui.corpus.fingerprint import of_given
from tui.corpus.keeping import Keeping
from tui.corpus.onefile import Answer, Task, packed, read_apart, read_file, stamp_of, unchanged, unpacked
from tui.corpus.pool import Lost, NoWorkers, work_through
from tui.corpus.roster import Roster
from tui.corpus.store import Row, Stamp

MANY = 100
"""Files to read from which on it is done by several processes: before, starting them would take longer."""

Step = Callable[[int, int], None]
"""Told how many files of how many are done; what it raises ends the work."""


def tasks_of(listed: Sequence[tuple[File, Given]]) -> list[Task]:
    """What there is to read."""
    return [Task(file, given, of_given(given)) for file, given in listed]


def read_files(
    tasks: Sequence[Task],
    keeping: Keeping,
    step: Step,
    *,
    jobs: int | None = None,
    again: bool = False,
    hold: bool = True,
    roster: Roster | None = None,
) -> list[Answer]:
    """What is known of each file, in order; `again` reads also those that did not change.

    Of those a `roster` tells nobody asks, as long as the store is the one it was told of.

    What was kept before, or is read by other processes, is left in the store; so is all else unless `hold` asks to hold
    it, or there is no store. `jobs` processes read; 0 reads here, and None takes as many as are worth while. Files with
    a voter are read here.
    """
    answers = {} if again else _told(tasks, keeping, step, roster) if roster else _kept(tasks, keeping, step)
    left = [task for task in tasks if task.file.path not in answers]
    jobs = jobs_for(left, jobs)
    # Closed by name: a step that raises is to end the processes at once.
    with closing(_apart(left, jobs, keeping, hold=hold) if jobs and left else _here(left, keeping, hold=hold)) as found:
        for answer in found:
            answers[answer.path] = answer
            step(len(answers), len(tasks))
    return [answers[task.file.path] for task in tasks]


def jobs_for(tasks: Sequence[Task], jobs: int | None) -> int:
    """How many processes are to read these files."""
    if any(task.given.voter is not None for task in tasks):
        return 0  # what votes may be half a gigabyte, and is not to be loaded several times
    return jobs if jobs is not None else processors() if len(tasks) >= MANY else 0


def processors() -> int:
    """How many processors this program may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _told(tasks: Sequence[Task], keeping: Keeping, step: Step, roster: Roster) -> dict[str, Answer]:
    """As `_kept`, from what a roster tells."""
    if roster.mark != keeping.mark():
        return _kept(tasks, keeping, step)
    answers: dict[str, Answer] = {}
    left: list[Task] = []
    for task in tasks:
        answer = roster.known.get(task.file.path)
        if answer is None or answer.stamp is None or answer.stamp.given != task.key:
            left.append(task)
        else:
            answers[task.file.path] = answer
    keeping.drop(roster.gone)
    step(len(answers), len(tasks))
    return {**answers, **_kept(left, keeping, step, [task.file.path for task in left])}


def _kept(
    tasks: Sequence[Task], keeping: Keeping, step: Step, only: Collection[str] | None = None
) -> dict[str, Answer]:
    """What is known of files that did not change; those that are gone are forgotten.

    Asked for are all files, or `only` those at these paths.
    """
    by_path = {task.file.path: task for task in tasks}
    answers: dict[str, Answer] = {}
    gone: list[str] = []
    touched: list[tuple[str, Stamp]] = []
    for path, stamp, reason in keeping.stamps(only):
        task = by_path.get(path)
        if task is None:
            gone.append(path)
            continue
        now = unchanged(task, stamp)
        if now is None:
            continue
        answers[path] = Answer(path, now, reason)
        if now != stamp:
            touched.append((path, now))
        step(len(answers), len(tasks))
    keeping.drop(gone)
    for path, stamp in touched:
        keeping.touch(path, stamp)
    return answers


def _here(tasks: Sequence[Task], keeping: Keeping, *, hold: bool) -> Generator[Answer, None, None]:
    for task in tasks:
        answer = read_file(task)
        _keep(answer, keeping)
        yield answer if hold or keeping.folder is None else answer._replace(found=None)


def _apart(tasks: Sequence[Task], jobs: int, keeping: Keeping, *, hold: bool) -> Generator[Answer, None, None]:
    """What several processes read; what they cannot is read here."""
    done: set[str] = set()
    try:
        with closing(work_through(read_apart, tasks, min(jobs, len(tasks)))) as coming:
            for task, came in coming:
                done.add(task.file.path)
                yield _arrived(task, came, keeping)
    except NoWorkers:
        yield from _here([task for task in tasks if task.file.path not in done], keeping, hold=hold)


def _arrived(task: Task, came: Any, keeping: Keeping) -> Answer:
    """What came from another process, once it is kept."""
    if isinstance(came, Lost):
        answer = _lost(task, came.reason)
        _keep(answer, keeping)
        return answer
    row: Row | None
    row, said = came
    if row is None:
        keeping.drop([task.file.path])
        return Answer(task.file.path, None, said)
    keeping.put(row)
    if keeping.folder is None and not row.reason:
        with contextlib.suppress(Damaged):  # the file changed meanwhile: it is read when it is asked for
            return Answer(row.path, row.stamp, "", unpacked(task, row.found, row.text, row.names))
    return Answer(row.path, row.stamp, row.reason)


def _lost(task: Task, reason: str) -> Answer:
    """What is kept of a file that a process did not survive: the reason, so that it is not tried at every start."""
    file = task.file
    try:
        state = None if file.data is not None else os.stat(file.place)  # noqa: PTH116 - as in files
    except OSError:
        return Answer(file.path, None, reason)
    return Answer(file.path, stamp_of(file, state, bytes(32), task.key), reason)


def _keep(answer: Answer, keeping: Keeping) -> None:
    if answer.stamp is None:
        keeping.drop([answer.path])
    else:
        keeping.put(packed(answer, answer.stamp))
