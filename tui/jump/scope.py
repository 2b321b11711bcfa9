"""Knows the signs that narrow a query to one kind of target: @ names, # dates and events, ! notes, > commands."""

SCOPES = {
    "@": frozenset({"entity"}),
    "#": frozenset({"date", "event"}),
    "!": frozenset({"note"}),
    ">": frozenset({"command"}),
}
"""The kinds each sign narrows to."""

REST = frozenset({"article", "tag"})
"""The kinds that have no sign of their own."""


def read_scope(query: str) -> tuple[str, str]:
    """Split a query into its sign ("" if it has none) and the rest."""
    query = query.strip()
    if query[:1] in SCOPES:
        return query[:1], query[1:].strip()
    return "", query
