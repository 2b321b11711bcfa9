"""No reader opens a socket, whatever a file asks for: the interpreter is asked, and the address that is named."""

import gzip
import json
import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

WATCHED = """
import json, sys
from pathlib import Path
asked = []
sys.addaudithook(lambda name, _: asked.append(name) if name.split(".")[0] in WATCH else None)
WATCH = ("socket", "urllib", "http", "ftplib", "smtplib", "webbrowser", "os.system")
from tui.formats import Unreadable, read_document
read = 0
for path in sorted(Path(sys.argv[1]).iterdir()):
    try:
        read += bool(read_document(path.read_bytes(), path.name).text)
    except Unreadable:
        pass
print(json.dumps({"asked": asked, "read": read, "extra": "trafilatura" in sys.modules}))
"""

STORY = "<p>" + "The convoy left the town before dawn and was stopped at the bridge. " * 4 + "</p>"

PAGE = """<!DOCTYPE html PUBLIC "-//X//DTD X//EN" "{there}/page.dtd" [<!ENTITY asked SYSTEM "{there}/entity">]>
<html xmlns:xi="http://www.w3.org/2001/XInclude" manifest="{there}/manifest"><head><title>Raid at the bridge</title>
<base href="{there}/"><link rel="stylesheet" href="{there}/style.css"><link rel="canonical" href="{there}/raid">
<link rel="amphtml" href="{there}/amp"><link rel="alternate" type="application/rss+xml" href="{there}/feed">
<meta http-equiv="refresh" content="0; url={there}/refresh"><meta property="og:url" content="{there}/og">
<meta property="og:image" content="{there}/image.png"><script src="{there}/script.js"></script>
<script type="application/ld+json">{{"@context": "{there}/context",
"@type": "NewsArticle", "url": "{there}/ld"}}</script>
<style>@import url("{there}/import.css");</style></head>
<body background="{there}/back.png"><h1>Raid at the bridge</h1><xi:include href="{there}/include"/>&asked;
<img src="{there}/a.png" srcset="{there}/b.png 2x"><iframe src="{there}/frame"></iframe>
<video src="{there}/video"></video>
<object data="{there}/object"></object><embed src="{there}/embed"><svg><use href="{there}/use"/></svg>
<form action="{there}/form"></form><a href="{there}/a" ping="{there}/ping">More</a>{story}</body></html>"""


def files(folder: Path, there: str) -> int:
    """Put files that name an address in every way there is into a folder; how many."""
    page = PAGE.format(there=there, story=STORY)
    xml = page.replace("<!DOCTYPE html", '<?xml version="1.0"?><?xml-stylesheet href="{there}/x.xsl"?><!DOCTYPE html')
    mail = (
        f"From: a@b.example\nSubject: Raid\nMIME-Version: 1.0\nContent-Type: message/external-body; "
        f'access-type=URL; URL="{there}/body"\n\nContent-Type: text/html\n\n{STORY}\n'
    ).replace("\\\n", "\n")
    told = {
        "a.html": page,
        "b.xhtml": xml,
        "c.md": f"---\nurl: {there}/md\n---\n\n![a]({there}/a.png) {page}\n\n[b]: {there}/b\n",
        "d.eml": mail,
        "e.eml": f"From: a@b.example\nSubject: Raid\nContent-Type: text/html\n\n{page}",
        "f.jsonl": json.dumps({"url": f"{there}/jsonl", "html": page}) + "\n",
        "g.txt": f"Raid\n\n{there}/txt\n",
    }
    for name, text in told.items():
        (folder / name).write_text(text)
    (folder / "h.html.gz").write_bytes(gzip.compress(page.encode()))
    return len(told) + 1


@pytest.mark.parametrize("extra", [True, False], ids=["with the extra", "without"])
def test_no_file_makes_a_reader_open_a_socket(tmp_path: Path, extra: bool) -> None:
    if extra:
        pytest.importorskip("trafilatura", reason="the extra that reads web pages is not installed")
    with socket.create_server(("127.0.0.1", 0)) as listening:
        listening.setblocking(False)
        count = files(tmp_path, f"http://127.0.0.1:{listening.getsockname()[1]}")
        without = "" if extra else "import sys; sys.modules.update(trafilatura=None, htmldate=None)\n"
        done = subprocess.run(
            [sys.executable, "-c", without + WATCHED, str(tmp_path)],
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            capture_output=True,
            text=True,
            check=True,
            timeout=100,
        )
        with pytest.raises(BlockingIOError):
            listening.accept()
    told = json.loads(done.stdout)
    assert (told["asked"], told["extra"]) == ([], True)
    assert told["read"] >= count - 1
