"""Knows the endings of surnames and towns, for words of which nothing else is known: "Yermolov", "Bezzubovo"."""

_FAMILIES = (
    "ov", "ev", "enko", "shvili", "escu", "sson", "idze", "adze", "uk", "opoulos", "oglu", "ovic", "evic",
)  # fmt: skip
_TOWNS = (
    "ovo", "evo", "ivka", "ovka", "evka", "sk", "grad", "gorod", "abad", "pur", "nagar", "burg", "dorf", "hausen",
    "ville", "borough", "bury", "stadt", "iyah", "iyya", "polis", "stan", "kirchen", "heim", "shahr", "itsa", "itza",
)  # fmt: skip
_LEAST = 5


def ends_as_families(word: str) -> bool:
    """Whether a folded word ends as the surnames of some people do."""
    return len(word) >= _LEAST and word.endswith(_FAMILIES)


def ends_as_towns(word: str) -> bool:
    """Whether a folded word ends as the towns of some land do."""
    return len(word) > _LEAST and word.endswith(_TOWNS)
