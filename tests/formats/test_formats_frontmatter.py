"""Front matter as people really write it, in four dialects; a post that does not parse loads all the same."""

import json
import tomllib
from typing import Any

import pytest
import tomli_w
from hypothesis import given
from hypothesis import strategies as st

from tui.formats import frontmatter, yamlish
from tui.formats.markdown import read

yaml = pytest.importorskip("yaml", reason="PyYAML, the reader these values are held against, is not installed")

BLOCKS = [
    "title: Plain words here\ntags: [a, 'b, c', \"d\"]\nauthor: ~\n",
    "title: 'It''s said: well'\ntags:\n- one\n-  two words\n- 'three: 3'\n",
    'title: "A \\"quoted\\" \\u2014 dash"\ntags:\n  - x # remark\n  - "y # kept"\n',
    "title: >\n  folded over\n  two lines\n\n  and a break\ntags: []\n",
    "title: |-\n  kept as\n    it is\ntags: one\n",
    "title: plain words\n  that go on\n  below\nauthor: &me Ada Lovelace\n",
    "title: 'quoted\n  over lines'\ntags: [one,\n  two,\n  three]\n",
    "# a remark\n\ntitle: x\n\n# another\ntags:\n\n- a\n\n- b\n",
    "\"title\": keyed\n'tags': [q]\n",
    "title: !!str 2016\ntags: [!!str 1, two]\n",
    "title: http://example.org/a#b\ntags:\n- c#\n",
    "title: >+\n  on the\n  harbour #3\n\n# a remark\ntags: x\n",
    "title: # a remark\n  what stands below it\ntags:\n  one\n",
    "title: >-\n  ~\ntags: ['~']\n",
]


@pytest.mark.parametrize("block", BLOCKS)
def test_values_are_those_a_full_reader_of_yaml_gives(block: str) -> None:
    mine = yamlish.read(block.split("\n"))
    for key, value in yaml.safe_load(block).items():
        items = value if isinstance(value, list) else [] if value is None else [value]
        assert list(mine[key]) == [str(item).strip() for item in items], key


def test_a_name_in_quotation_marks_inside_braces_keeps_its_comma_and_a_list_in_a_list_gives_its_items() -> None:
    block = ["author: {name: 'O''Hara, Jim', email: a@b.example}", "tags:", "  - - dash", "    - two", "  - three", ""]
    assert yamlish.read(block) == {"author": ("O'Hara, Jim",), "tags": ("dash", "two", "three")}
    assert yamlish.read(["tags:", "  " + "- " * 30_000 + "x"])["tags"] == ()


@given(
    st.lists(st.text(st.characters(exclude_categories=["C", "Z"]) | st.just(" "), min_size=1), min_size=1, max_size=4)
)
def test_what_a_full_writer_of_yaml_writes_is_read_as_it_was(items: list[str]) -> None:
    written = yaml.safe_dump({"title": items[0], "tags": items}, allow_unicode=True)
    mine = yamlish.read(written.split("\n"))
    given_ = yaml.safe_load(written)
    assert list(mine["tags"]) == [item.strip() for item in given_["tags"] if item.strip()]


@given(st.text(alphabet=st.sampled_from("ab:'\"-[]{}|>&!#, \n\t\\"), max_size=300))
def test_no_front_matter_makes_a_post_fail(soup: str) -> None:
    read(f"---\n{soup}\n---\nThe post.\n".encode(), "a.md")
    read(f"+++\n{soup}\n+++\nThe post.\n".encode(), "a.md")
    read(f"{{{soup}}}\nThe post.\n".encode(), "a.md")


def test_toml_front_matter_with_its_own_kind_of_dates_and_tables() -> None:
    text = '+++\ntitle = "Raid"\ndate = 2007-01-26T10:00:00Z\n[taxonomies]\ntags = ["a", "b"]\n+++\nThe post.\n'
    document = read(text.encode(), "a.md")
    assert document.title == "Raid"
    assert document.published is not None
    assert document.published.edtf == "2007-01-26"
    assert document.tags == ("a", "b")
    assert document.text == "The post.\n"


