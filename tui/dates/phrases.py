"""Several tokens made one: the phrases of a language file, and ordinals written with a dot."""

from tui.dates.lexicon import Lexicon


def join_phrases(
    text: str,
    lexicon: Lexicon,
    pending: list[int],
    classes: list[str],
    values: list[object],
    starts: list[int],
    ends: list[int],
) -> None:
    """Make one token of each phrase of the language file, the first and longest winning."""
    stop = 0
    dropped: set[int] = set()
    for index in pending:
        if index < stop:
            continue
        if index + 1 == len(starts):
            break
        second = text[starts[index + 1] : ends[index + 1]]
        following = lexicon.phrases[text[starts[index] : ends[index]]]
        for tail, (letter, value) in following.get("'" if second[0] in "'’" else second.lower(), ()):
            end = _phrase_end(text, tail, index, starts, ends)
            if end:
                classes[index], values[index], ends[index] = letter, value, ends[end - 1]
                dropped.update(range(index + 1, end))
                stop = end
                break
    if dropped:
        kept = [index for index in range(len(starts)) if index not in dropped]
        classes[:] = [classes[index] for index in kept]
        values[:] = [values[index] for index in kept]
        starts[:] = [starts[index] for index in kept]
        ends[:] = [ends[index] for index in kept]


def _phrase_end(text: str, tail: tuple[str, ...], index: int, starts: list[int], ends: list[int]) -> int:
    """Index after the phrase's last token if its words follow token `index`, else 0."""
    at = index + 1
    left = list(tail)
    while left:
        if at >= len(starts):
            return 0
        word = text[starts[at] : ends[at]].lower().replace("’", "'")
        if word == "'s" and left[:2] == ["'", "s"]:
            del left[:2]
        elif word == left[0]:
            del left[0]
        else:
            return 0
        at += 1
    return at


def join_dotted_ordinals(classes: list[str], values: list[object], starts: list[int], ends: list[int]) -> None:
    """Make "3." an ordinal where it stands before a month, another such ordinal, or a word that joins two."""
    at = len(classes) - 3
    while at >= 0:
        if (
            classes[at] == "d"
            and classes[at + 1] == "."
            and ends[at] == starts[at + 1]
            and classes[at + 2] in "MoB&-cUy"
        ):
            classes[at : at + 2] = ["o"]
            values[at : at + 2] = [values[at]]
            ends[at : at + 2] = [ends[at + 1]]
            del starts[at + 1]
        at -= 1
