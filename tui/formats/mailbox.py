"""One message of a mailbox (.mbox): the line that separates it from the others aside, a message like any."""

import re

from tui.formats import mail
from tui.formats.text import Unreadable
from tui.model import Document

_QUOTED = re.compile(rb"^>(>*From )", re.MULTILINE)
"""A line of the message that would look like the separating one, as mailboxes keep it."""


def read(data: bytes, name: str) -> Document:
    """Read a message; raises `Unreadable` if it is none, or holds no words."""
    if not data.startswith(b"From "):
        raise Unreadable('not a mailbox: it does not begin with a line "From …"')
    return mail.read(_QUOTED.sub(rb"\1", data.partition(b"\n")[2]), name)
