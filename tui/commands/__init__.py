"""The subcommands: each is one module here with `run(options) -> exit code`; what it takes is in `arguments`."""

SCHEMA = "backstory/1"
"""Version of the JSON documents; every one of them starts with it."""

COMMANDS = {
    "list": "the articles, and what was skipped with the reason",
    "show": "one article's text; as JSON with its parts, facts, names and dates",
    "timeline": "the events of the collection in date order",
    "conflicts": "statements about one fact that cannot both hold, both sources quoted",
    "entities": "the people, groups, places and things named in the collection",
    "entity": "everything about one person, group, place or thing",
    "jump": "what a half-remembered name, title or date may mean, best first",
    "search": "every place in the full text where words or phrases stand, with its line",
    "index": "what a collection holds, once all that changed was read, so that it opens at once; what was skipped",
    "keys": "every key of the reader, with what it does and its name in config.toml",
    "config": "where config.toml lies, or what in it cannot be used",
    "doctor": "what the program stands on here, its folders and files, and what is wrong with them",
    "man": "the manual page",
    "completion": "what bash, zsh or fish needs to complete commands, articles and names",
    "notes": "your notes: list, add, edit, delete, restore, export, import, check, locate, mend, where",
}
"""Every subcommand with what it prints; the module has the same name."""
