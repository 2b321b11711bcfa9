"""`editor`: the file of this article at this paragraph, in the editor that VISUAL or EDITOR names."""

import os
import subprocess
import sys
from pathlib import Path

from tui.plain.session import NotYet, Session
from tui.plain.spoken import Spoken
from tui.reader.editing import NotEditable, at_line, line_of, path_of
from tui.reader.handover import editor_of


def run(session: Session, words: str) -> None:  # noqa: ARG001 - the form of a command
    """Lend the terminal to it until it ends."""
    article = session.corpus.articles[session.place.article]
    file = session.collection.file_of(article.path)
    if file is None:
        raise NotYet("This article has no file here.")
    try:
        line = line_of(file, session.corpus.text(article.id), session.place.at)
    except NotEditable as error:
        raise NotYet(str(error)) from error
    command = at_line(editor_of(os.environ), path_of(file), line)
    before = Path(file.place).stat()
    sys.stdout.flush()
    try:
        subprocess.call(command)
    except OSError as error:
        raise NotYet(f"{command[0]} cannot be started here. EDITOR names another one.") from error
    after = Path(file.place).stat()
    if (before.st_mtime_ns, before.st_size, before.st_ino) != (after.st_mtime_ns, after.st_size, after.st_ino):
        session.voice.say("The file has changed. quit, and open the collection again to read it anew.")


COMMAND = Spoken("editor", run, "Opens the file of this article at this paragraph in your editor.", keys=("e",))
