"""`backstory notes`: a person's notes from the command line; each thing that can be done with them is a module here."""

import argparse
import importlib

from tui.commands.notes.parsers import add

__all__ = ["add", "run"]

_MODULES = {
    "list": "listing",
    "check": "checking",
    "add": "adding",
    "edit": "changing",
    "delete": "changing",
    "restore": "changing",
    "export": "exporting",
    "import": "importing",
    "locate": "locating",
    "where": "keeping",
    "mend": "keeping",
}
"""Where each of them is done; only that module is loaded."""


def run(options: argparse.Namespace) -> int:
    """Do what was asked; the exit code."""
    module = importlib.import_module(f"{__name__}.{_MODULES[options.act]}")
    code = getattr(module, f"run_{options.act}")(options)
    return int(code)
