"""What the bundled collection must be: well shaped, its own words, and every name and figure of what it retells."""

import os
import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

SEEDS = Path(__file__).parents[1] / "seeds"
MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
HEADING = re.compile(rf"^(?:{MONTHS}) \d{{4}}: ", re.MULTILINE)
COMMENT = re.compile(r"^  • (.+) says:\n\n    \S", re.MULTILINE)

INVOLVEMENT = "iranian-involvement-in-iraq.txt"
RELEASE = "release-of-qods-force-agents.txt"
ORIGINALS = {INVOLVEMENT: "000_de637f0911d4b16c.txt", RELEASE: "003_64d39eda5eebdf75.txt"}
"""Each account and the file name of the article that it retells."""

HEADINGS = {INVOLVEMENT: 21, RELEASE: 0}
"""How many "Month YYYY:" entries each account has."""

VARIANTS = {
    INVOLVEMENT: """
        Qods Force|Qods force|al-Qods Brigade|Quds|Iranian Revolutionary Guards’|IRGC|Baseej|Special Guards
        Iranian Revolutionary Guard Corps-Qods Force|Iranian Revolutionary Guards Corps-Qods Force
        Iranian Revolutionary Guard – Qods Force|Ramazan Corps|Zafr Command|Zafr Commander|Mahmud Farhadi
        Azhar al-Dulaimi|Azhar al Dulaimi|Al Dulaimi|Dulaimi|Mussa Ali Daqduq|Daqduq|Hassan Nasrallah
        Hassan Kazemi-Qomi|Kazemi-Qomi|Qais Qazali|Laith Qazali|Qazali Network|Qazali network|Sheibani
        Muqtada al Sadr|Mahdi Army|JaM|Badr|Secret Cells|Secret Cell|‘Secret Cells’|Special Groups|special groups
        Hezbollah|Lebanese Hezbollah|Hezbollah Lebanon|Hezbolla in|Imad Mugniyah|External Security Organizations
        Explosively Formed Projectiles|explosively formed penetrators|EFPs|EFP|IEDs|Misagh-1|Misagh 1
        General David Petraeus|General Petraeus|Gen. Petraeus|Major General Rick Lynch|Rear Admiral Mark Fox
        Brigadier General Kevin Bergner|James Gordon Meek|Karen Hughes|Oliver North|Mustafa Kemal
        al Qaeda in Iraq|Al Qaeda-in-Mesopotomia|al Qaeda Central|AQI|AQ|Abu Ayyub al Masri|Al Masri
        Ayman al Zawahiri|Zawahiri|Egyptian Islamic Jihad|Abu Musab al Zarqawi|Omar Farouq|Farouq
        Abd al-Hadi al-Iraqi|Osama bin Laden|bin Laden|SCIRI|MEK|FARC|OPEC|Gazprom|Bekaa|Kudish|Tri-Border
        Irbil Five|Karbala Provincial Joint Coordination Center|Karbala Provincial Joint Communications Center
        Majjar al-Kabir|Amarah|Maysan|Sadr City|Baqubah|Wasit|Babil|Najaf|Bagram|Georgian Army|3rd Brigade
        The Counterterrorism Blog|Mouth of the Potomac|The New York Daily News|The Washington Post
        Aviation Week and Space Technology|The Independent|Multinational Forces Iraq|Multinational Division Central
        U.S.|US forces|Iraqi Special Operations Forces|Coalition forces|the Pentagon|COINTEL|HUMINT|OODA|UAV
    """,
    RELEASE: """
        Qods Force|IRGC-QF|QF officer|Quds|Iranian Revolutionary Guard – Qods Force|Revolutionary Guard
        Islamic Revolutionary Guards Corps|Ramazan Corps|Mahmud Farhadi|Ali Mussa Daqduq|Azhar al Dulaimi
        Hassan Kazemi Qomi|Qomi|Nuri al-Maliki|Qais Qazali|Laith Qazali|Qais|Laith|Qazali Network|Qazali network
        Asaib al Haq|Asaib|League of the Righteous|Brigade of the Promised Day|Akram al Kabi|Mahdi Army
        Muqtada al Sadr|Sadrs|Sadrist|Hezbollah Brigades|Kata’ib Hezbollah|Lebanese Hezbollah|Special Groups
        explosively formed projectiles|explosively-formed penetrator|EFPs|rocket-assisted|Irbil Five|Irbil 5
        General David Petraeus|Petraeus|US Central Command|Lieutenant General Lloyd Austin|Austin|Saddam Hussein
        Provincial Joint Coordination Center|World Affairs Council’s|Global Leadership Series|Seattle|Basrah
        Brig. Gen. Dave Quantock|Taskforce 134|Hoshyar Zebari|The Thunder Run|From the Front|AFPAK|Awakening
        Baathists|Al Qaeda|Gulf States|Multinational Forces Iraq|The Long War Journal|Flash Player|Ratlines
    """,
}
"""Spellings that must stand, letter for letter, in each account: they are what jumping and merging are tried on."""

