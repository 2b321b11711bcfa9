"""What each subcommand is used for, as lines to type: the first thing its help shows, and the man page repeats."""

EXAMPLES: dict[str, tuple[tuple[str, str], ...]] = {
    "list": (
        ("backstory list ~/articles", "every article, and what was skipped and why"),
        ("backstory list ~/articles --format csv -o articles.csv", "the same for a spreadsheet"),
    ),
    "show": (
        ("backstory show release-of-qods-force-agents.txt --in ~/articles", "the text of one article"),
        (
            "backstory show release-of-qods-force-agents.txt --in ~/articles --format json",
            "with its parts, names and dates",
        ),
    ),
    "timeline": (
        ("backstory timeline ~/articles", "every event, in the order of time"),
        ('backstory timeline ~/articles --entity "Qods Force" --from 2007-01 --to 2007-06', "one name, half a year"),
        ("backstory timeline ~/articles --format html -o timeline.html", "one page for a browser"),
        ("backstory timeline ~/articles -v", "and of each date how it came about"),
    ),
    "conflicts": (
        ("backstory conflicts ~/articles", "what cannot both be right, both sentences quoted"),
        ("backstory conflicts ~/articles --all", "also those you dismissed"),
    ),
    "entities": (
        ("backstory entities ~/articles --kind person --min 3", "people named three times and more"),
        ("backstory entities ~/articles --format graphml -o names.graphml", "who is named with whom, as a graph"),
        ("backstory entities ~/articles --suggestions", "names that are perhaps the same"),
    ),
    "entity": (
        ("backstory entity Petraeus --in ~/articles", "everything about one name"),
        ("backstory entity Petraeus --in ~/articles --format md -o petraeus.md", "the dossier as a document"),
    ),
    "jump": (
        ("backstory jump daqduk --in ~/articles", "what a half-remembered name may mean"),
        ("printf 'daqduk\\nmay 2007\\n' | backstory jump - --in ~/articles", "a JSON document for each line"),
    ),
    "search": (
        ("backstory search '\"Qods Force\" date:2007' --in ~/articles", "a phrase, in articles of one year"),
        ("backstory search raid OR arrest --in ~/articles", "either word"),
        ("backstory search '~quds' --in ~/articles", "a name in any of its spellings"),
    ),
    "index": (
        ("backstory index ~/articles", "read what changed, so that all else opens at once"),
        ("backstory index ~/articles --full --jobs 2", "read everything again, with two processes"),
    ),
    "keys": (
        ("backstory keys", "every key of the reader"),
        ("backstory keys --toml", "in the form config.toml wants, to be changed there"),
    ),
    "config": (
        ("backstory config path", "where config.toml lies"),
        ("backstory config check", "what in it cannot be used"),
    ),
    "doctor": (("backstory doctor", "versions, folders and files, and what is wrong with them"),),
    "completion": (
        ('eval "$(backstory completion bash)"', "in ~/.bashrc; likewise zsh in ~/.zshrc"),
        ("backstory completion fish | source", "in ~/.config/fish/config.fish"),
    ),
    "man": (
        ("backstory man", "the manual, as man shows it"),
        ("backstory man > backstory.1", "the page itself, in the language of man"),
    ),
    "notes": (
        ("backstory notes list ~/articles", "your notes on these articles"),
        (
            (
                "backstory notes add --in ~/articles --on release-of-qods-force-agents.txt"
                ' --quote "five Iranian agents" --text "second source needed" --tag check'
            ),
            "a note on a passage",
        ),
        ("backstory notes check ~/articles", "is every note still in its place?"),
        ("backstory notes export ~/articles --format md -o notes.md", "for a report; or json, csv, w3c"),
    ),
    "notes list": (
        ("backstory notes list ~/articles", "your notes on these articles"),
        ("backstory notes list --all --format json", "all of them, for a script"),
    ),
    "notes add": (
        (
            (
                "backstory notes add --in ~/articles --on release-of-qods-force-agents.txt"
                ' --quote "five Iranian agents" --text "second source needed" --tag check'
            ),
            "on a passage",
        ),
        ('backstory notes add --in ~/articles --entity Petraeus --text "ask his office"', "on a name"),
    ),
    "notes edit": (('backstory notes edit 20261121T2052 --text "confirmed"', "the id as far as only it begins so"),),
    "notes delete": (("backstory notes delete 20261121T2052", "moved to notes-deleted.toml"),),
    "notes restore": (("backstory notes restore", "what can be brought back"),),
    "notes export": (
        ("backstory notes export ~/articles --format md -o notes.md", "for a report"),
        ("backstory notes export --all --format w3c -o notes.json", "as W3C Web Annotations"),
    ),
    "notes import": (("backstory notes import notes.json", "what was exported as json or w3c"),),
    "notes check": (("backstory notes check ~/articles", "is every note still in its place?"),),
    "notes locate": (
        (
            """printf '{"text": "On Sunday he left Irbil.", "quote": "he left Irbil"}\\n' | backstory notes locate""",
            "where a passage stands",
        ),
    ),
    "notes mend": (("backstory notes mend", "make a damaged notes file whole again"),),
    "notes where": (("backstory notes where", "the file your notes are in"),),
}
"""Lines to type and what each is for, by subcommand; `~/articles` stands for a folder of articles."""


def told(command: str) -> str:
    """The examples of a subcommand as its help shows them; "" if it has none."""
    shown = EXAMPLES.get(command, ())
    return "Examples:\n" + "".join(f"  {line}\n      {what}\n" for line, what in shown) + "\n" if shown else ""
