"""Who and what a collection speaks of: names found, told apart, brought together under one name each."""

from tui.names.candidate import Candidate, Stated
from tui.names.find import find_candidates
from tui.names.fold import fold, tokens
from tui.names.table import NamedEntity, NameTable, build_table

__all__ = ["Candidate", "NameTable", "NamedEntity", "Stated", "build_table", "find_candidates", "fold", "tokens"]