DATED = {
    INVOLVEMENT: """
        In an October 12 posting|since early 2007|around mid-September|in 2005|from June 2007|On January 26
        Four days later|from April to late June 2007|the June 4 edition|last night’s raid|past several weeks
        past few weeks|in recent weeks|Over the past year|for 30 years|3 or 4 years|last year
    """,
    RELEASE: """
        in late 2006|in January 2007|in mid-January 2007|in November 2007|in December 2006|the following month
        last month|the spring of 2008|in early 2007|Since late 2006|Since mid-October 2008|spring and summer of 2008
        in June|last summer|in 2007|from March to July of 2008|earlier this year|for more than a year|Last summer
        On Feb. 4|In July 2009|07/10/2009|attack of January 2007
    """,
}
"""Ways of saying a date that must stand in each account: they are what the date reader is tried on."""


def read(name: str) -> str:
    """The account's text, its bytes decoded as they are."""
    return (SEEDS / name).read_bytes().decode("utf-8")


def manifest() -> dict[str, Any]:
    """The tables of the bundled corpus.toml."""
    return tomllib.loads((SEEDS / "corpus.toml").read_text(encoding="utf-8"))


def phrases(block: str) -> list[str]:
    """The phrases of a block above, which are parted by bars and line ends."""
    return [phrase for line in block.strip().splitlines() for phrase in line.strip().split("|")]


def words(text: str) -> list[str]:
    """The text's words in lower case, apostrophes dropped and every other mark taken for a gap."""
    return re.findall(r"[^\W_]+", re.sub(r"[’']", "", text.lower()))


def runs(text: str, length: int) -> set[tuple[str, ...]]:
    """Every run of `length` consecutive words in the text."""
    row = words(text)
    return {tuple(row[at : at + length]) for at in range(len(row) - length + 1)}


def original(name: str) -> str:
    """The article that the account `name` retells; skips the test where the originals are not at hand."""
    folder = os.environ.get("BACKSTORY_DUMPS")
    if not folder:
        pytest.skip("BACKSTORY_DUMPS is not set to the folder of the original articles, so nothing can be compared.")
    return (Path(folder) / ORIGINALS[name]).read_text(encoding="utf-8")


both = pytest.mark.parametrize("name", [INVOLVEMENT, RELEASE])


def test_the_manifest_names_every_account_and_nothing_else() -> None:
    paths = [article["path"] for article in manifest()["article"]]
    assert sorted(paths) == sorted(path.name for path in SEEDS.glob("*.txt"))
    assert sorted(paths) == sorted(ORIGINALS)


def test_the_folder_holds_texts_and_the_manifest_only() -> None:
    assert {path.suffix for path in SEEDS.iterdir()} == {".txt", ".toml"}


def test_every_article_says_who_wrote_what_where_and_about_when() -> None:
    for article in manifest()["article"]:
        assert article["byline"] == "Bill Roggio"
        assert article["source"] == "The Long War Journal, retold in our own words"
        assert re.fullmatch(r"\d{4}-\d{2}-\d{2}~", article["published"])
        assert article["title"] == read(article["path"]).partition("\n")[0]


def test_the_shared_entities_have_a_kind_and_a_line_and_occur_in_the_texts() -> None:
    everything = read(INVOLVEMENT) + read(RELEASE)
    for entity in manifest()["entity"]:
        assert entity["kind"] in {"organisation", "weapon"}
        assert entity["about"].endswith(".")
        assert entity["name"] in everything
        assert any(alias in everything for alias in entity["aliases"])


@both
def test_an_account_is_plain_utf8_with_unix_line_ends(name: str) -> None:
    text = read(name)
    assert not text.startswith("\ufeff")
    assert "\r" not in text
    assert text.endswith("\n")


