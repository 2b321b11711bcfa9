"""What all files of a collection say: from the store where they did not change, else read, by processes if many."""

import os
from collections.abc import Callable, Generator, Sequence
from contextlib import closing
from dataclasses import replace
from typing import Any

from tui.corpus.article import Given
from tui.corpus.codec import Damaged
from tui.corpus.files import File
from tui.corpus.fingerprint import of_given
from tui.corpus.keeping import Keeping
from tui.corpus.onefile import Answer, Task, packed, read_apart, read_file, stamp_of, unchanged, unpacked
from tui.corpus.pool import Lost, NoWorkers, work_through
from tui.corpus.store import Stamp

MANY = 100
"""Files to read from which on it is done by several processes: before, starting them would take longer."""

Step = Callable[[int, int], None]
"""Told how many files of how many are done; what it raises ends the work."""


def read_files(
    listed: Sequence[tuple[File, Given]], keeping: Keeping, step: Step, *, jobs: int | None = None, again: bool = False
) -> list[Answer]:
    """What each file says, in order; `again` reads also those that did not change.

    `jobs` processes read; 0 reads here, and None takes as many as are worth while. Files with a voter are read here.
    """
    tasks = [Task(file, given, of_given(given)) for file, given in listed]
    answers = {} if again else _kept(tasks, keeping, step)
    left = [task for task in tasks if task.file.path not in answers]
    if jobs is None:
        jobs = processors() if len(left) >= MANY else 0
    if any(task.given.voter is not None for task in left):
        jobs = 0  # what votes may be half a gigabyte, and is not to be loaded several times
    # Closed by name: a step that raises is to end the processes at once.
    with closing(_apart(left, jobs, keeping) if jobs and left else _here(left, keeping)) as coming:
        for answer in coming:
            answers[answer.path] = answer
            step(len(answers), len(tasks))
    return [answers[task.file.path] for task in tasks]


def processors() -> int:
    """How many processors this program may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _kept(tasks: Sequence[Task], keeping: Keeping, step: Step) -> dict[str, Answer]:
    """What is known of files that did not change; those that are gone are forgotten."""
    by_path = {task.file.path: task for task in tasks}
    answers: dict[str, Answer] = {}
    gone: list[str] = []
    touched: list[tuple[str, Stamp]] = []
    for row in keeping.rows():
        task = by_path.get(row.path)
        if task is None:
            gone.append(row.path)
            continue
        now = unchanged(task, row.stamp)
        if now is None:
            continue
        try:
            answers[row.path] = unpacked(replace(row, stamp=now), task)
        except Damaged:
            continue
        if now != row.stamp:
            touched.append((row.path, now))
        step(len(answers), len(tasks))
    keeping.drop(gone)
    for path, stamp in touched:
        keeping.touch(path, stamp)
    return answers


def _here(tasks: Sequence[Task], keeping: Keeping) -> Generator[Answer, None, None]:
    for task in tasks:
        answer = read_file(task)
        _keep(answer, task, keeping)
        yield answer


def _apart(tasks: Sequence[Task], jobs: int, keeping: Keeping) -> Generator[Answer, None, None]:
    """What several processes read; what they cannot is read here."""
    done: set[str] = set()
    try:
        with closing(work_through(read_apart, tasks, min(jobs, len(tasks)))) as coming:
            for task, came in coming:
                done.add(task.file.path)
                yield _arrived(task, came, keeping)
    except NoWorkers:
        yield from _here([task for task in tasks if task.file.path not in done], keeping)


def _arrived(task: Task, came: Any, keeping: Keeping) -> Answer:
    """What came from another process, once it is kept."""
    if isinstance(came, Lost):
        answer = _lost(task, came.reason)
        _keep(answer, task, keeping)
        return answer
    row, said = came
    if row is None:
        keeping.drop([task.file.path])
        return Answer(task.file.path, None, said)
    if task.key:
        keeping.put(row)
    return unpacked(row, task, said)


def _lost(task: Task, reason: str) -> Answer:
    """What is kept of a file that a process did not survive: the reason, so that it is not tried at every start."""
    file = task.file
    try:
        state = None if file.data is not None else os.stat(file.place)  # noqa: PTH116 - as in files
    except OSError:
        return Answer(file.path, None, reason)
    return Answer(file.path, stamp_of(file, state, bytes(32), task.key), reason)


def _keep(answer: Answer, task: Task, keeping: Keeping) -> None:
    if answer.stamp is None:
        keeping.drop([answer.path])
    elif task.key:
        keeping.put(packed(answer, answer.stamp))
