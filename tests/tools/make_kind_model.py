"""Learns the weights of tui/names/learned.py from marked texts and from lists, and packs them.

Call: make_kind_model.py NAMES_FOLDER CENSUS_FOLDER GEONAMES_FOLDER [gum.json meantime.json ...]

NAMES_FOLDER holds texts with their names marked: GUM (Georgetown University Multilayer corpus, annotation CC BY 4.0),
MEANTIME (NewsReader project, CC BY 4.0) and the Milestones of the US Office of the Historian (public domain). The
lists are those of make_name_lists.py, but of them only names too rare to be in the packed lists: they teach what
unknown names of people and places look like. Same sources, same weights.
"""

import gzip
import json
import math
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from tui.model import Kind, Part, PartKind
from tui.names.counts import NameCounts
from tui.names.find import find_candidates
from tui.names.fold import fold, fold_word, tokens
from tui.names.gazetteer import ORGANISATIONS, STATE, given_names, places, surnames, words
from tui.names.groups import Group, judge
from tui.names.heads import HEADS, HEADS_ORGANISATION
from tui.names.kinds import hand_votes
from tui.names.learned import CLASSES, SCALE, features
from tui.names.ownwords import KINDS

DATA = Path(__file__).parents[2] / "tui" / "names" / "data" / "kinds.txt.gz"
ROUNDS = 5
RATE = 0.15
DECAY = 0.05
FROM_LISTS = 8_000
LEAST = 0.04
GUIDES = 0.25
"""What an example from a travel guide weighs: guides are full of places, the texts to be read are not."""
MASKED = 1.0
"""What an example without its name weighs beside the same with it."""
KNOWN = 0.5
"""What an example weighs that nobody marked and the lists alone know, its name left out."""
TOWN = 5
_UNHEARD = ("qzevk", "wuqpt")
HAND = 1.0
"""How much of the hand-written votes the learning takes as given: it learns what they miss."""

Example = tuple[list[tuple[str, float]], list[float], int, float]
_TYPES = {"facility": "place", "weapon": "object"}


def from_texts(documents: list[dict[str, object]]) -> Iterator[Example]:
    """One example for each marked name that the engine finds in a text by itself."""
    for document in documents:
        text = str(document["text"])
        title = text.find("\n") if "\n" in text else len(text)
        parts = [Part(PartKind.TITLE, 0, title), Part(PartKind.BODY, title, len(text))]
        marked: dict[str, Counter[str]] = defaultdict(Counter)
        for mention in document["mentions"]:  # type: ignore[attr-defined]
            for start, end in ((mention["ns"], mention["he"]), (mention["hs"], mention["he"])):
                marked[fold(text[start:end])][str(mention["type"])] += 1
        weight = GUIDES if "voyage" in str(document["id"]) else 1.0
        counts = NameCounts([find_candidates(text, parts)], every_cue=True)
        judge(counts.groups)
        bearers = {group.folded[-1] for group in counts.groups.values() if _is_somebody(group)}
        for group in counts.groups.values():
            if group.key not in marked and (told := _known_kind(group, bearers)):
                yield from _masked(group, CLASSES.index(told), KNOWN * weight)
            if group.key in marked:
                kind = marked[group.key].most_common(1)[0][0]
                kind = _TYPES.get(kind, kind)
                if kind in CLASSES:
                    yield from _masked(group, CLASSES.index(kind), weight)
                    found = list(features(group.name, group.folded, group.cues, group.count))
                    yield (
                        found,
                        _offset(hand_votes(group.name, group.folded, group.cues, group.count)),
                        CLASSES.index(kind),
                        weight,
                    )


def _is_somebody(group: Group) -> bool:
    """Whether a name is a given name and a surname and can be nothing else."""
    first, last = group.folded[0], group.folded[-1]
    if len(group.folded) != 2 or group.kind is not Kind.PERSON:
        return False
    given = first in given_names() and first not in words() and first not in places()
    return given and last not in words() and last not in places()


def _known_kind(group: Group, bearers: set[str]) -> str:
    """The kind of a name that nobody marked and the lists know: a town, somebody, a group; "" for all others."""
    last = group.folded[-1]
    if _is_somebody(group) or (len(group.folded) == 1 and last in bearers):
        return "person"
    if group.key in ORGANISATIONS or (len(group.folded) > 1 and last in HEADS_ORGANISATION):
        return "organisation"
    someone = any(word in given_names() or word in surnames() or word in words() for word in group.folded)
    return "place" if TOWN <= places().get(group.key, 0) < STATE and not someone else ""


