"""What the program promises of its command line: every command, option, format, variable and stream."""

import csv
import io
import json
import os
import subprocess
from pathlib import Path
from typing import Any

import pytest
from process import COMMAND, Program

from tui.commands import COMMANDS

PRINTING: dict[str, tuple[str, ...]] = {
    "list": ("list",),
    "show": ("show", "raid.txt"),
    "timeline": ("timeline",),
    "conflicts": ("conflicts",),
    "entities": ("entities",),
    "entity": ("entity", "Karl Weber"),
    "jump": ("jump", "weber"),
    "search": ("search", "weber"),
    "index": ("index",),
    "keys": ("keys", "--print"),
    "doctor": ("doctor",),
    "config": ("config", "path"),
    "man": ("man",),
    "completion": ("completion", "fish"),
    "notes": ("notes", "list"),
}
"""A command line that prints something, for each command that prints results."""

ONE_DOCUMENT = {"show", "entity", "index", "config", "man", "completion"}
"""Commands whose JSON has no list of results: as JSON lines it is one line."""


@pytest.fixture
def noted(program: Program, shelf: Path) -> Program:
    """The program with one note on the collection."""
    on = ("--on", "raid.txt", "--quote", "captured in Irbil")
    assert program("notes", "add", "--in", shelf, *on, "--text", "Why?", "--tag", "check").code == 0
    return program


def test_the_command_that_is_tested_is_there(asked: Program) -> None:
    ran = asked.once("--version")
    assert ran.code == 0
    assert ran.out.startswith("backstory ")


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_that_begins_with_examples(asked: Program, command: str) -> None:
    ran = asked.once(command, "--help")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("Examples:\n  ")
    assert f"usage: backstory {command}" in ran.out


@pytest.mark.parametrize("command", PRINTING)
def test_json_is_one_document_that_begins_with_its_schema(noted: Program, shelf: Path, command: str) -> None:
    ran = noted(*PRINTING[command], "--in", shelf, "--format", "json")
    assert ran.code == 0, ran.err
    assert next(iter(ran.json)) == "schema"
    assert ran.json["schema"] == "backstory/1"


@pytest.mark.parametrize("command", PRINTING)
def test_json_lines_are_a_document_each(noted: Program, shelf: Path, command: str) -> None:
    ran = noted(*PRINTING[command], "--in", shelf, "--format", "jsonl")
    lines = [json.loads(line) for line in ran.out.splitlines()]
    assert (ran.code, bool(lines)) == (0, True)
    assert {line["schema"] for line in lines} == {"backstory/1"}
    assert command not in ONE_DOCUMENT or len(lines) == 1


@pytest.mark.parametrize("command", PRINTING)
def test_csv_has_a_head_and_rows_as_long(noted: Program, shelf: Path, command: str) -> None:
    ran = noted(*PRINTING[command], "--in", shelf, "--format", "csv")
    head, *rows = csv.reader(io.StringIO(ran.out), strict=True)
    assert ran.code == 0
    assert rows
    assert {len(row) for row in rows} == {len(head)}


@pytest.mark.parametrize(
    ("command", "items", "keys"),
    [
        ("timeline", "events", ("id", "start", "end", "precision", "rule", "cluster", "reported")),
        ("notes", "notes", ("start", "end", "quote", "entity", "event", "created", "updated")),
    ],
)
def test_csv_tells_where_as_json_does(
    noted: Program, shelf: Path, command: str, items: str, keys: tuple[str, ...]
) -> None:
    rows = list(csv.DictReader(io.StringIO(noted(*PRINTING[command], "--in", shelf, "--format", "csv").out)))
    told = noted(*PRINTING[command], "--in", shelf, "--format", "json").json[items]

    def said(value: object) -> str:
        return "" if value is None else value if isinstance(value, str) else json.dumps(value)

    assert [[row[key] for key in keys] for row in rows] == [[said(one[key]) for key in keys] for one in told]


def test_csv_names_both_events_of_a_conflict_and_where_they_are_told(asked: Program, shelf: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(asked.once("conflicts", "--in", shelf, "--format", "csv").out)))
    found = asked.once("conflicts", "--in", shelf, "--format", "json").json["conflicts"]
    assert [
        [row[f"{other}{key}"] for other in ("", "other ") for key in ("event", "start", "end")] for row in rows
    ] == [[str(source[key]) for source in conflict["sources"] for key in ("id", "start", "end")] for conflict in found]


