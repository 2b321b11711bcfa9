"""`backstory completion bash|zsh|fish`: what a shell needs to complete commands, options, articles and names.

The shells' own part is a few lines each; what may come next is asked of the program (`completion words`), so that all
of them offer the same and nothing has to be kept in step.
"""

import argparse
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from tui.commands import COMMANDS
from tui.commands.errors import DONE, Failure
from tui.commands.man import acts_of, parser_of
from tui.commands.output import Result, deliver, emit
from tui.corpus.errors import NoSuchPath, NothingReadable

_SCRIPTS = {
    "bash": """\
_backstory() {
    local -a words=("${COMP_WORDS[@]:1:COMP_CWORD}")
    local word
    COMPREPLY=()
    while IFS= read -r word; do
        COMPREPLY+=("$(printf %q "${word%%$'\\t'*}")")
    done < <(backstory completion words "${words[@]/#/--word=}" 2>/dev/null)
}
complete -o default -F _backstory backstory
""",
    "zsh": """\
#compdef backstory
_backstory() {
    local -a found
    found=("${(@f)$(backstory completion words "${(@)words[2,CURRENT]/#/--word=}" 2>/dev/null)}")
    found=("${(@)found%%$'\\t'*}")
    if (( ${#found[1]} )); then compadd -a found; else _files; fi
}
compdef _backstory backstory
""",
    "fish": """\
function __backstory_words
    set -l words (commandline -opc)[2..-1] (commandline -ct)
    backstory completion words --word=$words 2>/dev/null
end
complete -c backstory -f -a '(__backstory_words)'
complete -c backstory -n 'not count (__backstory_words) >/dev/null' -F
""",
}
"""What each shell reads; a word is what stands before a tab, what comes after it is said about it."""

_ARTICLES, _ENTITIES, _NOTES = "ID", "NAME", "NOTE"
"""Placeholders of arguments in the commands' own help, for which the collection is looked into."""


def add(parser: argparse.ArgumentParser) -> None:
    """Take the shell, or, from the shell, the words typed so far."""
    parser.add_argument("shell", choices=(*_SCRIPTS, "words"), help="the shell; `words` is asked by its script")
    parser.add_argument("--word", dest="words", action="append", default=[], help=argparse.SUPPRESS)
    parser.epilog = 'bash: eval "$(backstory completion bash)" in ~/.bashrc; likewise for zsh; fish: pipe it to source.'


def run(options: argparse.Namespace) -> int:
    """Print the script, or the words that may come next, one a line."""
    if options.shell != "words":
        script = _SCRIPTS[options.shell]
        told = Result({"shell": options.shell, "script": script}, "", ("script",), [(script,)], script)
        emit(told, options.format, options.output)
        return DONE
    *before, current = [_unquoted(word) for word in options.words or [""]]
    deliver(f"{word}\n" for word in next_words(before, current))
    return DONE


def next_words(before: Sequence[str], current: str) -> list[str]:
    """What may stand next after the words of a command line, a tab and a remark behind some.

    Nothing where the shell should offer files, or where the collection cannot be read.
    """
    command = next((word for word in before if word in COMMANDS), "")
    if not command:
        return [f"{name}\t{summary}" for name, summary in COMMANDS.items() if name.startswith(current)]
    parser = parser_of(command)
    given = list(before[before.index(command) + 1 :])
    if command == "notes":
        acts = acts_of(parser)
        act = next((word for word in given if word in acts), "")
        if not act:
            return [name for name in acts if name.startswith(current)]
        given.remove(act)
        parser = acts[act]
    wanted = _wanted(parser, given)
    if wanted is None and current.startswith("-"):
        flags = (flag for action in parser._actions for flag in action.option_strings)  # argparse names no other way
        return [flag for flag in flags if flag.startswith(current) and flag.startswith("--")]
    action = wanted or _positional(parser, given)
    return [] if action is None else [word for word in _values(action, given) if _begins(word, current)]


def _wanted(parser: argparse.ArgumentParser, given: Sequence[str]) -> argparse.Action | None:
    """The option whose value comes next, if one does."""
    for action in parser._actions:
        if given and given[-1] in action.option_strings and action.nargs != 0:
            return action
    return None


def _positional(parser: argparse.ArgumentParser, given: Sequence[str]) -> argparse.Action | None:
    """The argument that comes next."""
    valued = {flag for action in parser._actions if action.nargs != 0 for flag in action.option_strings}
    bare = [
        word for at, word in enumerate(given) if not word.startswith("-") and (at == 0 or given[at - 1] not in valued)
    ]
    places = [action for action in parser._actions if not action.option_strings]
    if not places:
        return None
    several = places[-1].nargs in ("*", "+")
    return places[min(len(bare), len(places) - 1)] if several or len(bare) < len(places) else None


def _values(action: argparse.Action, given: Sequence[str]) -> Iterator[str]:
    """What an argument may be; nothing for what only a person can know, and for files."""
    if action.choices is not None:
        yield from map(str, action.choices)
    elif action.dest in ("article", "on", "id") and action.metavar == _ARTICLES:
        yield from _in_collection(given, whole=False)
    elif action.metavar == _ENTITIES:
        yield from _in_collection(given, whole=True)
    elif action.metavar == _NOTES:
        from tui import paths
        from tui.notes.notebook import Notebook

        yield from (
            f"{note.id}\t{' '.join(note.text.split())[:60]}" for note in reversed(Notebook.open(paths.data()).notes)
        )


def _in_collection(given: Sequence[str], *, whole: bool) -> Iterable[str]:
    """Paths of the articles, or names of the entities, of the collection the line speaks of."""
    from tui.commands import collection

    roots = [Path(given[at + 1]).expanduser() for at, word in enumerate(given[:-1]) if word == "--in"]
    options = argparse.Namespace(roots=roots, output=None, quiet=True, verbose=False)
    try:
        if whole:
            return [entity.name for entity in collection.open_whole(options).entities]
        return [f"{article.path}\t{article.title}" for article in collection.open_articles(options).articles]
    except (Failure, NoSuchPath, NothingReadable):
        return []


def _begins(word: str, current: str) -> bool:
    return word.casefold().startswith(current.casefold())


def _unquoted(word: str) -> str:
    """A word as the program would get it: shells hand it over as typed so far, with backslashes and an open quote."""
    return re.sub(r"\\(.)", r"\1", word.lstrip("'\""))
