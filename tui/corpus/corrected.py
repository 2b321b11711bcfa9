"""What a person knows better about dates: which corrections hold for which article, and which cannot be used.

A correction is given as plain words, so that this part knows no file; what it leads to does not depend on the order
the corrections stand in, nor on how often one is repeated.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from tui.dates import edtf
from tui.model import DateSpan, When

NAME = "corrections.toml"
"""The file that corrections come from, for sentences about them."""


@dataclass(frozen=True, slots=True)
class DateCorrection:
    """The right value of a date in an article, or of the article's publication."""

    article: str
    """Stable path of the article."""
    value: str
    """The right value, in EDTF."""
    quote: str | None = None
    """Words of the date; every date of the article that has them is meant. None for the publication date."""
    collection: str = ""
    """Key of the collection the article belongs to; "" for any that has such an article."""


@dataclass(frozen=True, slots=True)
class Corrected:
    """What was corrected in one article."""

    published: When | None = None
    """Its publication date, if that was."""
    dates: Mapping[str, When] = field(default_factory=dict, hash=False)
    """Right values by the words of a date, white space made single."""


@dataclass(frozen=True, slots=True)
class Settled:
    """The corrections of a collection, once those that cannot be used are set aside."""

    articles: Mapping[str, Corrected] = field(default_factory=dict, hash=False)
    """What was corrected, by article path."""
    problems: tuple[str, ...] = ()
    """A sentence for each correction that is not used."""

    def of(self, path: str) -> Corrected:
        """What was corrected in an article."""
        return self.articles.get(path, _NOTHING)


_NOTHING = Corrected()


def settle(corrections: Iterable[DateCorrection], paths: Iterable[str], collection: str) -> Settled:
    """The corrections that hold for the articles at `paths` of the collection with this key.

    Two different values for one date change nothing and are named. A correction made in a collection of another name
    is passed over, with a sentence if there is an article of that path here too.
    """
    here = set(paths)
    values: dict[tuple[str, str | None], dict[str, When]] = {}
    problems: set[str] = set()
    for one in corrections:
        quote = None if one.quote is None else plain(one.quote)
        if one.collection and one.collection != collection:
            if one.article in here:
                problems.add(
                    f"{NAME} corrects a date of {one.article} in the collection {one.collection}; this one is called "
                    f"{collection}, so it is not used here."
                )
        elif not one.article or quote == "":
            problems.add(f"{NAME} has a correction of a date without its article or quote; it is not used.")
        elif one.article not in here:
            problems.add(f"{NAME} speaks of an article that is not here: {one.article}.")
        else:
            try:
                when = edtf.parse(one.value)
            except edtf.EdtfError as error:
                problems.add(f"{NAME} gives {_subject(one.article, quote)} a value that is no date: {error}")
            else:
                values.setdefault((one.article, quote), {})[when.edtf] = when
    published: dict[str, When] = {}
    dates: dict[str, dict[str, When]] = {}
    for (article, quote), readings in values.items():
        if len(readings) > 1:
            several = " and ".join(sorted(readings))
            problems.add(f"{NAME} gives {_subject(article, quote)} different values: {several}. None of them is used.")
        elif quote is None:
            published[article] = next(iter(readings.values()))
        else:
            dates.setdefault(article, {})[quote] = next(iter(readings.values()))
    articles = {path: Corrected(published.get(path), dates.get(path, {})) for path in sorted({*published, *dates})}
    return Settled(articles, tuple(sorted(problems)))


def missing(settled: Settled, texts: Mapping[str, tuple[str, Sequence[DateSpan]]]) -> tuple[str, ...]:
    """A sentence for each corrected date whose words no date of its article has; `texts` are text and dates by path."""
    sentences: list[str] = []
    for path, corrected in settled.articles.items():
        text, spans = texts.get(path, ("", ()))
        said = {plain(text[span.start : span.end]) for span in spans} if corrected.dates else set()
        sentences += [
            f"{NAME} corrects {_subject(path, quote)}, but no date there has these words."
            for quote in sorted(corrected.dates)
            if quote not in said
        ]
    return tuple(sentences)


def plain(words: str) -> str:
    """Words with their white space made single: how a quote is compared."""
    return " ".join(words.split())


def _subject(article: str, quote: str | None) -> str:
    return f"the publication of {article}" if quote is None else f"“{quote}” in {article}"
