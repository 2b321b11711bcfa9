"""Imports what `backstory[html]` brings without a socket: a library behind it tries one out as it is loaded."""

import importlib
import logging
import socket
from typing import Any


def load(name: str) -> Any:
    """A module of the extra, its own remarks silenced; raises ImportError where it is not installed.

    urllib3, which downloads for it what we never ask for, binds a socket on import to see whether this machine speaks
    IPv6, unless Python was built without.
    """
    before = socket.has_ipv6
    try:
        socket.has_ipv6 = False
        module = importlib.import_module(name)
    finally:
        socket.has_ipv6 = before
    logging.getLogger(name).setLevel(logging.CRITICAL)  # what it thinks of a page is no news to the reader
    return module