def test_of_toml_that_does_not_parse_the_lines_that_do_are_read() -> None:
    assert read(b'+++\ntitle = "Raid"\ndate = = 3\nauthor = "Ada"\n+++\nThe post.\n', "a.md").byline == "Ada"


def test_json_front_matter() -> None:
    document = read(b'{\n"title": "Raid",\n"tags": ["a"], "author": {"name": "Ada"}\n}\n\nThe post.\n', "a.md")
    assert (document.title, document.tags, document.byline) == ("Raid", ("a",), "Ada")
    assert document.text == "The post.\n"


WORDS = st.text(st.characters(exclude_categories=["C", "Z"]) | st.sampled_from(" \n\t\"'\\#=[]{}+-,"), max_size=30)
NAMED = st.fixed_dictionaries({"name": WORDS, "email": WORDS})
FACTS = st.fixed_dictionaries(
    {"title": WORDS.filter(str.strip)},
    optional={
        "date": st.dates() | st.datetimes() | st.dates().map(str) | st.integers(1900, 2030),
        "author": WORDS | NAMED | st.lists(WORDS | NAMED, max_size=3),
        "tags": st.lists(WORDS, max_size=4),
        "draft": st.booleans(),
        "weight": st.integers() | st.floats(),
        "params": st.dictionaries(st.sampled_from(["cover", "image", "a b"]), WORDS, max_size=2),
    },
)


def told(facts: dict[str, Any]) -> tuple[str, str, tuple[str, ...]]:
    """Title, author and tags of what a full reader gave, by the rules of the front matter: blanks at the ends go."""

    def texts(value: Any) -> list[str]:
        many = value if isinstance(value, list) else [value]
        said = [str(one.get("name") or "" if isinstance(one, dict) else one).strip() for one in many]
        return [one for one in said if one]

    tags = tuple(dict.fromkeys(texts(facts.get("tags", []))))
    return " ".join(str(facts["title"]).split()), ", ".join(texts(facts.get("author", ""))), tags


def day(facts: dict[str, Any]) -> str | None:
    """The day or year a full reader gave."""
    return str(facts["date"])[:10] if "date" in facts else None


@given(FACTS)
def test_toml_is_read_as_a_full_reader_of_toml_reads_it(facts: dict[str, Any]) -> None:
    written = tomli_w.dumps(facts)
    values, body = frontmatter.split(f"+++\n{written}+++\nThe post.\n")
    there = tomllib.loads(written)
    assert body == "The post.\n"
    assert (frontmatter.title(values), frontmatter.author(values), frontmatter.tags(values)) == told(there)
    when = frontmatter.published(values)
    assert (when and when.edtf) == day(there)


@given(FACTS, st.sampled_from([None, 2]), st.booleans())
def test_json_is_read_as_a_full_reader_of_json_reads_it(facts: dict[str, Any], indent: int | None, plain: bool) -> None:
    said = {key: str(value) if key == "date" else value for key, value in facts.items()}
    written = json.dumps(said, indent=indent, ensure_ascii=plain)
    values, body = frontmatter.split(f"{written}\nThe post.\n")
    there = json.loads(written)
    assert body == "The post.\n"
    assert (frontmatter.title(values), frontmatter.author(values), frontmatter.tags(values)) == told(there)
    when = frontmatter.published(values)
    assert (when and when.edtf) == day(there)


LINE = st.text(st.characters(exclude_categories=["C", "Z"]) | st.just(" "), min_size=1).filter(str.strip)


