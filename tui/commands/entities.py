"""`backstory entities`: the people, groups, places and things a collection names."""

import argparse
from collections.abc import Sequence

from tui.commands import documents
from tui.commands.collection import open_whole
from tui.commands.errors import DONE, NOTHING, USAGE, Failure
from tui.commands.exports import graphml
from tui.commands.output import Result, deliver, emit, say
from tui.corpus.tables import Corpus
from tui.model import Entity


def run(options: argparse.Namespace) -> int:
    """Print the entities, the most mentioned first; exit code 1 if there is none."""
    if options.suggestions and options.format == "graphml":
        raise Failure("--suggestions are no graph. Leave out --suggestions, or take another --format.", USAGE)
    corpus = open_whole(options)
    if options.suggestions:
        return _suggestions(corpus, options)
    found = [
        entity
        for entity in sorted(corpus.entities, key=lambda entity: (-entity.count, entity.name))
        if entity.count >= options.min and options.kind in (None, entity.kind.value)
    ]
    if options.format == "graphml":
        deliver(graphml.pieces(corpus, found), options.output)
        return _ended(found, options)
    spans = [corpus.span_of(entity.id) for entity in found]
    rows = [
        (
            entity.name,
            entity.kind.value,
            str(entity.count),
            str(entity.articles),
            span[0].edtf if span else "",
            span[1].edtf if span else "",
            ", ".join(alias.name for alias in entity.aliases),
        )
        for entity, span in zip(found, spans, strict=True)
    ]
    told = documents.entities(corpus, [entity.id for entity in found]) if options.format.startswith("json") else []
    columns = ("name", "type", "count", "articles", "first", "last", "aliases")
    emit(Result({"entities": told}, "entities", columns, rows), options.format, options.output)
    return _ended(found, options)


def _ended(found: Sequence[Entity], options: argparse.Namespace) -> int:
    if not found and not options.quiet:
        say("no entity there. Lower --min or leave out --kind.")
    return DONE if found else NOTHING


def _suggestions(corpus: Corpus, options: argparse.Namespace) -> int:
    """Print the pairs that nobody has answered yet, the likeliest first."""
    asked = [documents.suggestion(corpus, one) for one in corpus.lore.suggestions]
    columns = ("name", "other", "reason", "score")
    rows = [tuple(str(one[column]) for column in columns) for one in asked]
    emit(Result({"suggestions": asked}, "suggestions", columns, rows), options.format, options.output)
    if not asked and not options.quiet:
        say("no two names there are perhaps the same.")
    return DONE if asked else NOTHING
