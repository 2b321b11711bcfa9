"""`backstory search` as a script sees it: hits at their very letters, streamed, in every format."""

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tui import paths


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    home = tmp_path / "raids"
    home.mkdir()
    (home / "a.txt").write_text(
        "Raid in Irbil\n\nUS forces raided a café in Irbil. Karl Weber met General Karl Weber.\n"
    )
    (home / "b.md").write_text("---\ntitle: Left\ndate: 2008-01-02\nauthor: Ada\n---\nKarl Weber left Irbil in 2008.\n")
    return home


def search(folder: Path, *arguments: str, **more: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "tui", "search", "--in", str(folder), *arguments]
    environment = {**os.environ, **more}
    return subprocess.run(command, capture_output=True, text=True, check=False, env=environment)


def test_the_document_is_that_of_the_contract(folder: Path) -> None:
    ran = search(folder, "irbil", "--format", "json")
    assert (ran.returncode, ran.stderr) == (0, "")
    document = json.loads(ran.stdout)
    assert next(iter(document)) == "schema"
    assert document["schema"] == "backstory/1"
    assert [(hit["article"], hit["line"], hit["match"]) for hit in document["hits"]] == [
        ("a.txt", 1, "Irbil"), ("a.txt", 3, "Irbil"), ("b.md", 1, "Irbil"),
    ]  # fmt: skip
    text = (folder / "a.txt").read_text()
    for hit in document["hits"][:2]:
        assert text[hit["start"] : hit["end"]] == hit["match"]
        assert f"{hit['before']}{hit['match']}{hit['after']}" in text


def test_lines_cells_and_tables_hold_the_same_hits(folder: Path) -> None:
    hits = [json.loads(line) for line in search(folder, "irbil", "--format", "jsonl").stdout.splitlines()]
    cells = [line.split("\t") for line in search(folder, "irbil").stdout.splitlines()]
    rows = list(csv.reader(io.StringIO(search(folder, "irbil", "--format", "csv").stdout)))
    marked = search(folder, "irbil", "--format", "md").stdout.splitlines()
    assert [(hit["article"], str(hit["start"])) for hit in hits] == [(cell[0], cell[2]) for cell in cells]
    assert [row[0] for row in rows] == ["article", "a.txt", "a.txt", "b.md"]
    assert len(marked) == 5


def test_a_query_may_go_unquoted_and_ask_for_facts_and_names(folder: Path) -> None:
    assert search(folder, "karl", "by:ada").stdout.count("\n") == 1
    assert search(folder, "date:2008", "irbil").stdout.startswith("b.md\t")
    assert search(folder, "~weber").stdout.count("\n") == 3
    assert search(folder, "irbil", "--limit", "2").stdout.count("\n") == 2


def test_nothing_found_says_so_and_is_exit_code_1(folder: Path) -> None:
    ran = search(folder, "zeppelin")
    assert (ran.returncode, ran.stdout, ran.stderr) == (1, "", "backstory: nothing here holds zeppelin.\n")
    empty = search(folder, "zeppelin", "--format", "json", "-q")
    assert (empty.returncode, json.loads(empty.stdout)["hits"], empty.stderr) == (1, [], "")


def test_a_query_that_cannot_be_read_is_wrong_use(folder: Path) -> None:
    ran = search(folder, '"safe')
    assert (ran.returncode, ran.stdout) == (2, "")
    assert (
        ran.stderr
        == 'backstory: The query cannot be read, column 1: this quotation is not closed; put another " where it ends.\n'
    )


def test_without_a_place_for_the_index_every_article_is_read(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "nowhere").write_text("")
    ran = search(folder, "irbil", BACKSTORY_CACHE_DIR=str(tmp_path / "nowhere"))
    assert ran.returncode == 0
    assert ran.stdout.count("\n") == 3
    assert "every article is read instead" in ran.stderr


def test_standard_input_can_be_searched() -> None:
    command = [sys.executable, "-m", "tui", "search", "--in", "-", "raid"]
    ran = subprocess.run(command, input="A raid.\n", capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stdout.split("\t")[1:4]) == (0, ["1", "2", "6"])


def test_the_index_is_kept_in_the_cache_and_the_collection_left_alone(folder: Path) -> None:
    before = sorted(path.name for path in folder.iterdir())
    search(folder, "irbil")
    assert [path.name for path in paths.cache().rglob("text.sqlite")] == ["text.sqlite"]
    assert sorted(path.name for path in folder.iterdir()) == before


def test_a_closed_pipe_ends_it_quietly(folder: Path) -> None:
    (folder / "long.txt").write_text("irbil\n" * 50_000)
    command = f"{sys.executable} -m tui search --in {folder} irbil | head -n 1"
    ran = subprocess.run(command, shell=True, capture_output=True, text=True, check=False)
    assert (ran.stdout.count("\n"), ran.stderr) == (1, "")


def test_once_a_collection_was_read_and_indexed_what_changes_in_it_is_still_seen(folder: Path) -> None:
    def hits(query: str) -> list[tuple[str, int, str]]:
        found = json.loads(search(folder, query, "--format", "json").stdout)["hits"]
        return [(hit["article"], hit["start"], hit["before"]) for hit in found]

    def age(seconds: int) -> None:
        for file in folder.iterdir():
            os.utime(file, (1_500_000_000 + seconds,) * 2)

    first = hits("karl weber")
    age(0)
    command = [sys.executable, "-m", "tui", "index", "--in", str(folder)]
    subprocess.run(command, capture_output=True, check=True)
    for _ in range(2):
        assert hits("karl weber") == first
    assert hits("entity:weber")
    (folder / "c.txt").write_text("Karl Weber came back.\n")
    age(0)
    assert {hit[0] for hit in hits("karl weber")} == {"a.txt", "b.md", "c.txt"}
    (folder / "a.txt").write_text("Nobody came.\n")
    age(0)
    assert {hit[0] for hit in hits("karl weber")} == {"b.md", "c.txt"}
    (folder / "c.txt").unlink()
    assert {hit[0] for hit in hits("karl weber")} == {"b.md"}
