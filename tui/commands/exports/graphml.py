"""The entities as a graph for network programs: GraphML, an edge between those named in the same events."""

from collections.abc import Iterator, Sequence
from xml.sax.saxutils import escape

from tui.corpus.tables import Corpus
from tui.model import Entity

_HEAD = """\
<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
<key id="name" for="node" attr.name="name" attr.type="string"/>
<key id="type" for="node" attr.name="type" attr.type="string"/>
<key id="aliases" for="node" attr.name="aliases" attr.type="string"/>
<key id="count" for="node" attr.name="count" attr.type="int"/>
<key id="articles" for="node" attr.name="articles" attr.type="int"/>
<key id="weight" for="edge" attr.name="weight" attr.type="int"/>
<graph edgedefault="undirected">
"""


def pieces(corpus: Corpus, found: Sequence[Entity]) -> Iterator[str]:
    """The document: the entities, then how many events each two of them are named in together."""
    yield _HEAD
    wanted = {entity.id for entity in found}
    for entity in found:
        yield f'<node id="n{entity.id}">'
        yield _data("name", entity.name) + _data("type", entity.kind.value)
        yield _data("aliases", "; ".join(alias.name for alias in entity.aliases))
        yield _data("count", str(entity.count)) + _data("articles", str(entity.articles)) + "</node>\n"
    for entity in found:
        for other, events in corpus.companions(entity.id):
            if entity.id < other and other in wanted:
                yield f'<edge source="n{entity.id}" target="n{other}">{_data("weight", str(events))}</edge>\n'
    yield "</graph>\n</graphml>\n"


def _data(key: str, value: str) -> str:
    """A value; what XML 1.0 has no way to write is left out."""
    kept = "".join(
        sign
        for sign in value
        if sign in "\t\n" or " " <= sign < "\ud800" or "\ue000" <= sign < "\ufffe" or sign > "\uffff"
    )
    return f'<data key="{key}">{escape(kept)}</data>'
