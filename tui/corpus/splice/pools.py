"""The dates and words that columns have numbers of, with those added that come."""

from array import array

from tui.corpus.coded import PRECISIONS
from tui.corpus.numbered import Pool
from tui.corpus.slab import Slab
from tui.corpus.splice.columns import Splicer
from tui.corpus.splice.edit import Edit
from tui.model import When


class Later:
    """Numbers for dates and words beyond those a woven collection has; a few of those are numbered a second time."""

    def __init__(self, slab: Slab) -> None:
        """Go on where the collection ends."""
        self._slab = slab
        self._words, self._whens = Pool[str](), Pool[When]()
        self._many_words, self._many_whens = len(slab.numbers("word.ends")), len(slab.numbers("when.first"))

    def word(self, word: str) -> int:
        """The number of a word."""
        return self._many_words + self._words(word)

    def maybe(self, when: When | None) -> int:
        """The number of a date plus one; 0 for none."""
        return 0 if when is None else self.when(when) + 1

    def when(self, when: When) -> int:
        """The number of a date."""
        return self._many_whens + self._whens(when)

    def write(self, into: Splicer) -> None:
        """Write those there were and those that came; nothing may be added to them after."""
        whens = self._whens.values
        columns = {
            "first": array("i", (when.first for when in whens)),
            "last": array("i", (when.last for when in whens)),
            "precision": array("B", (PRECISIONS.index(when.precision) for when in whens)),
            "approximate": array("B", (when.approximate for when in whens)),
            "edtf": array("I", (self.word(when.edtf) for when in whens)),
            "said": array("I", (self.word(when.said) for when in whens)),
            "rule": array("I", (self.word(when.rule) for when in whens)),
        }
        edit = Edit(self._many_whens, (), [(self._many_whens, len(whens))])
        for name, column in columns.items():
            into.column(f"when.{name}", edit.column(column))
        words = self._words.values
        splice_words(into, "word", Edit(self._many_words, (), [(self._many_words, len(words))]), words)


def splice_words(into: Splicer, name: str, edit: Edit, words: "list[str]") -> None:
    """Write a column of texts as `edit` changes it; `words` are those that come."""
    said = [word.encode("utf-8", "surrogatepass") for word in words]
    ends, letters = edit.ragged(into.slab.numbers(f"{name}.ends"), list(map(len, said)))
    into.column(f"{name}.said", letters.column(memoryview(b"".join(said))))
    into.column(f"{name}.ends", ends)
