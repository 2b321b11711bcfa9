"""Containers that attack: archives that swell or loop, messages and books that are torn, dumps that are none."""

import base64
import gzip
import io
import struct
import warnings
import zipfile
import zlib
from collections.abc import Iterator

from hostile_size import MEGABYTE, Sample, Size
from hostile_texts import CONTROLS, STORY

_CONTAINER = '<container><rootfile full-path="b.opf"/></container>'


def samples(size: Size) -> Iterator[Sample]:
    """Every file of the collection that holds or packs others."""
    yield from _gzip()
    yield from _books(size)
    yield from _documents(size)
    yield from _messages(size)
    yield from _dumps(size)


def _gzip() -> Iterator[Sample]:
    packed = gzip.compress(STORY.encode() * 50)
    bomb = gzip.compress(bytes(40 * MEGABYTE))
    yield "packed/bomb.txt.gz", bomb
    yield "packed/bombs.txt.gz", gzip.compress(b"a" * MEGABYTE) * 2_000
    yield "packed/bomb-within.txt.gz", gzip.compress(bomb)
    yield "packed/empties.txt.gz", gzip.compress(b"") * 20_000 + packed
    yield "packed/cut.txt.gz", packed[:-9]
    yield "packed/head.txt.gz", packed[:5]
    yield "packed/wrong-sum.txt.gz", packed[:-8] + bytes(8)
    yield "packed/more.txt.gz", packed + b"rubbish"
    yield "packed/zeros.txt.gz", packed + bytes(MEGABYTE)
    yield "packed/name.txt.gz", packed[:3] + b"\x08" + packed[4:10] + b"\x1b]0;owned\x07" * 9_000 + b"\0" + packed[10:]
    yield "packed/none.txt.gz", b""
    yield "packed/plain.txt.gz", STORY.encode()
    yield "packed/page.html.gz", gzip.compress(b"<p>" + b"<div>" * 100_000 + STORY.encode())
    yield "packed/bomb.jsonl.gz", gzip.compress(b'{"text": "x"}\n' * (3 * MEGABYTE))
    yield "packed/bomb.mbox.gz", bomb
    yield "packed/bomb.pdf.gz", bomb
    yield "packed/plain.md.gz", gzip.compress(b"---\ntitle: A\n---\n" + STORY.encode())


def _book(files: dict[str, bytes | str], how: int = zipfile.ZIP_DEFLATED) -> bytes:
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", how) as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # one name twice is the point
        for name, data in files.items():
            archive.writestr(name.removesuffix("\n"), data)
    return whole.getvalue()


def _opf(spine: int = 1, href: str = "a.xhtml", head: str = "") -> str:
    items = '<itemref idref="a"/>' * spine
    return (
        f"<package><metadata>{head}</metadata><manifest>"
        f'<item id="a" href="{href}" media-type="application/xhtml+xml"/></manifest>'
        f"<spine>{items}</spine></package>"
    )


