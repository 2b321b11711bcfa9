"""Who and what a collection speaks of: names found, told apart, brought together under one name each."""

from tui.names.candidate import Candidate, Stated, Voter
from tui.names.compare import SAME, same_name
from tui.names.counts import NameCounts
from tui.names.find import find_candidates
from tui.names.fold import fold, tokens
from tui.names.roles import Role, find_roles
from tui.names.table import NamedEntity, NameTable, Suggestion, build_table

__all__ = [
    "SAME",
    "Candidate",
    "NameCounts",
    "NameTable",
    "NamedEntity",
    "Role",
    "Stated",
    "Suggestion",
    "Voter",
    "build_table",
    "find_candidates",
    "find_roles",
    "fold",
    "same_name",
    "tokens",
]
