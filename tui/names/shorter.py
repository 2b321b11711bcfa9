"""Joins a name to a shorter form of it that the collection uses too, where only one longer form can be meant."""

from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from tui.model import Kind
from tui.names.fold import fold
from tui.names.gazetteer import EQUIVALENTS, given_names, places, surnames, words
from tui.names.groups import Group, meet
from tui.names.heads import HEADS, HEADS_ORGANISATION, head_of
from tui.names.merge import Forest
from tui.names.rules import compatible
from tui.names.words import FAITHS, TITLES, is_demonym, word_set

_COMPANY = word_set(
    "inc corp corporation company co ltd llc plc ag spa sa gmbh limited incorporated motor motors group"
    " computer computers software technologies industries pictures records studios holdings"
)
_FORMS = word_set("inc corp corporation co ltd llc plc ag spa sa gmbh limited incorporated")
_LANDS = word_set(
    "island islands isle university college school valley province region district county crossing governorate"
    " city port"
)
_SCHOOLS = word_set("university school college")
_WORKS = word_set("canal river bridge railway railroad lake mine valley bay port dam harbor harbour")
_NATIONS = (("united", "states"), ("us",), ("uk",), ("british",), ("united", "kingdom"))


def join_shorter(forest: Forest) -> None:
    """Nationality, place, company suffix or a plural left off; the last part after a dash; "the League" of its name."""
    claims: dict[str, list[tuple[Group, str]]] = defaultdict(list)
    for group in forest.groups.values():
        if group.accepted:
            for rest, reason in _shorter(forest, group):
                claims[rest.key].append((group, reason))
    for key, longer in claims.items():
        rest = forest.groups[key]
        several = len({forest.root(group.key) for group, reason in longer if reason not in _ALWAYS}) > 1
        for group, reason in longer:
            if reason in _ALWAYS or not several:
                rest.accepted = True
                if reason == SHORT:
                    forest.join(rest.key, group.key, reason, firm=True)
                else:
                    forest.join(group.key, rest.key, reason, firm="left off" in reason)


_DASH = "part after the dash"
_NATION = "nationality left off"
_PLACE = "place left off"
_PLURAL = "singular and plural"
SHORT = "short for it in the same article"
"""The reason of a head noun that an article uses for a name it ends: "the League"."""
_FORM = "form of company left off"
_ALWAYS = (_DASH, _PLURAL, _FORM)


def _shorter(forest: Forest, group: Group) -> Iterator[tuple[Group, str]]:
    """The shorter groups that may mean the same as `group`, with the reason."""
    folded = group.folded
    if group.kind is Kind.PERSON or len(folded) < 2:
        if len(folded) == 1 and group.name[-1] == "s" and group.name[:-1].isupper() and len(group.name) > 2:
            one = forest.groups.get(folded[0][:-1])
            if one and one.accepted and one.name.isupper():
                yield one, _PLURAL
        return
    people = is_demonym(folded[0]) and folded[0].removesuffix("s") not in FAITHS
    nation = next((len(n) for n in _NATIONS if folded[: len(n)] == n), int(people))
    if nation and nation < len(folded) and not (people and group.key in _known_forms()):
        for rest, reason in _rest(forest, group, " ".join(folded[nation:]), _NATION):
            single = len(rest.folded) == 1
            plain = single and rest.key in words()
            common = folded[0] not in _HOME and all(word in words() for word in rest.folded)
            near = _mostly_with(rest, group) if common else not plain or meet(group, rest)
            if rest.kind is not Kind.PLACE and not is_demonym(rest.key) and near:
                yield rest, reason
    if folded[0] in places() and len(folded) > 3:
        yield from _rest(forest, group, " ".join(folded[1:]), _PLACE)
    if folded[-1] in _COMPANY or (folded[-1] in _LANDS and folded[0] not in words()):
        keep = len(folded) - 1
        while keep > 1 and folded[keep - 1] in _COMPANY:
            keep -= 1
        left_off = _FORM if folded[-1] in _FORMS else f"“{group.name.split()[-1]}” left off"
        for rest, reason in _rest(forest, group, " ".join(folded[:keep]), left_off):
            if (
                meet(group, rest)
                and rest.folded[-1] not in _WORKS
                and (
                    folded[-1] in _COMPANY
                    or (group.kind is rest.kind and (rest.key not in places() or folded[-1] in _SCHOOLS))
                    or (folded[-1] in _SCHOOLS and rest.key not in places())
                )
            ):
                yield rest, reason
    if len(folded) == 2 and folded[1] in _BODIES and group.kind is Kind.ORGANISATION:
        bare = forest.groups.get(folded[0])
        if bare and bare.accepted and meet(group, bare) and _is_telling(bare):
            yield bare, f"“{group.name.split()[-1]}” left off"
    if folded[-1][-1] == "s" and folded[-1] not in _ALWAYS_PLURAL:
        yield from _rest(forest, group, " ".join(folded)[:-1], _PLURAL)
    for size in range(2, len(folded) - 1):
        if folded[size - 1] in HEADS_ORGANISATION and _dashed(group.name, size):
            yield from _rest(forest, group, " ".join(folded[size:]), _DASH)
    head = head_of(folded)
    if head != folded[-1] and head == folded[0] and head in HEADS_ORGANISATION:
        short = forest.groups.get(head)
        if short and short.cues["the"] and short.count > short.initial and set(short.articles) <= set(group.articles):
            yield short, SHORT