def _books(size: Size) -> Iterator[Sample]:
    page = f"<h1>A book</h1><p>{STORY}</p>"
    good: dict[str, bytes | str] = {"META-INF/container.xml": _CONTAINER, "b.opf": _opf(), "a.xhtml": page}
    whole = _book(good)
    yield "books/good.epub", whole
    yield "books/bomb.epub", _book(good | {"a.xhtml": b"<p>" + b"a " * (30 * MEGABYTE)})
    yield "books/bomb-lzma.epub", _book(good | {"a.xhtml": b"a " * (30 * MEGABYTE)}, zipfile.ZIP_LZMA)
    yield "books/bomb-bzip2.epub", _book(good | {"a.xhtml": b"a " * (30 * MEGABYTE)}, zipfile.ZIP_BZIP2)
    yield "books/bomb-package.epub", _book(good | {"b.opf": _opf() + " " * (40 * MEGABYTE)})
    yield "books/again.epub", _book(good | {"b.opf": _opf(size.many // 10)})
    yield "books/again-large.epub", _book(good | {"b.opf": _opf(size.many // 10), "a.xhtml": page + "x " * 100_000})
    yield "books/itself.epub", _book(good | {"b.opf": _opf(3, "b.opf")})
    yield "books/outside.epub", _book(good | {"b.opf": _opf(1, "../../../../etc/passwd"), "../../etc/passwd": page})
    yield "books/elsewhere.epub", _book(good | {"b.opf": _opf(1, "http://127.0.0.1:9/a.xhtml")})
    yield "books/within.epub", _book(good | {"a.xhtml": whole})
    yield "books/deep.epub", _book(good | {"a.xhtml": "<div>" * size.deep + page})
    yield "books/twice.epub", _book(good | {"a.xhtml\n": b"<p>other</p>"})
    yield "books/no-package.epub", _book({"META-INF/container.xml": "<container/>"})
    yield "books/no-chapter.epub", _book(good | {"b.opf": _opf(1, "missing.xhtml")})
    yield "books/names.epub", _book(good | {f"x{row}": "" for row in range(5_000)})
    yield "books/no-zip.epub", STORY.encode()
    yield "books/empty.epub", b""
    yield "books/cut.epub", whole[: len(whole) // 2]
    yield "books/end-only.epub", whole[-22:]
    yield "books/torn.epub", whole[:60] + bytes(20) + whole[80:]
    yield "books/method.epub", whole.replace(b"\x08\x00", b"\x61\x00")
    yield "books/locked.epub", whole.replace(b"PK\x03\x04\x14\x00\x00\x00", b"PK\x03\x04\x14\x00\x01\x00")
    yield "books/sizes.epub", whole.replace(struct.pack("<I", len(page)), struct.pack("<I", 0xFFFFFFFE))
    for name, attack in CONTROLS.items():
        head = f"<dc:title>{attack}</dc:title><dc:creator>{attack}</dc:creator><dc:date>{attack}</dc:date>"
        yield f"books/says-{name}.epub", _book(good | {"b.opf": _opf(head=head)})


def _pdf(objects: list[bytes], root: int = 1) -> bytes:
    data, places = b"%PDF-1.5\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    rows = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    tail = b"trailer\n<< /Size %d /Root %d 0 R >>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, root, len(data))
    return data + head + rows + tail


def _stream(data: bytes, more: bytes = b"", length: int | None = None) -> bytes:
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(data) if length is None else length, more, data)


def _documents(size: Size) -> Iterator[Sample]:
    font = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
    page = b"<< /Type /Page /Parent 2 0 R /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> /XObject << /X 4 0 R >> >> >>"
    words = b"BT /F1 12 Tf 72 720 Td (On 26 January 2007 Anna Smith left Rome.) Tj ET"

    def of(content: bytes, pages: bytes = b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>", a_page: bytes = page) -> bytes:
        return _pdf([b"<< /Type /Catalog /Pages 2 0 R >>", pages, a_page, content, font])

    good = of(_stream(words))
    swollen = zlib.compress(zlib.compress(b"(a) Tj " * (8 * MEGABYTE), 9), 9)
    yield "documents/good.pdf", good
    yield "documents/bomb.pdf", of(_stream(zlib.compress(b"(a) Tj " * (20 * MEGABYTE)), b"/Filter /FlateDecode"))
    yield "documents/bomb-twice.pdf", of(_stream(swollen, b"/Filter [/FlateDecode /FlateDecode]"))
    yield "documents/filters.pdf", of(_stream(words, b"/Filter [" + b"/ASCIIHexDecode " * 5_000 + b"]"))
    yield "documents/kids-round.pdf", of(_stream(words), b"<< /Type /Pages /Kids [2 0 R 3 0 R] /Count 2 >>")
    yield (
        "documents/kids-many.pdf",
        of(_stream(words), b"<< /Type /Pages /Kids [" + b"3 0 R " * (size.many // 100) + b"] /Count 9 >>"),
    )
    yield "documents/kids-none.pdf", of(_stream(words), b"<< /Type /Pages /Count 999999999 >>")
    yield "documents/parent-round.pdf", of(_stream(words), a_page=page.replace(b"2 0 R", b"3 0 R"))
    yield (
        "documents/form-round.pdf",
        of(_stream(words + b" /X Do", b"/Type /XObject /Subtype /Form /Resources << /XObject << /X 4 0 R >> >>")),
    )
    yield "documents/content-round.pdf", of(b"4 0 R")
    yield (
        "documents/contents.pdf",
        of(_stream(words), a_page=page.replace(b"4 0 R /R", b"[" + b"4 0 R " * 20_000 + b"] /R")),
    )
    yield "documents/length.pdf", of(_stream(words, length=99_999_999_999))
    yield "documents/length-round.pdf", good.replace(b"/Length 71", b"/Length 4 0 R")
    yield (
        "documents/deep.pdf",
        of(_stream(words), a_page=page[:-2] + b"/A " + b"[" * size.deep + b"]" * size.deep + b" >>"),
    )
    yield "documents/deep-content.pdf", of(_stream(b"[" * size.deep + words))
    yield "documents/operators.pdf", of(_stream(b"q 1 0 0 1 0 0 cm " * (size.many // 10) + words))
    yield "documents/string-open.pdf", of(_stream(b"BT (" + b"\\(" * (size.many // 10)))
    yield "documents/table-round.pdf", good.replace(b"/Root 1", b"/Prev %d /Root 1" % good.index(b"xref\n"))
    yield "documents/start.pdf", good[: good.rindex(b"startxref")] + b"startxref\n99999999999999999999\n%%EOF"
    yield "documents/root.pdf", good.replace(b"/Root 1 0 R", b"/Root 9 0 R")
    yield "documents/locked.pdf", good.replace(b"/Root 1 0 R", b"/Root 1 0 R /Encrypt << /Filter /Standard /V 9 >>")
    yield "documents/cut.pdf", good[: len(good) // 2]
    yield "documents/head.pdf", b"%PDF-1.7\n"
    yield "documents/noise.pdf", b"%PDF-1.4\n" + bytes((row * 7919 >> 2) % 256 for row in range(100_000))
    yield "documents/objects.pdf", b"%PDF-1.4\n" + b"1 0 obj\n<<>>\nendobj\n" * (size.many // 20)
    yield "documents/empty.pdf", b""
    yield "documents/text.pdf", STORY.encode()


def _messages(size: Size) -> Iterator[Sample]:
    head = "From: Anna Smith <anna@example.org>\nSubject: A title\nDate: Fri, 26 Jan 2007 23:30:00 -0500\n"
    parts, deep = (
        "",
        "\n".join(f"Content-Type: multipart/mixed; boundary=b{row}\n\n--b{row}" for row in range(size.deep // 100)),
    )
    parts = "".join(f"--b\nContent-Type: text/plain\n\n{row}\n" for row in range(size.many // 100))
    bodies = {
        "good": f"{head}\n{STORY}",
        "deep": f"{head}MIME-Version: 1.0\n{deep}\n\n{STORY}",
        "within": f"{head}Content-Type: message/rfc822\n\n" * 500 + head + f"\n{STORY}",
        "parts": f"{head}Content-Type: multipart/mixed; boundary=b\n\n{parts}--b--\n",
        "boundary-none": f"{head}Content-Type: multipart/mixed\n\n--b\n\n{STORY}",
        "boundary-long": f"{head}Content-Type: multipart/mixed; boundary={'b' * 100_000}\n\n{STORY}",
        "headers": head + "".join(f"X-{row}: y\n" for row in range(size.many // 20)) + f"\n{STORY}",
        "header-long": f"{head}X: {'y' * size.many}\n\n{STORY}",
        "header-folded": head + "X: y\n" + " y\n" * (size.many // 10) + f"\n{STORY}",
        "subjects": "Subject: =?utf-8?q?=1b]0;owned=07?=\nFrom: =?utf-8?b?Gw==?= <a@b>\n\n" + STORY,
        "words": f"From: a@b\nSubject: {'=?utf-8?q?a?= ' * 20_000}\n\n{STORY}",
        "words-torn": f"From: a@b\nSubject: {'=?utf-8?q?a' * 20_000}\n\n{STORY}",
        "addresses": f"Subject: A\nFrom: {'(' * 50_000}a@b\n\n{STORY}",
        "addresses-many": f"Subject: A\nFrom: {'a@b.example, ' * 20_000}\n\n{STORY}",
        "parameters": f"{head}Content-Type: text/plain; {'; '.join(f'a*{row}=b' for row in range(5_000))}\n\n{STORY}",
        "charset-hex": f"{head}Content-Type: text/plain; charset=hex\n\n{STORY}",
        "charset-zlib": f"{head}Content-Type: text/plain; charset=zlib\n\n{STORY}",
        "charset-none": f"{head}Content-Type: text/plain; charset=nonsense\n\n{STORY}",
        "charset-long": f"{head}Content-Type: text/plain; charset={'x' * 10_000}\n\n{STORY}",
        "base64": f"{head}Content-Transfer-Encoding: base64\n\n{base64.b64encode(STORY.encode()).decode()[:-3]}*&^",
        "quoted": f"{head}Content-Transfer-Encoding: quoted-printable\n\n=1B]0;owned=07 =XX =\n{STORY}",
        "uuencoded": f"{head}Content-Transfer-Encoding: x-uuencode\n\nbegin 644 x\n#0V%T\nend\n",
        "page": f"{head}Content-Type: text/html\n\n{'<div>' * size.deep}<p>{STORY}",
        "nul": f"{head}\n\0{STORY}",
        "no-head": STORY,
        "no-words": head,
        "empty": "",
    }
    for name, text in bodies.items():
        yield f"messages/{name}.eml", text.encode()
    yield "messages/bytes.eml", b"Subject: \xff\xfe\xc3\nFrom: \x80@b\nDate: \xff\n\n\xff\xc3( " + STORY.encode()
    box = "".join(f"From a Mon Jan  1 00:00:00 2007\n{text}\n\n" for text in bodies.values() if len(text) < 20_000)
    yield "messages/all.mbox", box.encode()
    yield "messages/marks.mbox", b"From a\n\n" * 2_000
    yield "messages/none.mbox", STORY.encode()
    yield "messages/empty.mbox", b""
    yield "messages/nul.mbox", b"From " + bytes(100_000)
    for name, attack in CONTROLS.items():
        yield f"messages/says-{name}.eml", f"From: {attack} <a@b>\nSubject: {attack}\n\n{attack} {STORY}".encode()


def _dumps(size: Size) -> Iterator[Sample]:
    good = b'{"title": "A title", "text": "On 26 January 2007 Anna Smith left Rome.", "date": "2007-01-26"}\n'
    lines = {
        "deep": b"[" * size.deep,
        "deep-object": b'{"a":' * size.deep,
        "deep-text": b'{"text": ' + b"[" * 900 + b'"x"' + b"]" * 900 + b"}",
        "number": b'{"text": "x", "date": ' + b"9" * 100_000 + b"}",
        "numbers": b'{"text": 1e999, "date": -1e999, "title": NaN, "author": Infinity}',
        "surrogates": b'{"text": "\\ud800 \\udfff x", "title": "\\ud83d"}',
        "controls": b'{"text": "\\u001b]0;owned\\u0007 \\u009b2J \\u0000 \\u202e", "title": "\\u001b[31m [/]"}',
        "long": b'{"text": "' + b"word " * (size.line // 10) + b'"}',
        "open": b'{"text": "' + b"word " * 1_000,
        "keys": b'{"text": "x", ' + b", ".join(b'"k%d": 1' % row for row in range(20_000)) + b"}",
        "twice": b'{"text": "x", "text": "y", "Text": "z"}',
        "bytes": b'{"text": "\xff\xfe\xc3("}',
        "mark": b'\xef\xbb\xbf{"text": "x"}',
        "returns": b'{"text": "x"}\r{"text": "y"}',
        "tags": b'{"text": "x", "tags": [' + b'"t", ' * 20_000 + b'"t"]}',
        "date": b'{"text": "x", "date": {"$date": {"$numberLong": "99999999999999999999"}}}',
        "nul": b'{"text": "x\x00"}',
    }
    for name, line in lines.items():
        yield f"dumps/{name}.jsonl", good + line + b"\n" + good
    yield "dumps/none.jsonl", STORY.encode() * 100
    yield "dumps/log.jsonl", b'{"level": "info", "n": 1}\n' * 1_000
    yield "dumps/empty.jsonl", b""
    yield "dumps/blank.jsonl", b"\n" * size.many
    yield "dumps/wide.jsonl", good.decode().encode("utf-16")
    yield "dumps/bad-lines.jsonl", good + b"{}\n[]\nx\n" * 300
