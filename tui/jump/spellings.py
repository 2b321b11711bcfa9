"""Every spelling of everything that can be jumped to, as columns: a target becomes an object when it is asked for."""

import hashlib
from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping

from tui.jump.columns import Column, Numbers, Texts
from tui.jump.fold import loose_all, plain
from tui.jump.moved import Moved
from tui.jump.target import Target

_NUMBERS = ("first", "owner", "why", "kind", "ref", "weight", "article", "start")
_TEXTS = ("names", "kinds", "reasons", "keys")
_FOLDED = ("plains", "looses")
_TURN = 512


class Spellings:
    """Targets by row; their spellings by number, those of one target together, its name before its aliases."""

    def __init__(self, numbers: Mapping[str, Numbers], texts: Mapping[str, Texts], moved: Moved | None = None) -> None:
        self._first, self._owner, self._why = numbers["first"], numbers["owner"], numbers["why"]
        self._kind, self._ref, self.weights = numbers["kind"], numbers["ref"], numbers["weight"]
        self._article, self._start = numbers["article"], numbers["start"]
        self._numbers, self._texts, self._moved = numbers, texts, moved
        self.kinds = texts["kinds"].all()
        """The kinds there are; a target's kind is the number of one of these."""
        self.names = texts["names"]
        """Each spelling as it stands."""
        self.plains = texts["plains"]
        """Its plain form; "" if nothing of it can be typed."""
        self.looses = texts["looses"]
        """Its loose form."""

    @classmethod
    def of(cls, targets: Iterable[Target], breathe: Callable[[], None] = lambda: None) -> "Spellings":
        """Take targets; `breathe` is called often."""
        return cls.gathered(targets, breathe).folded(breathe)

    @classmethod
    def gathered(cls, targets: Iterable[Target], breathe: Callable[[], None] = lambda: None) -> "Spellings":
        """Take targets, their spellings not `folded` yet; `breathe` is called often."""
        numbers = {name: array(code) for name, code in zip(_NUMBERS, "IiIBqiiq", strict=True)}
        kinds: dict[str, int] = {}
        reasons: dict[str, int] = {"": 0}
        names: list[str] = []
        keys: list[str] = []
        for row, target in enumerate(targets):
            if row % _TURN == 0:
                breathe()
            numbers["first"].append(len(names))
            numbers["kind"].append(kinds.setdefault(target.kind, len(kinds)))
            if isinstance(target.ref, int):
                numbers["ref"].append(target.ref)
            else:
                keys.append(target.ref)
                numbers["ref"].append(-len(keys))
            numbers["weight"].append(min(target.weight, 2**31 - 1))
            numbers["article"].append(target.article)
            numbers["start"].append(target.start)
            for name, reason in ((target.name, ""), *target.aliases):
                names.append(name)
                numbers["owner"].append(row)
                numbers["why"].append(reasons.setdefault(reason, len(reasons)))
        numbers["first"].append(len(names))
        texts = {"names": names, "kinds": kinds, "reasons": reasons, "keys": keys, **dict.fromkeys(_FOLDED, ())}
        return cls(numbers, {name: Texts.of(said) for name, said in texts.items()})

    def folded(self, breathe: Callable[[], None] = lambda: None) -> "Spellings":
        """The same with plain and loose forms; `breathe` is called often."""
        plains: list[str] = []
        looses: list[str] = []
        for at in range(0, len(self.names), _TURN):
            breathe()
            said = [plain(self.names[number]) for number in range(at, min(at + _TURN, len(self.names)))]
            plains += said
            looses += loose_all(said)
        return Spellings(self._numbers, {**self._texts, "plains": Texts.of(plains), "looses": Texts.of(looses)})

    def __len__(self) -> int:
        """Number of targets."""
        return len(self._kind)

    @property
    def count(self) -> int:
        """Number of spellings."""
        return len(self._owner)

    def owner(self, spelling: int) -> int:
        """The row of the target that goes by a spelling."""
        return self._owner[spelling]

    def name_of(self, row: int) -> int:
        """The spelling that is the name of a target."""
        return self._first[row]

    def is_alias(self, spelling: int) -> bool:
        """Whether a spelling is not the name of its target."""
        return spelling != self._first[self._owner[spelling]]

    def reason(self, spelling: int) -> str:
        """Why a spelling stands for its target, "" for its name."""
        return self._texts["reasons"][self._why[spelling]]

    def kind(self, row: int) -> str:
        """The kind of a target."""
        return self.kinds[self._kind[row]]

    def moved(self, moved: Moved) -> "Spellings":
        """The same with other numbers for the targets."""
        return Spellings(self._numbers, self._texts, moved)

    def is_gone(self, row: int) -> bool:
        """Whether a target is there no more."""
        return self._moved is not None and self._ref[row] >= 0 > self._now(self.kind(row), self._ref[row])

    def _now(self, kind: str, ref: int) -> int:
        now = self._moved.now.get(kind) if self._moved is not None else None
        return ref if now is None else now(ref)

    def key(self, row: int) -> tuple[str, int | str]:
        """Kind and `ref` of a target."""
        kind, ref = self.kind(row), self._ref[row]
        return kind, self._now(kind, ref) if ref >= 0 else self._texts["keys"][-1 - ref]

    def target(self, row: int) -> Target:
        """A target by its row."""
        kind, ref = self.key(row)
        first, *aliases = range(self._first[row], self._first[row + 1])
        told = tuple((self.names[alias], self.reason(alias)) for alias in aliases)
        article = self._article[row]
        if article >= 0:
            article = self._now("article", article)
        start = self._start[row] if article >= 0 else 0
        return Target(kind, self.names[first], ref, told, self.weights[row], article, start)

    def row_of(self, key: tuple[str, int | str]) -> int:
        """The row of the target with a kind and `ref`; -1 without one."""
        kind, ref = key
        if kind not in self.kinds:
            return -1
        known = bytes(self._kind)
        code = self.kinds.index(kind)
        first, end = known.find(code), known.rfind(code) + 1
        was = self._moved.was.get(kind) if self._moved is not None else None
        if was is not None and isinstance(ref, int) and ref >= 0:
            ref = was(ref)
            if ref < 0:
                return -1
        if isinstance(ref, int) and ref >= 0 and first >= 0:
            # Rows of one kind are mostly told in order.
            guess = first + ref - max(0, self._ref[first])
            if first <= guess < end and known[guess] == code and self._ref[guess] == ref:
                return guess
        return next((row for row in range(max(0, first), end) if known[row] == code and self.key(row) == key), -1)

    def of_kinds(self, kinds: Iterable[str]) -> Iterator[int]:
        """The rows of targets of some kinds, ascending."""
        codes = {code for code, kind in enumerate(self.kinds) if kind in kinds}
        return (row for row, code in enumerate(self._kind) if code in codes)

    def digest(self) -> str:
        """What tells these from any others, whatever they were made of."""
        whole = hashlib.sha256()
        for name, column in self.columns().items():
            if name.partition(".")[0] not in _FOLDED:
                whole.update(f"\0{name} {memoryview(column).nbytes}\0".encode())
                whole.update(column)
        return whole.hexdigest()

    def columns(self) -> dict[str, Column]:
        """What is to be saved."""
        told: dict[str, Column] = dict(self._numbers)
        for name in (*_TEXTS, *_FOLDED):
            told |= self._texts[name].columns(name)
        return told

    @classmethod
    def opened(cls, columns: "Mapping[str, memoryview[int]]") -> "Spellings":
        """What was saved; raises KeyError if something of it is missing."""
        texts = {name: Texts.opened(columns, name) for name in (*_TEXTS, *_FOLDED)}
        return cls({name: columns[name] for name in _NUMBERS}, texts)