_TOWN, _SOMEBODY = 6, 1.5
_BODIES = word_set("party organisation organization movement")


def _is_telling(bare: Group) -> bool:
    """Whether a single word can only mean a group that goes on: "Badr" of the "Badr Organization"."""
    word = bare.key
    common = word in words() or places().get(word, 0) > _TOWN or word in given_names() or is_demonym(word)
    lies = sum(bare.cues[cue] for cue in ("<in", "<near", "<<place", ">>isplace", ">>place"))
    somebody = bare.kind is Kind.PERSON and max(bare.votes) >= _SOMEBODY
    return not common and not somebody and not (bare.kind is Kind.PLACE and lies)


@cache
def _known_forms() -> frozenset[str]:
    """Keys of forms that are known to mean one thing: the Pakistani Taliban are not the Taliban."""
    rows = ({fold(name) for name in row} for row in EQUIVALENTS)
    return frozenset(key for row in rows for key in row if not any(key.endswith(" " + other) for other in row))


def _mostly_with(rest: Group, group: Group) -> bool:
    """Whether at least half of the articles that have one name have the other: every country has an army."""
    return 2 * len(set(rest.articles) & set(group.articles)) >= len(rest.articles)


_HOME = ("us", "united")
_ALWAYS_PLURAL = word_set("united states nations news times forces affairs operations philippines netherlands")


def _rest(forest: Forest, group: Group, key: str, reason: str) -> Iterator[tuple[Group, str]]:
    rest = forest.groups.get(key)
    if rest is None or not rest.accepted:
        return
    # A people's adjective before a group or weapon does not make it anything else.
    same_thing = reason == _PLACE or (reason == _NATION and rest.kind in (Kind.ORGANISATION, Kind.WEAPON))
    school = group.folded[-1] in _SCHOOLS and rest.kind is Kind.PLACE
    if compatible(group, rest) or same_thing or school:
        yield rest, reason


def _dashed(name: str, size: int) -> bool:
    """Whether a dash follows the first `size` words of a name."""
    seen = 0
    for word in name.replace("–", "-").replace("—", "-").replace("-", " - ").split():
        if word == "-":
            if seen == size:
                return True
        else:
            seen += 1
    return False


def _derived(groups: dict[str, Group], word: str) -> bool:
    """Whether a word is the plural or the following of a name that occurs: "Sadrs", "Sadrist"."""
    for tail in ("s", "ist", "ists", "ites", "ite", "ian", "ians", "ic", "esque"):
        if word.endswith(tail) and len(word) > len(tail) + 3 and word not in places():
            stem = groups.get(word[: -len(tail)])
            if stem and not stem.name.isupper() and stem.count > groups[word].count:
                return True
    return False


def _is_beginning(groups: dict[str, Group], group: Group) -> bool:
    """Whether the word only stands before a head noun in lower case with which it is a name: "Qods force"."""
    following = [cue[1:] for cue in group.cues if cue[0] == ">" and cue[1:] in HEADS_ORGANISATION]
    seen = sum(group.cues[">" + head] for head in following if f"{group.key} {head}" in groups)
    return seen >= group.count


def reject_glued(groups: dict[str, Group]) -> None:
    """Takes back names that are two names side by side, begin with a sentence's first word, or end in a post."""
    for group in groups.values():
        folded = group.folded
        if not group.accepted:
            continue
        if len(folded) == 1:
            group.accepted = not _derived(groups, folded[0]) and not _is_beginning(groups, group)
            continue
        rest = groups.get(" ".join(folded[1:]))
        if is_demonym(folded[0]) and len(folded) == 2 and folded[1][-1] == "s" and group.count == 1 and not rest:
            group.accepted = folded[1] in HEADS or group.key in places()
        titled = group.cues["title"] and folded[-1] in surnames()  # somebody called Kaiser
        if folded[-1] in TITLES and folded[0] not in given_names() and not titled:
            group.accepted = False
        if "of" in folded[2:-1]:
            at = folded.index("of", 2)
            left, right = groups.get(" ".join(folded[:at])), groups.get(fold(" ".join(folded[at + 1 :])))
            if left and right and left.accepted and right.accepted:
                group.accepted = False
        if (
            group.initial == group.count
            and folded[0] in words()
            and folded[0] not in given_names()
            and rest
            and rest.accepted
            and rest.count > rest.initial
        ):
            group.accepted = head_of(folded) in HEADS and len(folded) > 2
        for cut in range(2, len(folded) - 1):
            left, right = groups.get(" ".join(folded[:cut])), groups.get(" ".join(folded[cut:]))
            if left and right and left.accepted and right.accepted and min(left.count, right.count) > group.count:
                group.accepted = False