@pytest.mark.parametrize("command", [name for name in PRINTING if name != "entity"])
def test_markdown_is_a_table(noted: Program, shelf: Path, command: str) -> None:
    head, rule, *rows = noted(*PRINTING[command], "--in", shelf, "--format", "md").out.splitlines()
    assert rows
    assert set(rule) == {"|", "-", " "}
    for row in (head, *rows):
        assert row.replace("\\|", "").count("|") == rule.count("|")


def test_the_markdown_of_an_entity_is_its_whole_dossier(noted: Program, shelf: Path) -> None:
    told = noted("entity", "farhadi", "--in", shelf, "--format", "md").out
    for head in ("# Mahmud Farhadi", "## Also written", "## What became of it", "## Events", "## Mentions", "## Notes"):
        assert f"{head}\n" in told
    assert "## What cannot all be right" in told
    assert "**Farhadi**: somebody wrote it down in corpus.toml" in told
    assert "[line 5](<backstory:raid.txt#char=" in told
    assert "Why?" in told
    assert "#check" in told


@pytest.mark.parametrize("command", ["list", "timeline", "conflicts", "entities", "jump", "search", "keys", "doctor"])
def test_a_piped_table_is_lines_of_cells_between_tabs_without_a_head(noted: Program, shelf: Path, command: str) -> None:
    lines = noted(*PRINTING[command], "--in", shelf).out.splitlines()
    rule = noted(*PRINTING[command], "--in", shelf, "--format", "md").out.splitlines()[1]
    assert {line.count("\t") for line in lines} == {rule.count("---") - 1}
    head = noted(*PRINTING[command], "--in", shelf, "--format", "csv").out.splitlines()[0].split(",")
    assert lines[0].split("\t") != head[: rule.count("---")]


@pytest.mark.parametrize("command", ["list", "timeline", "entities"])
def test_on_a_terminal_a_table_has_a_head(asked: Program, shelf: Path, command: str) -> None:
    ran = asked.on_terminal(*PRINTING[command], "--in", shelf)
    head = asked.once(*PRINTING[command], "--in", shelf, "--format", "md").out.splitlines()[0]
    assert next(line for line in ran.out.splitlines() if line.strip()).split() == head.replace("|", " ").upper().split()


@pytest.mark.parametrize("command", ["list", "timeline", "conflicts", "entities", "index", "notes list", "notes check"])
def test_a_command_without_another_argument_takes_the_collection_bare(
    noted: Program, shelf: Path, command: str
) -> None:
    named = noted(*command.split(), "--in", shelf, "--format", "json")
    assert noted(*command.split(), shelf, "--format", "json").out == named.out
    assert named.out


def test_in_may_stand_anywhere_and_be_repeated(asked: Program, shelf: Path) -> None:
    plain = asked.once("list", "--in", shelf).out
    assert asked("--in", shelf, "list").out == plain
    assert asked("list", "--in", shelf / "raid.txt", "--in", shelf / "page.html").out.count("\n") == 2


@pytest.mark.parametrize("command", ["list", "timeline", "entities", "conflicts", "search", "jump", "show", "entity"])
def test_output_goes_into_a_file(asked: Program, shelf: Path, tmp_path: Path, command: str) -> None:
    printed = asked.once(*PRINTING[command], "--in", shelf, "--format", "json")
    ran = asked(*PRINTING[command], "--in", shelf, "--format", "json", "-o", tmp_path / "out.json")
    assert (ran.code, ran.out) == (0, "")
    assert (tmp_path / "out.json").read_text(encoding="utf-8") == printed.out


def test_without_a_collection_the_one_opened_last_is_read_and_at_first_the_bundled_one(
    program: Program, shelf: Path
) -> None:
    first = program("list", "--format", "json").json["articles"]
    assert "release-of-qods-force-agents.txt" in {article["id"] for article in first}
    program.state.mkdir(exist_ok=True)
    (program.state / "last.json").write_text(json.dumps({"paths": [str(shelf)]}))
    assert "raid.txt" in program("list").out


def test_a_single_dash_is_one_article_on_standard_input(asked: Program) -> None:
    ran = asked("timeline", "-", stdin="Karl Weber left Paris in May 2007.\n")
    assert (ran.code, ran.out.split("\t")[0]) == (0, "2007-05")
    for arguments in (("show", "-"), ("show", "-", "--in", "-"), ("show", "stdin", "--in", "-")):
        assert asked(*arguments, stdin="Karl Weber left.\n").out == "Karl Weber left.\n"


