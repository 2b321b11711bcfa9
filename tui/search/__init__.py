"""Searching: reads a query, keeps the full text of a collection in an index, and finds each hit to the letter."""

from tui.search.answer import Answer, ask
from tui.search.errors import QueryError
from tui.search.found import Found, Hit
from tui.search.index import TextIndex
from tui.search.marks import Marks
from tui.search.parse import parse

__all__ = ["Answer", "Found", "Hit", "Marks", "QueryError", "TextIndex", "ask", "parse"]
