"""Front matter as people really write it, in four dialects; a post that does not parse loads all the same."""

import pytest
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