def test_the_timeline_is_narrowed_by_entity_period_and_article(asked: Program, shelf: Path) -> None:
    def events(*options: str) -> list[dict[str, object]]:
        return list(asked("timeline", shelf, *options, "--format", "json").json["events"])

    every = events()
    days = [str(event["date"]) for event in every if event["precision"] == "day"]
    assert days == sorted(days)
    assert len(days) >= 4
    for event in events("--entity", "farhadi"):
        assert "Mahmud Farhadi" in str(event["entities"])
    assert {event["article"] for event in events("--article", "page.html")} == {"page.html"}
    late = {str(event["date"]) for event in events("--from", "2008-06")}
    assert "2009-05-05" in late
    assert not {date for date in late if date < "2008"}
    assert 0 < len(events("--from", "2007-06", "--to", "2007-06")) < len(every)


def test_entities_are_narrowed_by_kind_and_count(asked: Program, shelf: Path) -> None:
    people = asked("entities", shelf, "--kind", "person", "--min", "2", "--format", "json").json["entities"]
    assert {entity["type"] for entity in people} == {"person"}
    assert min(entity["count"] for entity in people) >= 2


def test_conflicts_quote_both_sources(asked: Program, shelf: Path) -> None:
    found = asked.once("conflicts", "--in", shelf, "--format", "json").json["conflicts"]
    sides = [{source["article"] for source in conflict["sources"]} for conflict in found]
    assert {"raid.txt", "2008/letter.md"} in sides
    for conflict in found:
        for source in conflict["sources"]:
            assert source["sentence"]


def test_jump_reads_queries_line_by_line_and_answers_each_before_the_next(asked: Program, shelf: Path) -> None:
    one = asked.once("jump", "weber", "--in", shelf, "--format", "json").json["results"]
    running = asked.start("jump", "-", "--in", shelf)
    assert running.stdin is not None
    assert running.stdout is not None
    every = asked.once("jump", "", "--in", shelf, "--format", "json").json["results"]
    for query, found in (("weber", one), ("zzzz", []), ("", every)):
        running.stdin.write(f"{query}\n".encode())
        running.stdin.flush()
        answer = json.loads(running.stdout.readline())
        assert (answer["schema"], answer["results"]) == ("backstory/1", found)
    running.stdin.close()
    assert running.wait(30) == 0
    running.stdout.close()
    if running.stderr:
        running.stderr.close()


def test_search_gives_hits_with_their_lines(asked: Program, shelf: Path) -> None:
    hits = asked.once("search", "weber", "--in", shelf, "--format", "json").json["hits"]
    text = asked.once("show", "raid.txt", "--in", shelf, "--format", "json").json["text"]
    for hit in hits:
        if hit["article"] == "raid.txt":
            assert hit["line"] == text.count("\n", 0, hit["start"]) + 1
            line = text.splitlines()[hit["line"] - 1]
            assert hit["before"] + hit["match"] + hit["after"] in line


def test_locate_finds_passages_by_the_finder_the_notes_use(asked: Program) -> None:
    text = "The men were taken to Irbil in January. The others left."
    asks = [
        {"text": text, "quote": "taken to Irbil"},
        {"text": text, "quote": "taken to  Irbil in Jannuary", "start": 13, "end": 39},
        {"text": text, "quote": "nothing of the kind whatever was ever said"},
        {"text": "a b a b", "quote": "b", "prefix": "b a ", "suffix": "", "start": 6, "end": 7},
    ]
    ran = asked("notes", "locate", stdin="".join(json.dumps(ask) + "\n" for ask in asks))
    exact, moved, lost, second = [json.loads(line) for line in ran.out.splitlines()]
    assert (exact["anchor"], text[exact["start"] : exact["end"]]) == ("exact", "taken to Irbil")
    assert (moved["anchor"], text[moved["start"] : moved["end"]]) == ("moved", "taken to Irbil in January")
    assert lost["anchor"] == "orphan"
    assert (second["start"], second["end"]) == (6, 7)


def test_index_says_what_it_holds_and_takes_full_and_jobs(program: Program, shelf: Path) -> None:
    for options in ((), ("--full",), ("--jobs", "2")):
        ran = program("index", shelf, *options, "--format", "json")
        assert (ran.json["articles"], [skipped["path"] for skipped in ran.json["skipped"]]) == (3, ["broken.txt"])
    assert ran.err == ""
    assert list(program.cache.rglob("*.sqlite"))


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_is_printed_for_each_shell(asked: Program, shell: str) -> None:
    ran = asked.once("completion", shell)
    assert ran.code == 0
    assert "backstory" in ran.out


def test_config_path_names_the_file_whether_or_not_it_is_there(program: Program) -> None:
    assert program("config", "path").out == f"{program.config / 'config.toml'}\n"


