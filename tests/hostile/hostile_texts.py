"""Texts that attack: encodings, terminal controls, markup, look-alikes, and what makes careless expressions slow."""

import codecs
from collections.abc import Iterator

from hostile_size import MEGABYTE, Sample, Size

STORY = "On 26 January 2007 General Anna Smith left Rome with the Northern Army, said the Foreign Ministry.\n"

CONTROLS = {
    "title": "\x1b]0;owned-title\x07",
    "title-st": "\x1b]2;owned-title\x1b\\",
    "clipboard": "\x1b]52;c;b3duZWQ=\x07",
    "link": "\x1b]8;;http://evil.example/\x07here\x1b]8;;\x07",
    "colours": "\x1b[5;31;43mred\x1b[0m",
    "cleared": "\x1b[2J\x1b[3J\x1b[1;1H",
    "other-screen": "\x1b[?1049l\x1b[?47l",
    "scrolled": "\x1b[13;37r\x1b[7S",
    "asked": "\x1b[6n\x1b[c\x1b[>c\x1b[18t\x1b[21t\x1bP$qm\x1b\\\x1bP+q544e\x1b\\",
    "reset": "\x1bc\x1b[!p",
    "charset": "\x1b(0\x0e\x1b)0\x0f",
    "keys": "\x1bP1;0|17/17\x1b\\\x1b_owned\x1b\\\x1b^owned\x1b\\\x1bXowned\x1b\\",
    "picture": "\x1bPq#0;2;0;0;0~~@@vv@@~~$\x1b\\\x1b_Gf=24,s=1,v=1;AAAA\x1b\\\x1b]1337;File=inline=1:AAAA\x07",
    "c1": "\x9b31mred\x9b0m \x9d0;owned\x9c \x90bad\x9c \x84\x85\x8d",
    "c0": "".join(map(chr, range(1, 32))) + "\x7f",
    "erasing": "safe\x08\x08\x08\x08evil\rowned",
    "bidi": "\u202egnp.exe\u202c \u2066x\u2069 \u2067y\u2069 \u061c\u200e\u200f",
    "invisible": "se\u200bcr\u200cet\u200d\u2060\ufeff\u00ad\u034f\u115f\u3164\uffa0",
    "tags": "flag\U000e0065\U000e006e\U000e0067\U000e007f \U000e0001",
    "separators": "one\u2028two\u2029three\x85four\x0bfive\x0csix\x1cseven\x1deight\x1enine",
    "noncharacters": "\ufdd0\ufffe\uffff\U0001fffe\U0010ffff\ufff9note\ufffa\ufffb",
    "markup": "[/] [red]x[/red] [/b] [@click=app.quit]here[/] [link=http://evil.example]y[/] \\[/] [[ ]] [#zzz]",
    "formats": "%s %n {0} {x!r:>{y}} $(touch owned) `touch owned` ${HOME} $name %(name)s",
    "zalgo": "Z" + "\u0300\u0316\u0489\u0334" * 500 + "algo",
    "wide": "漢字" * 40 + "👩‍👩‍👧‍👦🏳️‍🌈🇮🇷" * 20 + "ﷺ﷽" * 20,
    "scripts": "العربية עברית ไทยที่นี่ हिन्दी ក្ខ ᠠᠡ ꧁ 𐎠 𝕿𝖊𝖘𝖙 ＦＵＬＬ ¹²³ Ⅷ ① ٢٠٠٧",
    "unassigned": "\u0378\u0e5c\U0003ffff\U000fffff",
    "unbroken": "x" * 20_000,
}
"""What may stand in a text, a title, a file's name or a tag, by what it does."""