@both
def test_an_account_opens_with_its_title_and_goes_on_in_prose(name: str) -> None:
    title, gap, first = read(name).split("\n")[:3]
    assert title
    assert gap == ""
    assert len(first) > 150


@both
def test_timeline_entries_stand_under_months_and_rise_in_order(name: str) -> None:
    months = MONTHS.split("|")
    found = [heading.rstrip(": ").split(" ") for heading in HEADING.findall(read(name))]
    assert len(found) == HEADINGS[name]
    days = [(int(year), months.index(month)) for month, year in found]
    assert days == sorted(days)


@both
def test_comments_come_after_the_tags_and_before_the_trailing_words(name: str) -> None:
    text = read(name)
    at = [found.start() for found in COMMENT.finditer(text)]
    assert len(at) == {INVOLVEMENT: 6, RELEASE: 12}[name]
    assert text.index("\nTags: ,") < at[0]
    assert at[-1] < text.index("\nIslamic state\n\n\n\nAl shabaab\n\nBoko Haram\n")


@both
def test_one_comment_has_lost_its_name_as_scraped_pages_do(name: str) -> None:
    bullets = re.findall(r"^  • .+$", read(name), re.MULTILINE)
    assert len([bullet for bullet in bullets if not bullet.endswith(" says:")]) == 1


@both
def test_the_last_line_says_that_it_is_an_account_and_of_what(name: str) -> None:
    last = read(name).rstrip("\n").rpartition("\n")[2]
    assert "an account, in our own words," in last
    assert "Bill Roggio in The Long War Journal" in last


def test_the_damage_of_scraped_pages_is_represented() -> None:
    assert "Cellsfrom June 2007" in read(INVOLVEMENT)
    assert "em>The Independent" in read(INVOLVEMENT)
    assert "last¬†Armenian" in read(INVOLVEMENT)
    assert "a href=””>Azhar al Dulaimi" in read(RELEASE)


@both
def test_every_spelling_variant_stands_in_the_account(name: str) -> None:
    text = read(name)
    assert [said for said in phrases(VARIANTS[name]) if not re.search(rf"(?<!\w){re.escape(said)}(?!\w)", text)] == []


@both
def test_every_way_of_saying_a_date_stands_in_the_account(name: str) -> None:
    text = read(name).lower()
    assert [said for said in phrases(DATED[name]) if said.lower() not in text] == []


def test_the_contradictions_between_and_within_the_articles_are_kept() -> None:
    involvement, release = read(INVOLVEMENT), read(RELEASE)
    assert "\nMay 2007: Azhar al-Dulaimi was killed" in involvement
    assert "\nJuly 2007: Azhar al Dulaimi was captured" in involvement
    assert re.search(r"Azhar al Dulaimi, .{1,60} was killed in the country in early 2007", release)
    assert re.search(r"\nOctober 2007: General Petraeus declared .{1,60}Kazemi-Qomi", involvement)
    assert "General David Petraeus said so back in November 2007" in release
    assert "\nJanuary 2007: Five Qods Force officers were captured" in involvement
    assert re.search(r"detained in the north of Iraq in late 2006.{1,300}January 2007", release, re.DOTALL)
    assert re.search(r"upwards of 300 US soldiers.{1,80}the 200", involvement)
    assert "Provincial Joint Communications Center" in involvement


@both
def test_an_account_is_about_as_long_as_what_it_retells(name: str) -> None:
    assert 0.85 < len(read(name)) / len(original(name)) < 1.15


@both
def test_no_run_of_eight_words_is_shared_with_either_original(name: str) -> None:
    shared = runs(read(name), 8) & (runs(original(INVOLVEMENT), 8) | runs(original(RELEASE), 8))
    assert sorted(" ".join(run) for run in shared) == []


@both
def test_the_same_readers_speak_in_the_same_order(name: str) -> None:
    assert COMMENT.findall(read(name)) == COMMENT.findall(original(name))


@both
def test_the_same_months_head_the_same_entries(name: str) -> None:
    assert HEADING.findall(read(name)) == HEADING.findall(original(name))


@both
def test_every_figure_of_the_original_stands_in_the_account(name: str) -> None:
    figures = re.compile(r"\d[\d,/]*\d|\d")
    assert sorted(set(figures.findall(original(name))) - set(figures.findall(read(name)))) == []


@both
def test_every_variant_asked_for_is_one_that_the_original_has(name: str) -> None:
    text = original(name)
    assert [said for said in phrases(VARIANTS[name]) if said not in text] == []