@pytest.mark.parametrize("kind", ["data", "config", "state", "cache"])
def test_folders_are_where_the_variables_say_or_else_xdg(program: Program, tmp_path: Path, kind: str) -> None:
    variables: dict[str, Any] = {
        f"BACKSTORY_{kind.upper()}_DIR": None,
        f"XDG_{kind.upper()}_HOME": str(tmp_path / "xdg"),
    }
    told = program("doctor", "--format", "json", **variables)
    states = {one["what"]: one["state"] for one in told.json["findings"]}
    name = "notes" if kind == "data" else kind
    assert states[f"{name} folder"].startswith(str(tmp_path / "xdg" / "backstory"))
    told = program("doctor", "--format", "json")
    states = {one["what"]: one["state"] for one in told.json["findings"]}
    assert states[f"{name} folder"].startswith(str(program.home / kind))


def test_flags_go_before_variables_and_variables_before_the_config_file(program: Program, tmp_path: Path) -> None:
    program.config.mkdir()
    (program.config / "config.toml").write_text("columns = 9000\n")
    other = tmp_path / "other"
    other.mkdir()
    assert program("config", "check").code == 1
    assert program("config", "check", BACKSTORY_CONFIG_DIR=str(other)).code == 0
    (program.config / "config.toml").write_text("columns = 60\n")
    assert program("config", "check").code == 0
    assert program("config", "check", BACKSTORY_COLUMNS="wide").code == 1
    forced = program("search", "quds", CLICOLOR_FORCE="1")
    assert "\x1b[" in forced.out
    assert "\x1b[" not in program("search", "quds", "--no-color", CLICOLOR_FORCE="1").out


def test_no_color_means_no_colour_codes_at_all(asked: Program, shelf: Path) -> None:
    command = ("search", "weber", "--in", shelf)
    assert "\x1b[" in asked.on_terminal(*command).out
    for variables in ({"NO_COLOR": "1"}, {"NO_COLOR": "1", "CLICOLOR_FORCE": "1"}, {"TERM": "dumb"}):
        assert "\x1b" not in asked.on_terminal(*command, **variables).out.replace("\r", "")
    assert "\x1b" not in asked.on_terminal(*command, "--no-color").out
    assert "\x1b" not in asked("search", "weber", "--in", shelf).out


def test_what_is_longer_than_the_terminal_goes_through_the_pager(asked: Program, shelf: Path) -> None:
    text = asked.once("show", "raid.txt", "--in", shelf).out
    assert asked.on_terminal("show", "raid.txt", "--in", shelf, PAGER="sed s/^/P:/", LINES="5", COLUMNS="80").out == (
        "".join(f"P:{line}\n" for line in text.splitlines())
    )
    assert "P:" not in asked.on_terminal("show", "raid.txt", "--in", shelf, PAGER="sed s/^/P:/", LINES="500").out
    assert "P:" not in asked("show", "raid.txt", "--in", shelf, PAGER="sed s/^/P:/", LINES="5").out
    assert asked.on_terminal("show", "raid.txt", "--in", shelf, PAGER="/nowhere/at/all", LINES="5").out == text


def test_quiet_says_less_and_verbose_more(asked: Program, shelf: Path) -> None:
    assert "broken.txt" in asked.once("list", "--in", shelf).err
    assert asked("list", "--in", shelf, "-q").err == ""
    plain, verbose = asked.once("timeline", "--in", shelf), asked("timeline", "--in", shelf, "-v")
    assert len(verbose.out) > len(plain.out)


def test_no_screen_is_painted_where_there_is_no_terminal(asked: Program, shelf: Path) -> None:
    ran = asked(shelf)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("backstory: The reader needs a terminal.")
    half = subprocess.run(
        [*COMMAND, str(shelf)], env=asked.environment, stdout=subprocess.PIPE, stdin=subprocess.DEVNULL, check=False
    )
    assert (half.returncode, half.stdout) == (2, b"")


def test_progress_is_on_standard_error_and_only_on_a_terminal(program: Program, shelf: Path) -> None:
    assert "reading" not in program("index", shelf, "--full").err
    leader, follower = os.openpty()
    with subprocess.Popen(
        [*COMMAND, "index", "--full", str(shelf)], env=program.environment, stdout=subprocess.PIPE, stderr=follower
    ) as running:
        out, _ = running.communicate(timeout=60)
    os.close(follower)
    seen = os.read(leader, 65_536)
    os.close(leader)
    assert b"\r" in seen
    assert b"\r" not in out
