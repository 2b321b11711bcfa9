"""What tells an event and what contradicts it is laid side by side; the page and the dossier show it too."""

from tui.corpus.tables import Corpus
from tui.dialogs.dossierlines import life_lines
from tui.reader.compared import compare
from tui.reader.sheet import sheet_of


def test_the_sources_of_a_disputed_death_stand_beside_each_other(bundled: Corpus) -> None:
    azhar = bundled.entity_named("Azhar al Dulaimi")
    assert azhar is not None
    killed = next(
        status for status in bundled.statuses_of(azhar) if status.fate == "killed" and status.event is not None
    )
    assert killed.event is not None
    found = compare(bundled, killed.event)
    assert {source.date for source in found.sources} == {"early 2007", "May 2007", "Jul 2007"}
    assert all(source.disputed for source in found.sources)
    assert "Azhar al Dulaimi, fate: killed May 2007, but captured Jul 2007" in found.conflicts
    for source in found.sources:
        assert source.sentence in bundled.text(bundled.events[source.event].article)
        assert "Dulaimi" in source.sentence


def test_an_event_that_nobody_disputes_has_no_conflicts(bundled: Corpus) -> None:
    event = next(event.id for event in bundled.events if not bundled.is_disputed(event.id))
    found = compare(bundled, event)
    assert event in {source.event for source in found.sources}
    assert found.conflicts == ()


def test_the_margin_carries_a_sign_where_sources_disagree(bundled: Corpus) -> None:
    (conflict, *_) = bundled.conflicts
    for row in conflict.events:
        event = bundled.events[row]
        marks = sheet_of(bundled, event.article).marks
        assert [mark.name for mark in marks if mark.at == event.start][-1] == "mark-conflict"


def test_a_life_line_is_in_date_order_with_signs_and_reasons(bundled: Corpus) -> None:
    azhar = bundled.entity_named("Azhar al Dulaimi")
    assert azhar is not None
    lines = ["".join(text for text, _ in line.pieces) for line in life_lines(bundled, azhar)]
    assert lines[0] == "Life line"
    assert [line[:2] for line in lines[1:4]] == ["┌!", "├!", "└!"]
    assert [line[3:].split()[:3] for line in lines[1:4]] == [
        ["early", "2007", "killed"], ["May", "2007", "killed"], ["Jul", "2007", "captured"],
    ]  # fmt: skip
    assert "! fate: killed May 2007, but captured Jul 2007" in lines


def test_what_is_dated_somewhere_is_not_told_again_without_a_date(bundled: Corpus) -> None:
    qais = bundled.entity_named("Qais Qazali")
    assert qais is not None
    assert {status.when is None for status in bundled.statuses_of(qais) if status.fate == "captured"} == {True, False}
    lines = ["".join(text for text, _ in line.pieces) for line in life_lines(bundled, qais)]
    assert not any("captured" in line and "no date" in line for line in lines)
    assert any("captured" in line and "Mar 2007" in line for line in lines)