TRAPS = {
    "days": "7 May ",
    "years": "1999,",
    "years-joined": "1999-2000 ",
    "years-chained": "1999-",
    "ranges": "from May to June to ",
    "ordinals": "the first day of the last week of ",
    "numeric": "1/2/",
    "apostrophes": "'99 ",
    "months": "January, ",
    "between": "between 3 and 4 and ",
    "names": "John Smith ",
    "names-joined": "Smith-Jones-",
    "names-long": "The Ministry Of Foreign Affairs Of ",
    "names-listed": "Anna Smith, ",
    "initials": "J. R. ",
    "capitals": "ABC ",
    "capital": "A",
    "quotes": '"Yes," he said. ',
    "quotes-open": "“",
    "apostrophe": "'",
    "brackets": "(",
    "bracketed": "(the Army (",
    "squared": "[",
    "stops": ". ",
    "dots": ".",
    "commas": "a, ",
    "blanks": " ",
    "tabs": "\t",
    "lines": "\n",
    "lines-blank": " \n",
    "lines-short": "a\n",
    "dashes": "- ",
    "dash": "—",
    "equals": "=",
    "stars": "*",
    "digits": "7",
    "words": "word",
    "commented": "Anna Smith says:\nNo.\nReply\n",
    "headed": "March 2007:\n",
    "captured": "Anna Smith was captured and then released in May 2007. ",
    "relative": "two days later the day before yesterday ",
    "who": "who was in Rome ",
    "and": "and was killed ",
    "abbreviated": "the Army (AA) ",
    "urls": "http://a.example/?a=1&b=2 ",
    "mails": "a@b.example ",
    "hashes": "#",
    "accents": "é",
    "astral": "😀",
    "combining": "\u0301",
    "pipes": "|a",
    "underscores": "_a",
    "backticks": "`",
    "angles": "<",
    "angles-both": "<a>",
    "ampersands": "&",
    "entities": "&#x26;",
    "backslashes": "\\",
    "braces": "{{",
    "said": "said said ",
    "capitalised": "Aaa Bbb ",
    "hyphens": "a-",
    "marks-of-direction": "\u200f",
    "initials-dotted": "A. B. C. ",
    "quoted-apostrophes": "‘don’t’ ",
    "emphasis": "*_*",
    "brackets-three": "[[[",
    "tables": "| a | b |\n",
    "comma-names": "Smith, J., ",
    "mixed": "On 7 May 1999 John Smith (“JS”) of the A.B.C. said: ",
}
"""Pieces that make a slow text when repeated, each against another kind of expression."""


