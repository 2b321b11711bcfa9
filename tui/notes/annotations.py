"""Notes as W3C Web Annotations (JSON-LD), both ways.

Source: https://www.w3.org/TR/annotation-model/. Quote and position selectors carry the passage; what the model has no
word for (entities, events, the article's hash) goes along under a key of our own.
"""

import json
from collections.abc import Iterator, Sequence
from typing import Any
from urllib.parse import quote, unquote

from tui.notes.exports import Placed, from_json, moment, row
from tui.notes.model import NO_OFFSET, SPAN, Anchor, ArticleRef, Note

_CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_URN = "urn:backstory:note:"
_OWN = "backstory:note"


def to_annotations(notes: Sequence[Placed]) -> str:
    """One annotation collection with all notes on one page."""
    items = [_annotation(placed) for placed in notes]
    page = {"type": "AnnotationPage", "startIndex": 0, "items": items}
    collection = {"@context": _CONTEXT, "type": "AnnotationCollection", "total": len(items), "first": page}
    return json.dumps(collection, ensure_ascii=False, indent=2) + "\n"


def from_annotations(text: str) -> list[Note]:
    """The notes of an annotation, a page, a collection or a list of them, ours or another program's.

    Raises ValueError, with a sentence for people, for anything else.
    """
    try:
        found = [_note(item) for item in _items(json.loads(text))]
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise ValueError("This is not a JSON document of Web Annotations.") from error
    if not found:
        raise ValueError("There are no Web Annotations in this document.")
    return found


def _annotation(placed: Placed) -> dict[str, Any]:
    note = placed.note
    body = [{"type": "TextualBody", "value": tag, "purpose": "tagging"} for tag in note.tags]
    if note.text:
        body.insert(0, {"type": "TextualBody", "value": note.text, "format": "text/plain", "purpose": "commenting"})
    source = f"backstory:{quote(note.article.path)}" if note.article else f"{_URN}{quote(note.id)}:subject"
    target: dict[str, Any] = {"source": source}
    values = row(placed)
    if note.target:
        target["selector"] = [
            {
                "type": "TextQuoteSelector",
                "exact": note.target.quote,
                "prefix": note.target.prefix,
                "suffix": note.target.suffix,
            }
        ]
        # Where nobody looked, the place of old is worth having; where somebody looked in vain, it is not.
        start, end = values["start"], values["end"]
        if placed.located is None and values["noted"]:
            start, end = values["noted"]
        if start is not None:
            target["selector"].append({"type": "TextPositionSelector", "start": start, "end": end})
    annotation = {
        "@context": _CONTEXT,
        "id": f"{_URN}{quote(note.id)}",
        "type": "Annotation",
        "motivation": "commenting" if note.text else "highlighting",
        "created": values["created"],
        "modified": values["updated"],
        "body": body,
        "target": target,
        _OWN: values,
    }
    return {key: value for key, value in annotation.items() if value is not None}


def _items(document: Any) -> Iterator[dict[str, Any]]:
    if isinstance(document, list):
        for item in document:
            yield from _items(item)
    elif isinstance(document, dict):
        kinds = _list(document.get("type"))
        if "target" in document and ("Annotation" in kinds or not kinds):
            yield document
        for key in ("first", "items", "rows"):
            if key in document:
                yield from _items(document[key])


def _note(item: dict[str, Any]) -> Note:
    if isinstance(item.get(_OWN), dict):
        return from_json(json.dumps({"notes": [item[_OWN]]}))[0]
    words: list[str] = []
    tags = [tag for tag in _list(item.get("tags")) if isinstance(tag, str)]
    bodies = _list(item.get("body")) or _list(item.get("bodyValue")) or _list(item.get("text"))
    for body in bodies:
        value = body.get("value") if isinstance(body, dict) else body
        if isinstance(value, str):
            (tags if isinstance(body, dict) and body.get("purpose") == "tagging" else words).append(value)
    target = next(iter(_list(item.get("target"))), None)
    source = target if isinstance(target, str) else _text(target, "source")
    anchor = _anchor(_list(target.get("selector"))) if isinstance(target, dict) else None
    path = unquote(source.removeprefix("backstory:"))
    ident = _text(item, "id")
    return Note(
        unquote(ident.removeprefix(_URN)) if ident.startswith(_URN) else "",
        SPAN if anchor else "article",
        "\n\n".join(words),
        tuple(tags),
        moment(item.get("created")),
        moment(item.get("modified") or item.get("updated")),
        ArticleRef(path) if path else None,
        anchor,
    )


def _anchor(selectors: list[Any]) -> Anchor | None:
    exact = prefix = suffix = ""
    start = end = NO_OFFSET
    for selector in selectors:
        kind = _text(selector, "type")
        if kind == "TextQuoteSelector":
            exact, prefix, suffix = (_text(selector, key) for key in ("exact", "prefix", "suffix"))
        if (
            kind == "TextPositionSelector"
            and isinstance(selector.get("start"), int)
            and isinstance(selector.get("end"), int)
        ):
            start, end = selector["start"], selector["end"]
    return Anchor(exact, prefix, suffix, start, end) if exact else None


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _text(table: Any, key: str) -> str:
    value = table.get(key) if isinstance(table, dict) else None
    return value if isinstance(value, str) else ""
