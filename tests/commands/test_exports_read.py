"""Exports read by programs that are not ours: a strict parser of HTML, browsers, readers of CSV and Markdown."""

import csv
import io
import shutil
import subprocess
from pathlib import Path
from urllib.parse import unquote

import pytest
from process import Program

BROWSER = next(
    (found for name in ("chromium", "chromium-browser", "google-chrome") if (found := shutil.which(name))), ""
)


@pytest.fixture(scope="module")
def page(asked: Program, shelf: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The timeline as a page."""
    file = tmp_path_factory.mktemp("page") / "timeline.html"
    assert asked("timeline", shelf, "--format", "html", "-o", file).code == 0
    return file


def test_the_page_is_valid_to_a_strict_parser(page: Path) -> None:
    html5lib = pytest.importorskip("html5lib", reason="html5lib, the parser this is held against, is not installed")
    tree = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(page.read_text(encoding="utf-8"))
    assert tree.find("head/title").text == "Raids"
    assert [head.text for head in tree.iter("h2")][-1] == "What cannot all be right"


def browse(page: Path, own: Path, *options: str) -> str:
    """Let the browser open the page without a window; what it printed."""
    command = [
        BROWSER,
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        f"--user-data-dir={own}",
        *options,
        page.as_uri(),
    ]
    done = subprocess.run(command, capture_output=True, text=True, timeout=180, check=False)
    if done.returncode:
        pytest.skip(f"the browser does not start here: {done.stderr[-200:]}")
    return done.stdout


@pytest.mark.skipif(not BROWSER, reason="no Chromium, in which the page is opened, is installed")
def test_a_browser_holds_events_sources_and_conflicts(page: Path, tmp_path: Path) -> None:
    held = browse(page, tmp_path / "own", "--dump-dom")
    for said in ("3 Jun 2007", "Mahmud Farhadi was captured in Irbil", "A letter", "What cannot all be right"):
        assert said in held, said


@pytest.mark.skipif(not BROWSER, reason="no Chromium, in which the page is opened, is installed")
def test_a_browser_prints_the_page_whose_policy_forbids_every_script(page: Path, tmp_path: Path) -> None:
    pypdf = pytest.importorskip("pypdf", reason="pypdf, which reads what the browser printed, is not installed")
    assert "default-src 'none'" in page.read_text(encoding="utf-8")
    pdf = tmp_path / "page.pdf"
    browse(page, tmp_path / "own", f"--print-to-pdf={pdf}")
    words = " ".join(" ".join(sheet.extract_text() for sheet in pypdf.PdfReader(pdf).pages).split())
    for said in ("Raids", "3 Jun 2007", "What cannot all be right", "A letter"):
        assert said in words, said


@pytest.mark.skipif(shutil.which("lynx") is None, reason="lynx, in which the page is read, is not installed")
def test_a_browser_without_pictures_styles_and_scripts_reads_all_of_it(page: Path) -> None:
    done = subprocess.run(
        ["lynx", "-dump", "-nolist", "-display_charset=utf-8", str(page)], capture_output=True, text=True, check=True
    )
    words = " ".join(done.stdout.split())
    for said in (
        "Raids",
        "3 Jun 2007",
        "The rebel Mahmud Farhadi was captured in Irbil on July 4, 2007.",
        "hard conflict",
    ):
        assert said in words, said


def test_the_dossier_is_markdown_whose_links_lead_to_the_mentions(asked: Program, shelf: Path) -> None:
    markdown = pytest.importorskip("markdown_it", reason="markdown-it, the reader this is held against, is not here")
    source = asked("entity", "farhadi", "--in", shelf, "--format", "md").out
    tokens = markdown.MarkdownIt().parse(source)
    heads = [tokens[at + 1].content for at, token in enumerate(tokens) if token.type == "heading_open"]
    assert heads[0] == "Mahmud Farhadi"
    assert {"Also written", "Events", "What cannot all be right", "Mentions"} <= set(heads)
    links = [
        str(child.attrs["href"])
        for token in tokens for child in token.children or () if child.type == "link_open"
    ]  # fmt: skip
    entity = asked("entity", "farhadi", "--in", shelf, "--format", "json").json["entity"]
    for mention in entity["mentions"]:
        assert f"backstory:{mention['article']}#char={mention['start']},{mention['end']}" in map(unquote, links)


def test_what_an_article_says_stays_words_in_the_dossier(program: Program, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a_b.txt").write_text(
        "A *bold* <b>title</b> | with [links](x)\n\n"
        "Karl Weber left &lt;i&gt; #Basra_1 `in` May 2007 for *Rome* <i>now</i> |.\n"
        "# Karl Weber\n"
    )
    markdown = pytest.importorskip("markdown_it", reason="markdown-it, the reader this is held against, is not here")
    source = program("entity", "Karl Weber", "--in", folder, "--format", "md").out
    tokens = markdown.MarkdownIt("commonmark").parse(source)
    kinds = {child.type for token in tokens for child in token.children or ()}
    assert not kinds & {"html_inline", "code_inline", "em_open", "image"}
    assert not any(token.type == "html_block" for token in tokens)
    assert any("left &lt;i&gt; #" in "".join(child.content for child in token.children or ()) for token in tokens)
    assert sum(token.type == "heading_open" and token.tag == "h1" for token in tokens) == 1


def test_a_spreadsheet_reads_entities_and_timeline(asked: Program, shelf: Path) -> None:
    for command in ("timeline", "entities"):
        rows = list(csv.DictReader(io.StringIO(asked(command, shelf, "--format", "csv").out), strict=True))
        document = asked(command, shelf, "--format", "json").json
        items = document["events" if command == "timeline" else "entities"]
        assert len(rows) == len(items)
        key, name = ("date", "date") if command == "timeline" else ("name", "name")
        assert [row[key] for row in rows] == [item[name] for item in items]
