"""Markup that attacks: pages, Markdown and front matter that are deep, endless, torn, or lie about themselves."""

import json
from collections.abc import Iterator

from hostile_size import Sample, Size, nested
from hostile_texts import CONTROLS, STORY

_P = f"<p>{STORY}</p>"


def samples(size: Size) -> Iterator[Sample]:
    """Every file of the collection in a markup."""
    yield from _pages(size)
    yield from _claims(size)
    yield from _markdown(size)
    yield from _front_matter(size)


def _pages(size: Size) -> Iterator[Sample]:
    deep, many = size.deep, size.many
    for tag in (
        "div",
        "blockquote",
        "b",
        "table",
        "ul",
        "font",
        "a",
        "p",
        "svg",
        "select",
        "q",
        "pre",
        "object",
        "form",
    ):
        yield f"pages/deep-{tag}.html", nested(f"<{tag}>", _P, f"</{tag}>", deep)
    yield "pages/deep-open.html", b"<div><span>" * deep + _P.encode()
    yield "pages/deep-closed.html", b"</div></b></p>" * deep + _P.encode()
    yield "pages/deep-rows.html", nested("<table><tr><td>", _P, "</td></tr></table>", deep // 10)
    yield "pages/crossed.html", b"<b><i><u><a>x</b></i></u></a>" * (many // 10) + _P.encode()
    yield "pages/cells.html", b"<table>" + b"<tr>" + b"<td>x</td>" * (many // 10) + b"</tr></table>" + _P.encode()
    yield "pages/span.html", b'<table><tr><td colspan="999999999" rowspan="999999999">x</td></tr></table>' + _P.encode()
    yield "pages/options.html", b"<select>" + b"<option>x" * (many // 10) + b"</select>" + _P.encode()
    yield "pages/attributes.html", b"<p " + b" ".join(b"a%d=b" % row for row in range(many // 10)) + b">" + _P.encode()
    yield "pages/attribute.html", b'<p class="' + b"x " * many + b'">' + _P.encode()
    yield "pages/quote-open.html", b'<p class="' + _P.encode() * (many // 1_000)
    yield "pages/comment-open.html", _P.encode() + b"<!-- " * (many // 10)
    yield "pages/comments-torn.html", b"<!--><!---><!--->--!><!-- --!>" * 1_000 + _P.encode()
    yield "pages/angles.html", b"<" * many + _P.encode()
    yield "pages/angles-closed.html", b"<>" * many + _P.encode()
    yield "pages/angles-letter.html", b"<a" * many + _P.encode()
    yield "pages/equals.html", b"<a " + b"=" * many + b">" + _P.encode()
    yield "pages/ampersands.html", b"<p>" + b"&" * many + b"&amp" * many + b"</p>"
    yield (
        "pages/references.html",
        b"<p>&#x1b;[31m &#27;]0;owned&#7; &#x9b;2J &#xd800; &#0; &#99999999999; &#x202e;</p>" + _P.encode(),
    )
    yield "pages/number.html", b"<p>&#" + b"9" * many + b";</p>" + _P.encode()
    yield "pages/laughs.html", _laughs() + b"<html><body><p>&lol9;</p>" + _P.encode()
    yield "pages/laughs.xhtml", b'<?xml version="1.0"?>' + _laughs() + b"<html><body><p>&lol9;</p>" + _P.encode()
    yield (
        "pages/fetch.xhtml",
        (
            b'<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd"><!ENTITY y SYSTEM "http://127.0.0.1:9/">]>'
            b'<html><head><base href="http://127.0.0.1:9/"><link rel="stylesheet" href="x.css"/></head>'
            b'<body><p>&x;&y;</p><img src="http://127.0.0.1:9/x.png"/><iframe src="file:///dev/zero"></iframe>'
            + _P.encode()
        ),
    )
    yield "pages/script.html", b"<script>while(1){}</scr" + b"<script>alert('<p>x</p>')</script >" * 1_000 + _P.encode()
    yield "pages/script-open.html", _P.encode() + b"<script>" + b"</scrip" * (many // 10)
    yield "pages/noscript.html", nested("<noscript>", _P, "</noscript>", 1_000)
    yield "pages/template.html", nested("<template>", _P, "</template>", 1_000)
    yield "pages/data.html", b'<img src="data:image/png;base64,' + b"A" * many + b'">' + _P.encode()
    yield "pages/nul.html", b"<p>a\x00b</p>" + _P.encode()
    yield "pages/empty.html", b""
    yield "pages/no-words.html", b"<html><head><title></title></head><body><script>x</script></body></html>"
    yield "pages/only-links.html", b"<ul>" + b'<li><a href="x">More news</a></li>' * (many // 100) + b"</ul>"
    yield "pages/paragraphs.html", b"<p>x</p>" * (many // 4)
    yield "pages/breaks.html", b"<br>" * many + _P.encode()
    yield "pages/text.html", STORY.encode() * 100
    yield "pages/long-line.html", b"<p>" + STORY.replace("\n", " ").encode() * (size.line // 400) + b"</p>"
    for charset in (
        "utf-7",
        "rot13",
        "hex",
        "zlib",
        "idna",
        "punycode",
        "undefined",
        "unicode_escape",
        "raw_unicode_escape",
        "base64",
        "bz2",
        "utf-16",
        "utf-32",
        "x-user-defined",
        "mbcs",
        "cp65001",
        "nonsense",
        "x" * 200,
    ):
        yield f"pages/charset-{charset[:20]}.html", f'<meta charset="{charset}">{_P}'.encode() + b"\xff+AGE-"
    for name, attack in CONTROLS.items():
        yield (
            f"pages/says-{name}.html",
            (
                f"<title>{attack}</title><meta name=author content='{attack}'><h1>{attack}</h1>{_P}<p>{attack}</p>{_P}"
            ).encode(),
        )


def _laughs() -> bytes:
    levels = "".join(f"<!ENTITY lol{row} '" + f"&lol{row - 1};" * 10 + "'>" for row in range(1, 10))
    return f'<!DOCTYPE html [<!ENTITY lol0 "lol">{levels}]>'.encode()


def _claims(size: Size) -> Iterator[Sample]:
    """Pages that lie about themselves."""

    def page(data: str) -> bytes:
        return f'<script type="application/ld+json">{data}</script><h1>A title</h1>{_P}'.encode()

    many = size.many // 100
    story = {"@type": "NewsArticle", "datePublished": "2007-01-26", "author": {"name": "Anna Smith"}}
    yield "claims/deep.html", page("[" * size.deep)
    yield "claims/deep-graph.html", page('{"@graph":[' * 900 + json.dumps(story) + "]}" * 900)
    yield "claims/wide.html", page(json.dumps([story] * many))
    yield "claims/number.html", page('{"@type":"Article","datePublished":' + "9" * 100_000 + "}")
    yield (
        "claims/kinds.html",
        page('{"@type":["Article",{"x":1},null,7],"datePublished":["2007"],"author":[[[{"name":[1]}]]]}'),
    )
    yield "claims/author.html", page(json.dumps({"@type": "Article", "author": {"name": "A" * 1_000_000}}))
    yield (
        "claims/torn.html",
        page('{"@type":"Article","datePublished":"2007-01-2') + b"<script type='application/ld+json'>",
    )
    yield "claims/title.html", f"<title>{'Title ' * many}</title><h1>{'Title ' * many}</h1>{_P}".encode()
    yield "claims/headings.html", f"<title>A b c d e</title>{'<h1>A b c d</h1><h2>x y z</h2>' * many}{_P}".encode()
    yield (
        "claims/metas.html",
        "".join(f'<meta name="a{row}" content="{"x" * 99}">' for row in range(many)).encode() + _P.encode(),
    )
    yield (
        "claims/times.html",
        (f'<time datetime="2007-13-45">x</time><time class="published">y</time>{_P}' * many).encode(),
    )
    for row, said in enumerate(
        (
            "99999-99-99",
            "2007-02-30T00:00:00Z",
            "9" * 5_000,
            "-1",
            "\x1b]0;owned\x07",
            "[/]",
            "1e400",
            "0000-00-00",
            "2007-01-26T25:61:61+99:99",
            "{{ date }}",
            "²⁰⁰⁷-01-01",
            "../..",
            "١٣",
        )
    ):
        yield f"claims/date-{row:02}.html", f'<meta property="article:published_time" content="{said}">{_P}'.encode()
        yield f"claims/date-{row:02}.md", f"---\ntitle: A\ndate: {said}\n---\n{STORY}".encode()
        yield f"claims/date-{row:02}.jsonl", json.dumps({"text": STORY, "date": said}).encode() + b"\n"
        yield f"claims/date-{row:02}.eml", f"Subject: A\nFrom: a@b.example\nDate: {said}\n\n{STORY}".encode()


def _markdown(size: Size) -> Iterator[Sample]:
    deep, many = size.deep, size.many
    for name, piece in {
        "quotes": ">",
        "quotes-spaced": "> ",
        "brackets": "[",
        "brackets-both": "[](",
        "images": "![",
        "stars": "*",
        "words": "*a ",
        "strong": "**a",
        "underscores": "_a ",
        "ticks": "`",
        "ticks-three": "```",
        "fences": "```\n",
        "braces": "{{",
        "percents": "{%",
        "parentheses": "[a](",
        "nested": "[a](b(c)",
        "struck": "~~a",
        "escapes": "\\*",
        "tags": "<a ",
        "pipes": "|",
        "rows": "|a|\n",
        "heads": "#",
        "heads-lines": "# a\n",
        "rules": "---\n",
        "comments": "<!--",
        "lists": "- ",
        "numbers": "1. ",
        "notes": "[^a]: ",
        "references": "[a]: b\n",
        "underlined": "a\n=\n",
        "html": "<div>\n",
        "entities": "&amp;",
        "mails": "<a@b.example>",
        "spaces": "a  \n",
        "emphasis": "*_*",
        "brackets-three": "[[[",
        "tables": "| a | b |\n|---|---|\n",
        "links-of-links": "[a](b) [[c]](d) ",
    }.items():
        yield f"markdown/{name}.md", (piece * (many // len(piece))).encode() + b"\n\n" + STORY.encode()
    yield "markdown/list-deep.md", b"".join(b" " * (row * 2) + b"- a\n" for row in range(min(deep, 2_000)))
    yield "markdown/line.md", (STORY.replace("\n", " ") * (size.line // 400)).encode()
    yield "markdown/notes-round.md", b"[^a] [^b]\n\n[^a]: see [^b]\n[^b]: see [^a]\n" * 1_000


def _front_matter(size: Size) -> Iterator[Sample]:
    many = size.many
    yaml = {
        "open": "---\ntitle: A\n" + STORY * 10,
        "open-large": "---\n" + "a: b\n" * many,
        "paragraph": f"---\n{STORY}: x\n---\n{STORY}",
        "keys": "---\n" + "".join(f"key{row}: value\n" for row in range(5_000)) + f"---\n{STORY}",
        "twice": "---\n" + "title: A\n" * 5_000 + f"---\n{STORY}",
        "laughs": "---\na: &a [x, x]\n"
        + "".join(f"a{row}: &a{row} [*a, *a, *a{row - 1}]\n" for row in range(1, 99))
        + f"---\n{STORY}",
        "deep": "---\ntags: " + "[" * 60_000 + "\n---\n" + STORY,
        "deep-braces": "---\ntitle: " + "{a: " * 15_000 + "\n---\n" + STORY,
        "deep-lists": "---\ntags:\n" + "- " * 30_000 + "\n---\n" + STORY,
        "quote-open": '---\ntitle: "' + 'x\\"' * 20_000 + "\n---\n" + STORY,
        "quote-single": "---\ntitle: '" + "''" * 30_000 + "\n---\n" + STORY,
        "quotes": "---\n" + 'title: "\n' * 7_000 + "---\n" + STORY,
        "escapes": '---\ntitle: "\\x1b]0;owned\\x07 \\u202e \\uD800 \\U00110000 \\0 \\e[31m"\n---\n' + STORY,
        "block": "---\ntitle: |\n" + " x\n" * 20_000 + "---\n" + STORY,
        "folded": "---\ntitle: >\n" + " x\n\n" * 15_000 + "---\n" + STORY,
        "tags": "---\ntags: [" + ", ".join(f"t{row}" for row in range(9_000)) + "]\n---\n" + STORY,
        "tags-long": "---\ntags: ['" + "x" * 60_000 + "']\n---\n" + STORY,
        "object": "---\ntitle: !!python/object/apply:os.system ['touch owned']\n---\n" + STORY,
        "merge": "---\nbase: &b {title: A}\n<<: *b\n---\n" + STORY,
        "tabs": "---\n\ttitle:\tA\n\t- b\n---\n" + STORY,
        "twice-fenced": "---\ntitle: A\n---\n---\ntitle: B\n---\n" + STORY,
        "commas": "---\ntags: [" + "," * 60_000 + "]\n---\n" + STORY,
    }
    toml = {
        "deep": "+++\ntags = " + "[" * 60_000 + "\n+++\n" + STORY,
        "deep-closed": "+++\ntags = " + "[" * 3_000 + "]" * 3_000 + "\n+++\n" + STORY,
        "dotted": "+++\n" + "a." * 30_000 + "b = 1\n+++\n" + STORY,
        "tables": "+++\n" + "[" + ".".join("a" * 20_000) + "]\n+++\n" + STORY,
        "number": "+++\ndate = " + "9" * 10_000 + "\n+++\n" + STORY,
        "number-16": "+++\ntitle = 0x" + "f" * 10_000 + "\n+++\n" + STORY,
        "deep-some": "+++\ntags = " + "[" * 400 + "]" * 400 + "\n+++\n" + STORY,
        "broken": "+++\n" + 'title = "A\n' * 5_000 + "+++\n" + STORY,
        "date": "+++\ndate = 9999-12-31T23:59:60Z\n+++\n" + STORY,
        "lines": "+++\n" + "x = 1\n" * 10_000 + "+++\n" + STORY,
    }
    for name, text in yaml.items():
        yield f"front/yaml-{name}.md", text.encode()
    for name, text in toml.items():
        yield f"front/toml-{name}.md", text.encode()
    yield "front/json-deep.md", b'{"title": ' + b"[" * size.deep + b"\n\n" + STORY.encode()
    yield "front/json-deep-some.md", b'{"title": "A", "tags": ' + b"[" * 600 + b"]" * 600 + b"}\n\n" + STORY.encode()
    yield "front/json-half.md", b'{"title": "A \\ud800", "date": "2007"}\n\n' + STORY.encode()
    yield "front/json-number.md", b'{"title": "A", "date": ' + b"9" * 10_000 + b"}\n\n" + STORY.encode()
    yield "front/json-torn.md", b'{"title": "A", "date": "2007\n\n' + STORY.encode()
    yield "front/bare.md", b"".join(b"Key%d: x\n" % row for row in range(10_000)) + STORY.encode()
    yield "front/bare-folded.md", b"Title: A\nDate: 2007\n" + b"  more\n" * 9_000 + b"\n" + STORY.encode()
