"""A pipeline only votes: it changes the kind of what the rules found, finds nothing itself, and is never needed."""

import hashlib
from pathlib import Path

import pytest

from tui.model import Kind, Part, PartKind
from tui.names.find import find_candidates
from tui.names.table import build_table
from tui.voter import PipelineVoter, find_voter, votes_of

TEXT = "They spoke of Qarandil. Nobody had ever heard of Qarandil."
PARTS = [Part(PartKind.BODY, 0, len(TEXT))]


def kinds_with(said: dict[str, Kind]) -> dict[str, Kind]:
    table = build_table([find_candidates(TEXT, PARTS, lambda _text: said)])
    return {entity.name: entity.kind for entity in table.names}


@pytest.mark.parametrize("kind", [Kind.PERSON, Kind.ORGANISATION, Kind.PLACE])
def test_a_vote_decides_where_nothing_else_speaks(kind: Kind) -> None:
    assert kinds_with({"Qarandil": kind}) == {"Qarandil": kind}


def test_what_only_the_voter_found_is_no_name() -> None:
    assert kinds_with({"Nobody": Kind.PERSON}).keys() == {"Qarandil"}


def test_without_votes_all_is_as_without_a_voter() -> None:
    assert find_candidates(TEXT, PARTS, lambda _text: {}) == find_candidates(TEXT, PARTS)


def test_votes_are_read_from_disk_without_loading_a_pipeline(tmp_path: Path) -> None:
    voter = PipelineVoter("no_such_pipeline", tmp_path)
    key = hashlib.sha256(TEXT.encode()).hexdigest()
    kept = tmp_path / "no_such_pipeline" / key[:2]
    kept.mkdir(parents=True)
    (kept / f"{key}.json").write_text('{"Qarandil": "place"}', "utf-8")
    assert voter(TEXT) == {"Qarandil": Kind.PLACE}


def test_a_voter_says_in_words_what_its_votes_depend_on(tmp_path: Path) -> None:
    assert PipelineVoter("one", tmp_path).identity != PipelineVoter("other", tmp_path).identity
    assert PipelineVoter("one", tmp_path).identity == PipelineVoter("one", tmp_path / "elsewhere").identity


def test_a_pipeline_is_found_only_where_one_is_installed(tmp_path: Path) -> None:
    voter = find_voter(tmp_path)
    assert voter is None or voter.pipeline.startswith("en_core_web")


def test_a_pipeline_made_by_hand_votes() -> None:
    spacy = pytest.importorskip("spacy", reason="spaCy is not installed: there is no pipeline to ask")
    pipeline = spacy.blank("en")
    pipeline.add_pipe("entity_ruler").add_patterns([{"label": "GPE", "pattern": "Qarandil"}])
    assert votes_of(pipeline, TEXT) == {"Qarandil": Kind.PLACE}
