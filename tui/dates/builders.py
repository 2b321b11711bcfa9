"""Which function makes the expressions of which rule of the grammar."""

from collections.abc import Callable

from tui.dates import edtf, rules_apart, rules_calendar, rules_eras, rules_numeric, rules_relative
from tui.dates.expressions import Expression
from tui.dates.grammar import RULES
from tui.dates.row import Row

Rule = Callable[[Row, str, int, int], list[Expression]]
"""Given a row, the rule's name and the tokens it took, the expressions they are."""


def build(row: Row, rule: str, i: int, j: int) -> list[Expression]:
    """The expressions in tokens i to j, found by a rule; none where the words turn out to say no date."""
    try:
        return _BUILDERS[rule](row, rule, i, j)
    except edtf.EdtfError:
        return []


def _function(rule: str) -> Rule:
    for module in (rules_calendar, rules_eras, rules_numeric, rules_relative, rules_apart):
        if hasattr(module, rule):
            function: Rule = getattr(module, rule)
            return function
    raise LookupError(f"no function makes the expressions of the rule {rule}")


_BUILDERS = {rule: _function(rule) for rule, _ in RULES}