@given(LINE, st.dates(), st.lists(LINE.filter(lambda tag: "," not in tag), min_size=1, max_size=4), LINE)
def test_lines_at_the_top_hold_what_stands_behind_their_colon(title: str, date: Any, tags: list[str], by: str) -> None:
    text = f"Title: {title}\nDate: {date} 10:20\nTags: {', '.join(tags)}\nAuthor: {by}\n\nThe post.\n"
    values, body = frontmatter.split(text)
    assert body == "The post.\n"
    assert frontmatter.title(values) == " ".join(title.split())
    assert frontmatter.author(values) == by.strip()
    assert frontmatter.tags(values) == tuple(dict.fromkeys(tag.strip() for tag in tags))
    when = frontmatter.published(values)
    assert (when and when.edtf) == str(date)


@pytest.mark.parametrize(
    "head",
    [
        f"+++\ntitle = 0x{'f' * 5000}\n+++",
        f'+++\ntitle = "x"\ntags = {"[" * 400}{"]" * 400}\n+++',
        f'{{"title": "x", "tags": {"[" * 600}{"]" * 600}}}',
        '{"extra": ' * 600 + '{"title": "x"}' + "}" * 600,
        f'{{"title": "x", "weight": {"9" * 5000}}}',
        '{"title": NaN, "date": 1e999}',
    ],
    ids=["long number", "deep list", "deeper list", "deep tables", "longer number", "no number"],
)
def test_what_no_post_holds_costs_that_value_and_not_the_post(head: str) -> None:
    assert "The post." in read(f"{head}\nThe post.\n".encode(), "a.md").text


def test_half_a_character_in_json_is_shown_as_one_that_is_unknown() -> None:
    assert read(b'{"title": "Raid \\ud800!"}\nThe post.\n', "a.md").title == "Raid \N{REPLACEMENT CHARACTER}!"


def test_a_comma_parts_one_line_of_tags_but_no_item_of_a_list() -> None:
    for head in ('+++\ntags = ["Washington, D.C."]\n+++', "---\ntags:\n- Washington, D.C.\n---"):
        assert read(f"{head}\nThe post.\n".encode(), "a.md").tags == ("Washington, D.C.",)
    assert read(b"---\ntags: Washington, D.C.\n---\nThe post.\n", "a.md").tags == ("Washington", "D.C.")


def test_lines_at_the_top_as_pelican_has_them() -> None:
    text = "Title: Raid\nDate: 2007-01-26 10:20\nTags: a, b\nAuthors: Ada, Charles\nSummary: x\n   on\n\nThe post.\n"
    document = read(text.encode(), "a.md")
    assert (document.title, document.tags, document.byline) == ("Raid", ("a", "b"), "Ada, Charles")
    assert document.text == "The post.\n"


@pytest.mark.parametrize(
    "text",
    [
        "Title: what a word that is to begin with\nand the paragraph goes on.\n",
        "Note: this is prose.\n\nMore of it.\n",
        "{not json}\n\nThe post.\n",
        "{{ template }}\n\nThe post.\n",
    ],
)
def test_prose_that_looks_like_front_matter_stays_prose(text: str) -> None:
    values, body = frontmatter.split(text)
    assert (values, body) == ({}, text)


@pytest.mark.parametrize(
    ("block", "tags"),
    [
        ('tags: [a, {name: b, of: c}, [d, [e]], \'f]\', "g\\", h"]', ("a", "b", "d", "e", "f]", 'g", h')),
        ("tags: {label: x, name: y}", ("y",)),
        ("tags: [a, 'not ended, b]", ("a",)),
        ("tags: [a, b] # a remark ]", ("a", "b")),
        ('tags: ["\\ud800", "\\x41\\t\\z"]', ("\N{REPLACEMENT CHARACTER}", "A\tz")),
        ("tags:\n  - a\n    goes on\n  - name: b\n    of: c\n  - 'd: e'", ("a goes on", "b", "d: e")),
        ("tags: " + "[" * 200 + "x" + "]" * 200, ()),
        ("tags: |\n  a\n\n   b\n# a remark\n", ("a\n\n b",)),
    ],
)
def test_lists_and_quotations_as_people_write_them_are_read_as_far_as_they_go(
    block: str, tags: tuple[str, ...]
) -> None:
    assert tuple(yamlish.read(block.split("\n"))["tags"]) == tags
