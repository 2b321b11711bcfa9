"""The commands as a script sees them: the contract's documents, tables, exit codes and sentences."""

import csv
import io
import json
import os
import sys
from pathlib import Path
from typing import Any

import pytest

from tui import paths
from tui.__main__ import main
from tui.commands.output import Result, dumps, emit

ARTICLE = """\
Raid in the north

Mahmud Farhadi met General Karl Weber in Baghdad in May 2007. Mahmud Farhadi was captured on June 3, 2007.

  • Winger says:

    Mahmud Farhadi | was seen in July 2008.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    home = tmp_path / "raids"
    home.mkdir()
    (home / "a.txt").write_text(ARTICLE)
    (home / "b.md").write_text(
        "---\ntitle: 'Second, \"quoted\"'\ndate: 2008-01-02\nauthor: Ada\n---\nKarl Weber left in 2008.\n"
    )
    (home / "c.txt").write_bytes(b"\x00\x01")
    return home


class Ran:
    """What a command line printed, and its exit code."""

    def __init__(self, code: int, out: str, err: str) -> None:
        self.code, self.out, self.err = code, out, err

    @property
    def document(self) -> dict[str, Any]:
        found = json.loads(self.out)
        assert next(iter(found)) == "schema"
        assert found["schema"] == "backstory/1"
        return dict(found)


@pytest.fixture
def ran(capsys: pytest.CaptureFixture[str]) -> Any:
    def run(*arguments: str | Path) -> Ran:
        code = main([str(argument) for argument in arguments])
        out, err = capsys.readouterr()
        return Ran(code, out, err)

    return run


def test_list_gives_articles_and_skipped_files(ran: Any, folder: Path) -> None:
    found = ran("list", folder, "--format", "json")
    assert found.code == 0
    assert found.document["articles"][1] == {
        "id": "b.md",
        "title": 'Second, "quoted"',
        "published": "2008-01-02",
        "published_from": "file",
        "byline": "Ada",
        "tags": [],
        "chars": 25,
        "parts": {"body": 1},
    }
    assert found.document["articles"][0]["published"] is None
    assert found.document["articles"][0]["parts"] == {"title": 1, "body": 1, "comment": 1}
    assert found.document["skipped"] == [{"path": "c.txt", "reason": "not text: it holds NUL bytes"}]


def test_a_piped_table_is_lines_of_cells_between_tabs_and_remarks_go_to_standard_error(ran: Any, folder: Path) -> None:
    found = ran("list", "--in", folder)
    assert found.out.splitlines()[1].split("\t") == ["b.md", 'Second, "quoted"', "2008-01-02", "Ada", "25"]
    assert found.err == "backstory: skipped c.txt: not text: it holds NUL bytes\n"
    assert ran("list", "--in", folder, "--format", "jsonl").err == found.err
    assert ran("list", "-q", "--in", folder).err == ""


def test_show_gives_the_text_and_as_json_everything_about_it(ran: Any, folder: Path) -> None:
    assert ran("show", "a.txt", "--in", folder).out == ARTICLE
    found = ran("show", "a.txt", "--in", folder, "--format", "json").document
    assert list(found)[1:10] == [
        *("id", "title", "published", "published_from", "byline", "source", "url", "text", "parts"),
    ]
    assert found["text"] == ARTICLE
    assert [part["kind"] for part in found["parts"]] == ["title", "body", "comment"]
    assert found["parts"][2]["by"] == "Winger"
    for said in (*found["mentions"], *found["dates"]):
        assert ARTICLE[said["start"] : said["end"]] == said["text"]
    assert {said["part"] for said in found["mentions"]} == {"body", "comment"}


def test_an_article_may_be_named_by_its_file_or_title(ran: Any, folder: Path) -> None:
    assert ran("show", "raid in the north", "--in", folder).out == ARTICLE
    assert ran("show", "a", "--in", folder).out == ARTICLE
    (folder / "2007-05 raid.txt").write_text(ARTICLE)
    assert ran("show", "2007-05", "--in", folder).out == ARTICLE
    assert "Several articles may be called" in ran("show", "raid in the north", "--in", folder).err


def test_an_article_is_shown_by_whatever_the_list_printed_for_it_or_the_shell_completed(ran: Any, folder: Path) -> None:
    odd = folder / "two\nlines\t and\u202e more .txt"
    odd.write_text("Odd\n\nA raid.\n")
    printed = [line.partition("\t")[0] for line in ran("list", "--in", folder).out.splitlines()]
    assert [ran("show", ident, "--in", folder, "--format", "json").document["id"] for ident in printed] == [
        *("a.txt", "b.md", "two\nlines\t and\u202e more .txt"),
    ]


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere names of files are letters, not bytes")
def test_a_file_whose_name_is_no_utf_8_is_shown_by_its_bytes_too(ran: Any, folder: Path) -> None:
    (folder / os.fsdecode(b"caf\xe9.txt")).write_text("Odd\n\nA raid.\n")
    for ident in (os.fsdecode(b"caf\xe9.txt"), "caf\\xe9.txt"):
        assert ran("show", ident, "--in", folder, "--format", "json").document["id"] == "caf\\xe9.txt"


def test_an_article_that_is_not_there_is_an_error_with_a_suggestion(ran: Any, folder: Path) -> None:
    found = ran("show", "aa.txt", "--in", folder)
    assert (found.code, found.out) == (1, "")
    assert found.err == "backstory: No article is called aa.txt. Did you mean a.txt?\n"


def test_timeline_gives_dates_events_and_conflicts(ran: Any, folder: Path) -> None:
    found = ran("timeline", folder, "--format", "json").document
    assert list(found) == ["schema", "dates", "events", "conflicts"]
    assert [date["text"] for date in found["dates"] if date["article"] == "a.txt"] == [
        "May 2007",
        "June 3, 2007",
        "July 2008",
    ]
    first = found["events"][0]
    assert (first["date"], first["precision"], first["article"]) == ("2007-05", "month", "a.txt")
    assert first["id"] == f"a.txt#{ARTICLE.index('May 2007')}"
    assert {"Mahmud Farhadi", "Karl Weber"} <= set(first["entities"])
    assert first["cluster"] == first["id"]
    assert first["reported"] is False
    assert "\n" not in first["headline"]


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        (("--entity", "mahmud farhadi"), ["2007-05", "2007-06-03"]),
        (("--from", "2007-06"), ["2007-06-03", "2008"]),
        (("--to", "2007-05"), ["2007-05"]),
        (("--from", "2007-06-03", "--to", "2007-06-03"), ["2007-06-03"]),
        (("--article", "b.md"), ["2008"]),
        (("--from", "../2007", "--to", "2007"), ["2007-05", "2007-06-03"]),
    ],
)
def test_timeline_is_filtered_by_name_period_and_article(
    ran: Any, folder: Path, filters: tuple[str, ...], expected: list[str]
) -> None:
    found = ran("timeline", *filters, folder, "--format", "json").document
    assert [event["date"] for event in found["events"]] == expected


def test_a_timeline_without_events_says_so_and_ends_with_1(ran: Any, folder: Path) -> None:
    found = ran("timeline", "--from", "2030", folder)
    assert (found.code, found.out) == (1, "")
    assert "no event there" in found.err


def test_entities_are_filtered_by_kind_and_number(ran: Any, folder: Path) -> None:
    found = ran("entities", "--kind", "person", "--min", "3", folder, "--format", "json").document["entities"]
    assert [entity["name"] for entity in found] == ["Mahmud Farhadi"]
    farhadi = found[0]
    assert list(farhadi)[:8] == ["name", "type", "aliases", "why", "count", "articles", "first", "last"]
    assert (farhadi["type"], farhadi["count"], farhadi["articles"]) == ("person", 3, 1)
    assert (farhadi["first"], farhadi["last"]) == ("2007-05", "2007-06-03")
    assert [mention["part"] for mention in farhadi["mentions"]] == ["body", "body", "comment"]
    assert set(farhadi["why"]) == set(farhadi["aliases"])
    for mention in farhadi["mentions"]:
        assert ARTICLE[mention["start"] : mention["end"]] == mention["text"]


def test_an_entity_is_shown_whole(ran: Any, folder: Path) -> None:
    out = ran("entity", "mahmud farhadi", "--in", folder).out
    assert out.startswith("Mahmud Farhadi (person)\n3 mentions in 1 article\nfirst May 2007, last 3 Jun 2007\n")
    assert "Named together with" in out
    document = ran("entity", "mahmud farhadi", "--in", folder, "--format", "json").document
    assert document["entity"]["count"] == 3
    assert [event["date"] for event in document["events"]] == ["2007-05", "2007-06-03"]


def test_a_misspelt_entity_is_an_error_with_a_suggestion(ran: Any, folder: Path) -> None:
    found = ran("entity", "mahmoud farhadi", "--in", folder)
    assert found.code == 1
    assert "Did you mean Mahmud Farhadi" in found.err


def test_jump_ranks_and_a_dash_answers_one_line_with_one_document(
    ran: Any, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = ran("jump", "farhady", "--in", folder, "--format", "json").document["results"]
    assert (found[0]["kind"], found[0]["name"], found[0]["article"]) == ("entity", "Mahmud Farhadi", "a.txt")
    assert found[0]["start"] == ARTICLE.index("Mahmud Farhadi")
    monkeypatch.setattr("sys.stdin", io.StringIO("farhady\n\nzzzzqqqq\nmay 2007\n"))
    lines = [json.loads(line) for line in ran("jump", "-", "--in", folder).out.splitlines()]
    assert [line["schema"] for line in lines] == ["backstory/1"] * 4
    assert lines[0]["results"] == found
    assert [bool(line["results"]) for line in lines] == [True, True, False, True]
    assert (lines[3]["results"][0]["kind"], lines[3]["results"][0]["article"]) == ("date", "a.txt")


def test_a_folder_given_twice_is_one_root(ran: Any, folder: Path) -> None:
    once, twice = ran("list", folder), ran("list", folder, "--in", folder / ".." / folder.name)
    assert twice.out == once.out
    several = ran("list", "--in", folder, "--in", folder / "a.txt")
    assert several.out.startswith("raids/a.txt\t")


def test_answers_to_queries_go_into_a_file_and_queries_may_end_in_any_way(
    ran: Any, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("farhady\r\nweber"))
    found = ran("jump", "-", "--in", folder, "-o", tmp_path / "answers")
    assert (found.code, found.out) == (0, "")
    answers = [json.loads(line) for line in (tmp_path / "answers").read_text().splitlines()]
    assert [(answer["query"], answer["results"][0]["name"]) for answer in answers] == [
        ("farhady", "Mahmud Farhadi"),
        ("weber", "Karl Weber"),
    ]


@pytest.mark.parametrize("number", ["-1", "1.5", "many", "", "1_0"])
@pytest.mark.parametrize(
    "words", [("entities", "--min"), ("jump", "weber", "--limit"), ("search", "weber", "--limit"), ("index", "--jobs")]
)
def test_what_is_no_number_or_too_small_is_wrong_use(
    ran: Any, folder: Path, words: tuple[str, ...], number: str
) -> None:
    found = ran(*words[:-1], f"{words[-1]}={number}", "--in", folder)
    assert (found.code, found.out) == (2, "")
    assert f"{words[-1]}: {number or 'nothing'} is not a number of " in found.err
    assert found.err.count("\n") == 1


def test_the_least_and_the_most_that_may_be_asked_for(ran: Any, folder: Path) -> None:
    for command in ("jump", "search"):
        assert "1 or more" in ran(command, "weber", "--limit", "0", "--in", folder).err
        assert len(ran(command, "weber", "--limit", "1", "--in", folder).out.splitlines()) == 1
        assert (
            ran(command, "weber", "--limit", "9" * 30, "--in", folder).out == ran(command, "weber", "--in", folder).out
        )
    assert ran("entities", folder, "--min", "0").out == ran("entities", folder).out
    assert ran("entities", folder, "--min", "9" * 30).code == 1


def test_a_jump_to_nothing_ends_with_1(ran: Any, folder: Path) -> None:
    found = ran("jump", "zzzzqqqq", "--in", folder)
    assert (found.code, found.out) == (1, "")


def test_csv_has_a_head_and_quotes_what_it_must(ran: Any, folder: Path) -> None:
    rows = list(csv.reader(io.StringIO(ran("list", folder, "--format", "csv").out)))
    assert rows[0] == ["id", "title", "published", "byline", "chars"]
    assert rows[2][1] == 'Second, "quoted"'


def test_markdown_is_a_table_whose_bars_are_escaped(ran: Any, folder: Path) -> None:
    out = ran("show", "a.txt", "--in", folder, "--format", "md").out
    assert out.splitlines()[1] == "| --- | --- | --- | --- | --- |"
    assert "Farhadi \\| was seen" in out
    assert all(line.count("|") - line.count("\\|") == 6 for line in out.splitlines())


def test_json_lines_are_the_items_one_by_one(ran: Any, folder: Path) -> None:
    lines = [json.loads(line) for line in ran("list", folder, "--format", "jsonl").out.splitlines()]
    assert [(line["schema"], line["id"]) for line in lines] == [("backstory/1", "a.txt"), ("backstory/1", "b.md")]


def test_json_escapes_controls_and_keeps_letters(ran: Any, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    text = "Müller’s \x1b]0;x\x07 \x9b \x7f \u202e \ufeff \U000e0041 “said” [/] in 2007.\n"
    (tmp_path / "in/a.txt").write_text(text)
    found = ran("show", "a.txt", "--in", tmp_path / "in", "--format", "json")
    assert found.document["text"] == text
    assert "Müller’s" in found.out
    assert not {"\x1b", "\x07", "\x9b", "\x7f", "\u202e", "\ufeff", "\U000e0041"} & set(found.out)


def test_cells_of_a_piped_table_hold_no_controls(ran: Any, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in/a\tb\n\x1b.txt").write_text("A \x1b[31m title\n\nWords.")
    out = ran("list", tmp_path / "in").out
    assert out.count("\n") == 1
    assert out.count("\t") == 4
    assert "\x1b" not in out


def test_output_goes_into_a_file_but_never_into_the_collection(ran: Any, folder: Path, tmp_path: Path) -> None:
    assert ran("list", folder, "--format", "csv", "-o", tmp_path / "out.csv").out == ""
    assert (tmp_path / "out.csv").read_text().startswith("id,title")
    found = ran("list", folder, "-o", folder / "a.txt")
    assert found.code == 2
    assert "never written to" in found.err
    assert (folder / "a.txt").read_text() == ARTICLE
    assert ran("list", folder, "-o", tmp_path / "no/such.csv").code == 3


def test_without_a_path_the_bundled_collection_is_read(ran: Any) -> None:
    found = ran("list", "--format", "json").document
    assert {article["id"] for article in found["articles"]} == {path.name for path in paths.seeds().glob("*.txt")}


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("list", "/nowhere/at/all"), 3, "no such file or folder. Check the path."),
        (("timeline", "--from", "yesterday"), 2, "--from yesterday: "),
        (("timeline", "--from", "2007-13"), 2, "no month and no season 13"),
        (("timeline", "--from", "2008", "--to", "2007"), 2, "--from 2008 lies after --to 2007"),
        (("timeline", "--form", "x"), 2, "Try: backstory timeline --help"),
        (("list", "--format", "xml"), 2, "invalid choice"),
        (("show",), 2, "ID"),
        (("notes",), 2, "Try: backstory notes --help"),
        (("notes", "add", "--text", "x"), 2, "--on ID"),
        (("jump", "-", "--in", "-"), 2, "Standard input"),
    ],
)
def test_errors_are_one_sentence_and_an_exit_code(ran: Any, arguments: tuple[str, ...], code: int, words: str) -> None:
    found = ran(*arguments)
    assert (found.code, found.out) == (code, "")
    assert found.err.startswith("backstory: ")
    assert found.err.count("\n") == 1
    assert words in found.err


def test_what_may_be_meant_is_no_scrap_of_what_was_typed(ran: Any, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(
        "Talks\n\nThe U.S. sent David Petraeus to Iraq in May 2008. David Petraeus and US troops left.\n"
    )
    for typed in ("Petreus", "Petraus"):
        assert ran("entity", typed, "--in", tmp_path).err == (
            f"backstory: No entity is called {typed}. Did you mean David Petraeus?\n"
        )


def test_a_folder_without_articles_ends_with_3(ran: Any, tmp_path: Path) -> None:
    (tmp_path / "void").mkdir()
    found = ran("timeline", tmp_path / "void")
    assert (found.code, found.out) == (3, "")
    assert "nothing here can be read; it is empty. Name a folder" in found.err


def test_a_broken_corpus_toml_is_said_on_standard_error(ran: Any, folder: Path) -> None:
    (folder / "corpus.toml").write_text("[corpus\n")
    found = ran("list", folder)
    assert found.code == 0
    assert "corpus.toml, line 1, column 8" in found.err
    (folder / "corpus.toml").write_text('[[article]]\npath = "gone.txt"\n')
    assert "files that are not there: gone.txt" in ran("timeline", folder).err
    assert ran("timeline", "-q", folder).err == ""


def test_the_collection_is_given_as_many_times_as_there_are_folders(ran: Any, folder: Path, tmp_path: Path) -> None:
    (tmp_path / "more").mkdir()
    (tmp_path / "more/x.txt").write_text("Words of 2007.\n")
    found = ran("list", "--in", folder, "--in", tmp_path / "more", "--format", "json").document
    assert [article["id"] for article in found["articles"]] == ["raids/a.txt", "raids/b.md", "more/x.txt"]
    assert ran("--in", folder, "list", "--format", "json").document["articles"][0]["id"] == "a.txt"


def test_verbose_says_of_every_date_how_it_came_about(ran: Any, folder: Path) -> None:
    plain = ran("timeline", folder, "--format", "json").document
    assert "why" not in plain["dates"][0]
    found = ran("timeline", folder, "-v", "--format", "json").document
    assert found["dates"][0]["why"] == "“May 2007” says May 2007 itself."
    assert [{key: value for key, value in date.items() if key != "why"} for date in found["dates"]] == plain["dates"]
    head, *rows = csv.reader(io.StringIO(ran("timeline", folder, "-v", "--format", "csv").out))
    assert head[4] == "why"
    assert rows
    assert all(row[4].endswith(".") for row in rows)
    assert ran("timeline", folder, "-v").out.splitlines()[0].split("\t")[-1] == "“May 2007” says May 2007 itself."


def test_commands_use_what_was_corrected_and_name_what_cannot_be_used(ran: Any, folder: Path) -> None:
    paths.data().mkdir(parents=True)
    (paths.data() / "corrections.toml").write_text(
        '[[date]]\narticle = "a.txt"\nquote = "June 3, 2007"\nvalue = "2006-06-03"\n'
        '[[published]]\narticle = "a.txt"\nvalue = 2009-07-10\n[[published]]\narticle = "x.txt"\nvalue = "2001"\n'
    )
    said = "backstory: corrections.toml speaks of an article that is not here: x.txt.\n"
    timeline = ran("timeline", folder, "--format", "json")
    assert "2006-06-03" in {event["date"] for event in timeline.document["events"]}
    assert timeline.err == said
    listed = ran("list", folder, "--format", "json")
    assert (listed.document["articles"][0]["published"], listed.err) == ("2009-07-10", said)
    shown = ran("show", "a.txt", "--in", folder, "--format", "json").document
    assert (shown["published"], shown["published_from"]) == ("2009-07-10", "corrected")
    assert [date["value"] for date in shown["dates"] if date["rule"] == "corrected"] == ["2006-06-03"]


def test_a_damaged_file_of_corrections_is_named_and_costs_nothing_else(ran: Any, folder: Path) -> None:
    paths.data().mkdir(parents=True)
    (paths.data() / "corrections.toml").write_text("[[date\n")
    found = ran("timeline", folder, "--format", "json")
    assert found.code == 0
    assert "corrections.toml is damaged at line 1" in found.err


def test_index_counts_what_is_there_and_keeps_what_was_read(ran: Any, folder: Path) -> None:
    for options in ([], ["--full"], ["--jobs", "1"]):
        document = ran("index", folder, *options, "--format", "json").document
        assert document["articles"] == 2
        assert document["events"] > 0
        assert [entry["path"] for entry in document["skipped"]] == ["c.txt"]
    assert [file.name for file in paths.cache().rglob("index.sqlite")] == ["index.sqlite"]
    table = ran("index", folder)
    assert "articles\t2" in table.out
    assert "skipped c.txt" in table.err
    assert ran("index", folder, "--jobs", "0").code == 2


def test_a_cache_that_cannot_be_made_is_done_without(ran: Any, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plain = ran("timeline", folder).out
    monkeypatch.setenv("BACKSTORY_CACHE_DIR", str(folder / "a.txt" / "beneath"))
    assert ran("timeline", folder).out == plain
    index = ran("index", folder)  # whose whole purpose it is: what it read is printed, and that nothing could be kept
    assert (index.code, "articles" in index.out, "no index can be kept" in index.err) == (4, True, True)


def test_a_long_document_is_the_same_in_pieces(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    document = {"events": [{"name": "Kata’ib\u202e", "at": number, "parts": []} for number in range(9)], "empty": {}}
    monkeypatch.setattr("tui.commands.output._AT_ONCE", 2)
    emit(Result(document, "events", (), ()), "json")
    assert capsys.readouterr().out == dumps(document, indent=2) + "\n"


def test_a_result_is_written_over_a_file_that_is_there_and_to_standard_output_for_a_dash(
    ran: Any, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    printed = ran("list", folder).out
    there = tmp_path / "there.txt"
    there.write_text("much longer than what is written over it\n" * 99)
    assert ran("list", folder, "-o", there).code == 0
    assert there.read_text() == printed
    assert ran("list", folder, "-o", "-").out == printed
    assert not Path("-").exists()


@pytest.mark.parametrize(
    ("target", "code", "said"),
    [
        ("", 2, "no file is named"),
        (".", 2, "is a directory"),
        ("none/at/all", 3, "no such file"),
        ("notes.txt/below", 3, "not a directory"),
        ("raids/new.txt", 2, "which is never written to"),
        ("home/data/notes.toml", 2, "is among your notes"),
        ("link.toml", 2, "is among your notes"),
        ("home/config/config.toml", 2, "is your config"),
    ],
)
def test_a_place_where_no_result_can_go_is_a_sentence_and_stays_as_it_is(
    ran: Any, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, target: str, code: int, said: str
) -> None:
    assert ran("notes", "add", "--in", folder, "--on", "a.txt", "--text", "kept").code == 0
    (tmp_path / "notes.txt").write_text("a file")
    (tmp_path / "link.toml").symlink_to(paths.data() / "notes.toml")
    paths.config().mkdir(exist_ok=True)
    (paths.config() / "config.toml").write_text("columns = 60\n")
    own = (folder, paths.data(), paths.config())
    before = {file: file.read_bytes() for place in own for file in place.iterdir() if file.is_file()}
    monkeypatch.chdir(tmp_path)
    found = ran("list", folder, "-q", "-o", target)
    assert (found.code, found.out, said in found.err) == (code, "", True)
    assert {file: file.read_bytes() for file in before} == before


@pytest.mark.parametrize(("command", "named"), [("show", "article"), ("entity", "entity")])
def test_a_blank_is_no_name_of_anything(ran: Any, folder: Path, command: str, named: str) -> None:
    for blank in ("", "  "):
        found = ran(command, blank, "--in", folder)
        assert (found.code, found.out) == (2, "")
        assert found.err.startswith(f"backstory: No {named} is named. See them all with: backstory ")


def test_an_empty_query_is_answered_alike_on_the_command_line_and_line_by_line(
    ran: Any, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    alone = ran("jump", "", "--in", folder, "--format", "json").document
    assert [found["kind"] for found in alone["results"]].count("article") == 2
    monkeypatch.setattr("sys.stdin", io.StringIO("\n  \nweber\n"))
    empty, blank, weber = map(json.loads, ran("jump", "-", "--in", folder).out.splitlines())
    assert empty["results"] == blank["results"] == alone["results"]
    assert weber["results"][0]["name"] == "Karl Weber"


def test_help_is_a_word_too(ran: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert ran("help").out == ran("--help").out
    assert ran("help", "list").out == ran("list", "--help").out
    assert ran("help", "notes").code == 0
    unknown = ran("help", "nothing")
    assert (unknown.code, unknown.out) == (2, "")
    assert "no command nothing" in unknown.err
    (tmp_path / "help").mkdir()
    assert ran("help").code == 2  # a folder of that name is a collection


def test_where_a_file_lies_is_told_of_a_folder_that_may_not_be_looked_into(
    ran: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a file").write_text("")
    for variable, command in (("DATA", ("notes", "where")), ("CONFIG", ("config", "path"))):
        monkeypatch.setenv(f"BACKSTORY_{variable}_DIR", str(tmp_path / "a file" / "below"))
        found = ran(*command, "--format", "json")
        assert found.document["exists"] is False
        assert found.document["path"].startswith(str(tmp_path / "a file"))


def test_what_stands_behind_two_dashes_is_no_option(
    ran: Any, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    folder.rename(tmp_path / "-odd")
    assert ran("list", "-q", "--", "-odd").out.startswith("a.txt\t")
    assert ran("list", "--", "-none").code == 3
    found = ran("jump", "--in", "./-odd", "--format", "json", "--", "--weber")
    assert (found.code, found.document["query"]) == (0, "--weber")
