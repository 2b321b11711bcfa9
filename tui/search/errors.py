"""Knows what can be wrong with a query, and says where."""


class QueryError(ValueError):
    """A query that cannot be read; its words are a sentence for people without the full stop."""

    def __init__(self, column: int, expected: str) -> None:
        super().__init__(f"column {column + 1}: {expected}")
        self.column = column
        """Offset in the query, in code points, where reading failed."""
        self.expected = expected
        """What is wrong there or was expected, in words."""