def samples(size: Size) -> Iterator[Sample]:
    """Every text of the collection."""
    yield from _encodings()
    yield from _shapes(size)
    for name, attack in CONTROLS.items():
        yield f"controls/{name}.txt", f"A {attack} headline\n\n{STORY}It {attack} went on. {STORY}".encode()
        yield f"controls/{name}.md", f"---\ntitle: 'A {attack} b'\ntags: ['{attack}']\n---\n\n{attack}\n".encode()
    for name, piece in TRAPS.items():
        yield f"traps/{name}.txt", (piece * (size.trap // len(piece) + 1))[: size.trap].encode()


def _encodings() -> Iterator[Sample]:
    words = f"Æther naïve “quotes”\n\n{STORY}"
    for encoding in ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be"):
        yield f"encodings/{encoding}.txt", words.encode(encoding)
        yield f"encodings/{encoding}-cut.txt", words.encode(encoding)[:-1]
    for encoding in ("latin-1", "cp1252", "mac-roman", "cp437", "shift-jis", "gb18030", "koi8-r", "utf-7"):
        yield f"encodings/{encoding}.txt", (words + "日本 Россия").encode(encoding, "replace")
    yield "encodings/mixed.txt", words.encode() + words.encode("cp1252") + b"\xff\xfe\xfd" + words.encode()
    yield "encodings/nul.txt", b"A\x00 title\n\n" + STORY.encode()
    yield "encodings/nuls.txt", bytes(1_000_000)
    yield "encodings/nul-late.txt", STORY.encode() * 2_000 + b"\x00"
    yield "encodings/nul-wide.txt", (words + "\x00\x1b[31m").encode("utf-16")
    yield "encodings/mark-only.txt", codecs.BOM_UTF8
    yield "encodings/mark-only-wide.txt", codecs.BOM_UTF16_LE
    yield "encodings/half-pairs.txt", codecs.BOM_UTF16_LE + b"\x3d\xd8 \x00" * 1_000
    yield "encodings/beyond.txt", codecs.BOM_UTF32_LE + b"\xff\xff\xff\x7f" * 1_000
    yield "encodings/overlong.txt", b"\xc0\xaf\xe0\x80\xaf\xed\xa0\x80\xf5\x90\x80\x80 " + STORY.encode()
    yield "encodings/noise.txt", bytes((index * 7919 >> 3) % 256 for index in range(100_000))
    yield "encodings/every-byte.txt", bytes(range(1, 256)) * 20


def _shapes(size: Size) -> Iterator[Sample]:
    yield "shapes/empty.txt", b""
    yield "shapes/blank.txt", b" \t\r\n\x0b\x0c \xc2\xa0\xe3\x80\x80\n"
    yield "shapes/one-letter.txt", b"a"
    yield "shapes/one-date.txt", b"2007"
    yield "shapes/blank-lines.txt", b"\n" * size.many + STORY.encode()
    yield "shapes/one-line.txt", (STORY.replace("\n", " ") * (size.line // len(STORY)))[: size.line].encode()
    yield "shapes/one-word.txt", b"x" * size.line
    yield "shapes/one-sentence.txt", b"and so they went on to Rome, " * (size.line // 29)
    yield "shapes/one-word-wide.txt", "漢".encode() * (size.line // 6)
    yield (
        "shapes/dates.txt",
        b"".join(b"On %d March %d it rained.\n" % (day % 28 + 1, 1900 + day % 120) for day in range(size.many // 10)),
    )
    yield (
        "shapes/names.txt",
        b"".join(b"Then A%s B%s came.\n" % (_word(row), _word(row * 7 + 3)) for row in range(size.many // 30)),
    )
    yield "shapes/carriage-returns.txt", b"one\rtwo\r\rthree\r\n\n\rfour" * 1_000
    yield "shapes/comments.txt", STORY.encode() + b"Comments\n\n" + b"Bob says:\nNo.\n\n" * (size.many // 100)
    yield "shapes/over-the-limit.txt", b"a \n" * (11 * MEGABYTE)
    for row, said in enumerate(_DATES):
        yield f"dates/{row:02}.txt", f"A title\n\nIt was {said} when Anna Smith left Rome. {STORY}".encode()
    yield "dates/all.txt", "\n".join(f"In {said} Anna Smith left." for said in _DATES).encode()


def _word(number: int) -> bytes:
    letters = b""
    while number:
        number, letter = divmod(number, 26)
        letters += bytes([97 + letter])
    return letters


_DATES = (
    *(
        "30 February 2007",
        "31 June",
        "0 May 0000",
        "00/00/0000",
        "99/99/9999",
        "32/13/2007",
        "2007-13-45",
        "29 February 1900",
    ),
    *("99999999999999999999 BC", "9999 AD to 99999 AD", "the 99999999th century", "the 0th century", "9" * 5_000),
    *("1" + "0" * 400 + " years ago", "99999999999 days later", "-1", "-2007-01-01", "2007-01-26T99:99:99Z"),
    *("²⁰⁰⁷", "٢٠٠٧", "１２ Ｍａｙ ２００７", "② May 2007", "May Ⅻ, MMVII", "½ May", "1999½", "12th of Never 2007"),
    *("from 1 to 2 to 3 to 4 May 2007 to 1999", "between 2009 and 1907", "1999-1998-1997-2000", "2007/8/9/10/11"),
    *(
        "last last last last Monday",
        "the day before the day after the day before yesterday",
        "1e400",
        "0x7D7",
        "2007-W99",
    ),
    *(
        "10,000,000,000 weeks before 1 January 1",
        "31 December 9999 and the day after",
        "the week before 1 January 0001",
    ),
    *("XXXX-XX-XX", "2007?~%", "../..", "{1667,1668..1670}", "Y170000002", "1st, 2nd, 3rd and 4th 5th May 2007"),
)
