"""A date set right is on disk at once, in place of what was said before, and can be taken back."""

from pathlib import Path

from tui.corpus.build import build, scan
from tui.corpus.tables import Corpus
from tui.dates import edtf
from tui.model import DateOrder
from tui.notes.corrections import Corrections
from tui.notes.notebook import Notebook
from tui.notes.undo import History
from tui.reader.peek import card_at, name_card
from tui.reader.redate import Misdated, date_corrections, misdated, misdated_event, store
from tui.reader.why import why_of_event

TEXT = "A raid\n\nMahmud Farhadi was captured in June 2007. He died two days later. He fled in June 2007.\n"


def collection(tmp_path: Path, text: str = TEXT) -> Corpus:
    home = tmp_path / "raids"
    home.mkdir(exist_ok=True)
    (home / "a.txt").write_text(text)
    return build(scan([home]), corrections=date_corrections(Corrections.open(tmp_path).all))


def pen(folder: Path) -> tuple[Corrections, History]:
    corrections = Corrections.open(folder)
    return corrections, History(folder / "history.json", Notebook.open(folder), corrections)


def june(tmp_path: Path) -> Misdated:
    corpus = collection(tmp_path)
    return misdated(corpus, 0, corpus.dates(0)[0])


def test_a_correction_is_stored_as_the_contract_says_and_names_its_collection(tmp_path: Path) -> None:
    what = june(tmp_path)
    assert what.words == "“June 2007”, 2 times in this article"
    assert store(*pen(tmp_path), what, edtf.month(2006, 6)) == f"{what.words} is Jun 2006 now. u takes it back."
    assert (tmp_path / "corrections.toml").read_text() == (
        '[[date]]\narticle = "a.txt"\nquote = "June 2007"\nvalue = "2006-06"\ncollection = "raids"\n'
    )
    assert {event.when.edtf for event in collection(tmp_path).events} == {"2006-06"}


def test_a_second_thought_takes_the_place_of_the_first_and_undo_brings_that_back(tmp_path: Path) -> None:
    what = june(tmp_path)
    store(*pen(tmp_path), what, edtf.month(2006, 6))
    store(*pen(tmp_path), what, edtf.month(2005, 6))
    _, history = pen(tmp_path)

    def value() -> list[str]:
        return [one.value for one in date_corrections(Corrections.open(tmp_path).all)]

    assert value() == ["2005-06"]
    assert history.undo() is not None
    assert value() == ["2006-06"]
    assert history.undo() is not None
    assert value() == []
    assert history.redo() is not None
    assert history.redo() is not None
    assert value() == ["2005-06"]


def test_what_a_person_wrote_by_hand_is_replaced_too_and_others_stay(tmp_path: Path) -> None:
    what = june(tmp_path)
    others = '[[date]]\narticle = "b.txt"\nquote = "June 2007"\nvalue = "2001"\n'
    (tmp_path / "corrections.toml").write_text(
        '[[date]]\narticle = "a.txt"\nquote = "June  2007"\nvalue = "2004-06"\n\n' + others
    )
    store(*pen(tmp_path), what, edtf.month(2005, 6))
    found = date_corrections(Corrections.open(tmp_path).all)
    assert [(one.article, one.value) for one in found] == [("b.txt", "2001"), ("a.txt", "2005-06")]


def test_nothing_typed_takes_the_correction_back(tmp_path: Path) -> None:
    what = june(tmp_path)
    assert store(*pen(tmp_path), what, None) == "There is no correction of it to take back."
    store(*pen(tmp_path), what, edtf.month(2006, 6))
    assert store(*pen(tmp_path), what, edtf.month(2006, 6)) == "It is corrected to that already."
    store(*pen(tmp_path), what, None)
    assert Corrections.open(tmp_path).all == ()


def test_an_event_is_corrected_through_the_date_it_hangs_on(tmp_path: Path) -> None:
    corpus = collection(tmp_path)
    event = corpus.events.in_article(0)[0]
    assert misdated_event(corpus, event).quote == "June 2007"
    assert why_of_event(corpus, event) == "“June 2007” says Jun 2007 itself."


def test_an_event_that_is_only_reported_is_corrected_through_the_publication(tmp_path: Path) -> None:
    corpus = collection(tmp_path, "A raid\n\nMahmud Farhadi was captured in Baghdad.\n")
    what = misdated(corpus, 0, None)
    store(*pen(tmp_path), what, edtf.day(2007, 6, 3))
    corpus = collection(tmp_path, corpus.text(0))
    (event,) = corpus.events.in_article(0)
    assert misdated_event(corpus, event).quote is None
    assert why_of_event(corpus, event) == "No date is told; the article was published 3 Jun 2007."


def test_a_card_says_value_precision_and_how_it_came_about(tmp_path: Path) -> None:
    corpus = collection(tmp_path)
    card = card_at(corpus, 0, TEXT.index("June"))
    assert card is not None
    assert card.title == "Jun 2007"
    assert card.lines == ("EDTF 2007-06   known to the month", "“June 2007” says Jun 2007 itself.")
    store(*pen(tmp_path), misdated(corpus, 0, corpus.dates(0)[0]), edtf.month(2006, 6))
    card = card_at(collection(tmp_path), 0, TEXT.index("June"))
    assert card is not None
    assert card.lines[1] == "“June 2007” is Jun 2006, as you corrected it."


def test_without_a_name_or_date_at_the_place_the_first_on_the_line_is_shown(tmp_path: Path) -> None:
    corpus = collection(tmp_path)
    line = (TEXT.index("was"), TEXT.index("He died"))
    card = card_at(corpus, 0, line[0], line)
    assert card is not None
    assert card.title == "Jun 2007"
    assert card_at(corpus, 0, line[0]) is None
    assert card_at(corpus, 0, 0, (0, 2)) is None


def test_a_card_of_a_name_gives_kind_count_and_reasons(bundled: Corpus) -> None:
    entity = next(one for one in bundled.entities if len(one.aliases) > 5)
    card = name_card(bundled, entity.id)
    assert card.title == entity.name
    assert card.lines[0].startswith(f"{entity.kind.value}, named {entity.count}")
    assert any(entity.aliases[0].reason in line for line in card.lines)
    assert card.lines[-1].startswith("and ")


def test_what_is_to_be_corrected_knows_how_its_collection_writes_numeric_dates(tmp_path: Path) -> None:
    home = tmp_path / "raids"
    home.mkdir()
    (home / "corpus.toml").write_text('[corpus]\ndate_order = "dmy"\n')
    corpus = collection(tmp_path)
    assert misdated(corpus, 0, corpus.dates(0)[0]).order is DateOrder.DMY
    assert misdated(corpus, 0, None).order is DateOrder.DMY
