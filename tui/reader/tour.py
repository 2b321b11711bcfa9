"""The first steps: five things to try out on the collection that is open, each with the sentence that says how."""

from collections.abc import Callable
from dataclasses import dataclass

from tui.corpus.tables import Corpus
from tui.model import Kind

JUMP, NAME, TIMELINE, NOTE, SEARCH = "jump", "name", "timeline", "note", "search"
"""What the reader does in each step, in order."""


@dataclass(frozen=True, slots=True)
class Step:
    """One of the steps."""

    deed: str
    """What is done in it: one of `JUMP`, `NAME`, `TIMELINE`, `NOTE` and `SEARCH`."""
    title: str
    """What it is about, in a word or two."""
    words: str
    """How it is done."""


def steps(corpus: Corpus, key: Callable[[str], str]) -> tuple[Step, ...]:
    """The steps, told with names of this collection; `key` gives the key of a command as people write it."""
    jump, back, search, note = key("desk.jump"), key("desk.back"), key("desk.search"), key("article.note")
    typed, sought = _letters(corpus), _word(corpus)
    return (
        Step(JUMP, "Jump",
             f"{jump} asks for a name, a date, an article or a note. A few letters are enough, spelt as you please: "
             f"try “{typed}”, then Enter. {back} comes back."),
        Step(NAME, "Names",
             f"{key('article.link-next')} steps to the next name or date in the text; Enter then tells all that is "
             "known of it. In every list Enter opens and Esc closes."),
        Step(TIMELINE, "Timeline",
             f"{key('desk.timeline')} turns to what happened when. {key('rows.down')} and "
             f"{key('rows.up')} move, and the text follows. {key('desk.text')} turns back to the text."),
        Step(NOTE, "Notes",
             f"{note} in the text writes a note on the sentence beside the bar; Ctrl-S keeps it. Your files stay as "
             f"they are, and {key('desk.undo')} takes it back."),
        Step(SEARCH, "Search",
             f"{search} searches the words of every article: try “{sought}”. Enter opens a hit, "
             f"{key('pane.find-next')} goes on to the next one."),
    )  # fmt: skip


def farewell(key: Callable[[str], str]) -> str:
    """What is said at the end."""
    return (
        f"That was all.   {key('desk.help')} the keys of where you are   {key('desk.palette')} everything, by "
        f"a word   {key('desk.front')} the front page"
    )


def _letters(corpus: Corpus) -> str:
    """The beginning of a name the collection often speaks of."""
    people = [entity for entity in corpus.entities if entity.kind is Kind.PERSON] or list(corpus.entities)
    if not people:
        return corpus.articles[0].title.split(" ")[0].casefold() if corpus.articles else "a name"
    name = max(people, key=lambda entity: entity.count).name
    return max(name.split(), key=len).casefold()[:6]


def _word(corpus: Corpus) -> str:
    """A word that surely stands in the collection."""
    places = [entity for entity in corpus.entities if entity.kind is Kind.PLACE] or list(corpus.entities)
    return max(places, key=lambda entity: entity.count).name.casefold() if places else "war"