def _masked(group: Group, kind: int, weight: float) -> Iterator[Example]:
    """The example of a name as if nobody had ever heard of it: what stands around it has to tell."""
    telling = len(group.folded) > 1 and any(word in words() or word in HEADS for word in group.folded)
    if telling or group.name.isupper() or len(group.folded) > len(_UNHEARD) or not group.cues:
        return
    folded = _UNHEARD[: len(group.folded)]
    name = " ".join(word.title() for word in folded)
    around = [
        (feature, value)
        for feature, value in features(name, folded, group.cues, group.count)
        if feature[0] == "c" or feature[1:].startswith("known=") or feature.startswith("n=")
    ]
    yield around, _offset(hand_votes(name, folded, group.cues, group.count)), kind, MASKED * weight


def from_lists(census: Path, geonames: Path, chance: random.Random) -> Iterator[Example]:
    """Names too rare for the packed lists: single surnames, full names of such parts, and small towns."""
    rare = [
        line.split()[0].lower() for line in (census / "dist.all.last").read_text("ascii").splitlines()[12_000:60_000]
    ]
    known = given_names() | surnames() | words() | places().keys()
    rare = sorted(name for name in rare if name not in known)
    towns = json.loads((geonames / "cities500.json").read_text("utf-8")).values()
    small = [fold_word(town["name"]) for town in towns]
    small = sorted({name for name in small if name not in known and name.isalpha()})
    given = sorted(given_names() - words() - places().keys())
    for name in chance.sample(rare, FROM_LISTS):
        yield _bare(name, 0)
    for name in chance.sample(rare, FROM_LISTS // 2):
        particle = chance.choice(("", "", "", "al ", "al-", "bin ", "abu ", "de ", "van "))
        first = chance.choice(
            (chance.choice(given), chance.choice(given), "abu " + chance.choice(given), chance.choice(rare))
        )
        yield _bare(f"{first} {particle}{name}", 0)
    for name in chance.sample(small, FROM_LISTS):
        yield _bare(name, 2)


def _bare(name: str, kind: int) -> Example:
    written = " ".join(word if word in ("al", "bin", "de", "van") else word.title() for word in name.split())
    folded = tokens(written)
    return list(features(written, folded, {}, 1)), _offset(hand_votes(written, folded, {}, 1)), kind, 0.05


def _offset(votes: tuple[float, ...]) -> list[float]:
    by_kind = dict(zip((kind.value for kind in KINDS), votes, strict=True))
    place = max(by_kind["place"], by_kind["facility"])
    return [
        HAND * vote for vote in (by_kind["person"], by_kind["organisation"], place, by_kind["event"], by_kind["weapon"])
    ]


def learn(examples: list[Example], chance: random.Random) -> dict[str, list[float]]:
    """Multinomial logistic regression on top of the hand-written votes, by AdaGrad with weight decay."""
    weights: dict[str, list[float]] = defaultdict(lambda: [0.0] * len(CLASSES))
    squares: dict[str, list[float]] = defaultdict(lambda: [1e-6] * len(CLASSES))
    seen = Counter(feature for found, *_ in examples for feature, _ in found)
    for _ in range(ROUNDS):
        chance.shuffle(examples)
        for found, offset, right, importance in examples:
            kept = [(feature, value) for feature, value in found if seen[feature] > 2]
            scores = [offset[k] + sum(weights[f][k] * v for f, v in kept) for k in range(len(CLASSES))]
            top = max(scores)
            exps = [math.exp(score - top) for score in scores]
            whole = sum(exps)
            slopes = [importance * (exps[k] / whole - (k == right)) for k in range(len(CLASSES))]
            for feature, value in kept:
                row, square = weights[feature], squares[feature]
                for k, slope in enumerate(slopes):
                    step = slope * value + DECAY * row[k]
                    square[k] += step * step
                    row[k] -= RATE * step / math.sqrt(square[k])
    return weights


def main(names: Path, census: Path, geonames: Path, files: list[str]) -> None:
    """Learn and pack."""
    chance = random.Random(7)
    examples = list(from_lists(census, geonames, chance))
    for file in files or ["gum.json", "meantime.json", "milestones.json"]:
        examples.extend(from_texts(json.loads((names / file).read_text("utf-8"))))
    weights = learn(examples, chance)
    lines = []
    for feature, row in sorted(weights.items()):
        whole = [round(weight * SCALE) for weight in row]
        if max(abs(weight) for weight in whole) >= LEAST * SCALE and "\t" not in feature and "\n" not in feature:
            lines.append("\t".join((feature, *map(str, whole))))
    DATA.write_bytes(gzip.compress(("\n".join(lines) + "\n").encode("utf-8"), 9, mtime=0))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3]), sys.argv[4:])
