"""Cutting a text: what becomes title, body, timeline, comment and footer, and what must not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.model import PartKind
from tui.parts import cut
from tui.parts.byline import find_byline

PROSE = "The column left the town before dawn and reached the river by noon. Nobody stood in its way."


def shape(text: str) -> list[tuple[str, str]]:
    """Kind and first words of every part."""
    return [(part.kind.value, text[part.start : part.end].split("\n")[0][:24]) for part in cut(text)]


def article(*paragraphs: str) -> str:
    return "\n\n".join(["Five men held in the north", *[PROSE] * 5, *paragraphs]) + "\n"


def kinds(text: str) -> list[str]:
    return [part.kind.value for part in cut(text)]


def test_a_short_first_line_without_a_stop_is_the_title() -> None:
    assert kinds(article()) == ["title", "body"]


def test_a_first_line_that_is_a_sentence_is_no_title() -> None:
    assert kinds(f"{PROSE}\n\n{PROSE}\n") == ["body"]


def test_a_text_of_one_line_is_body() -> None:
    assert kinds("Five men held") == ["body"]


def test_a_span_of_years_at_the_head_of_a_title_opens_no_timeline() -> None:
    assert kinds(f"1750–1775: The Colonial Period\n\n{PROSE}\n\n{PROSE}") == ["title", "body"]


def test_prose_wrapped_by_hand_has_no_title() -> None:
    assert kinds(
        "The column left the town before dawn and reached\nthe river by noon. Nobody stood in\nits way.\n"
    ) == ["body"]


def test_a_stated_title_is_only_marked_where_the_text_repeats_it() -> None:
    assert cut(f"Background\n\n{PROSE}", "Five men held")[0].kind is PartKind.BODY
    assert cut(f"Five  men held\n\n{PROSE}", "Five men held")[0].kind is PartKind.TITLE


def test_an_entry_under_a_dated_heading_runs_to_the_next() -> None:
    text = article("March 2007: A raid.", "It lasted two days.", "April 2007: Another.", "May 3, 2007: A third.")
    assert shape(text)[2:] == [
        ("timeline", "March 2007: A raid."),
        ("timeline", "April 2007: Another."),
        ("timeline", "May 3, 2007: A third."),
    ]
    second = cut(text)[2]
    assert text[second.start : second.end].endswith("two days.")


def test_many_ways_to_write_a_dated_heading_are_understood() -> None:
    for heading in (
        "3 May 2007",
        "Thursday, May 3, 2007",
        "Sept. 2007",
        "March-July 2008",
        "Spring 2008",
        "2007-05-03",
        "MAY 2007",
        "early May 2007",
        "• May 2007",
    ):
        assert "timeline" in kinds(article(f"{heading}: A raid.")), heading


def test_a_dated_heading_may_stand_on_its_own_line() -> None:
    text = article("March 2007", "A raid.", "It lasted.", "April 2007", "Another raid.")
    assert kinds(text) == ["title", "body", "timeline", "timeline"]


def test_years_open_entries_when_there_are_several() -> None:
    assert kinds(article("1999: A treaty.\n2001: A war.\n2003: A peace.")) == ["title", "body"] + ["timeline"] * 3
    assert kinds(article("2007: that was the year nobody forgot.")) == ["title", "body"]


def test_a_plain_heading_ends_the_last_entry() -> None:
    text = article("March 2007: A raid.", "April 2007: Another.", "What came of it", PROSE)
    assert shape(text)[-1] == ("body", "What came of it")


def test_a_dateline_under_the_title_is_body() -> None:
    assert kinds(f"Engine troubles delay tour\n\nNovember 05, 2005\n\n{PROSE}\n\n{PROSE}") == ["title", "body"]


def test_a_date_inside_a_sentence_opens_nothing() -> None:
    assert kinds(article("In March 2007: so the report says. March 2007 was cold.")) == ["title", "body"]


def test_bulleted_comments_are_told_apart_with_their_writers() -> None:
    text = article(
        "Tags: ,\n", "  • Winger says:", "    Thanks.\n    More.", "    Still his.", "  • 13times says:", "    No."
    )
    parts = cut(text)
    assert [part.kind.value for part in parts] == ["title", "body", "footer", "comment", "comment"]
    assert [part.by for part in parts[3:]] == ["Winger", "13times"]
    assert text[parts[3].start : parts[3].end].endswith("Still his.")


def test_a_bullet_without_a_name_among_comments_is_an_anonymous_comment() -> None:
    text = article("  • Winger says:", "    Thanks.", "  • This is shameful.", "    Truly.")
    assert [(part.kind.value, part.by) for part in cut(text)[2:]] == [("comment", "Winger"), ("comment", "")]


def test_what_follows_indented_comments_at_the_margin_is_footer() -> None:
    text = article("  • Winger says:", "    Thanks.\n", "Islamic state\n\n", "Boko Haram")
    assert [part.kind.value for part in cut(text)[2:]] == ["comment", "footer"]


def test_comments_below_a_header_need_no_bullets() -> None:
    text = article("Comments (2)", "Ann Lee wrote:", "Good.", "Bob on October 14, 2007 at 5:03 pm said:", "Bad.")
    assert [(part.kind.value, part.by) for part in cut(text)[2:]] == [
        ("footer", ""),
        ("comment", "Ann Lee"),
        ("comment", "Bob"),
    ]


def test_two_names_that_say_something_make_comments_without_a_header() -> None:
    text = article("Ann says:", "Good.", "Bob said...", "Bad.")
    assert [part.by for part in cut(text) if part.kind is PartKind.COMMENT] == ["Ann", "Bob"]


def by_of(text: str) -> list[str]:
    return [part.by for part in cut(text) if part.kind is PartKind.COMMENT]


def test_a_name_and_the_comment_may_share_a_line() -> None:
    assert by_of(article("• Winger says: Thanks.", "• Bob says: No.")) == ["Winger", "Bob"]
    assert by_of(article("Comments (2)", "Winger says: Thanks.", "Bob says: No.")) == ["Winger", "Bob"]


def test_a_list_of_statements_within_an_article_is_no_comments() -> None:
    assert by_of(article("• Petraeus said: “Yes.”", "• Lynch said: “No.”")) == []
    assert by_of(article("• Petraeus said: the raid failed.", "• Lynch said: it did not.", f"{PROSE} {PROSE}")) == []


def test_numbered_and_dated_heads_give_their_names_alone() -> None:
    assert by_of(article("1. Winger says:\nThanks.\n\n2. Bob says:\nNo.")) == ["Winger", "Bob"]
    assert by_of(article("Ann Lee • 3 years ago\n\nGood.\n\nbob - 2 days ago\n\nBad.")) == ["Ann Lee", "bob"]


def test_comments_signed_beneath_belong_to_who_signed() -> None:
    text = article(
        "Comments",
        "I think so.\n\nPosted by: Bob at October 14, 2007 5:03 PM",
        "Wrong!\n\nPosted by: Ann Lee at October 15, 2007 6:03 PM",
    )
    assert by_of(text) == ["Bob", "Ann Lee"]
    first = next(part for part in cut(text) if part.kind is PartKind.COMMENT)
    assert text[first.start : first.end].startswith("I think so.")


def test_the_form_for_a_reply_ends_the_comments() -> None:
    text = article("2 Responses", "Ann says:\n\nGood.", "Leave a Reply", "Your email address will not be published.")
    assert kinds(text)[2:] == ["footer", "comment", "footer"]


def test_a_counted_header_makes_comments_of_what_follows() -> None:
    assert kinds(article("14 Comments", "Great piece.", "Not so."))[2:] == ["footer", "comment"]


def test_a_link_to_comments_at_the_top_takes_nothing_away() -> None:
    assert kinds("\n\n".join(["Five men held", "14 Comments", *[PROSE] * 9])) == ["title", "body"]


def test_a_link_to_comments_above_the_text_makes_no_comment_of_a_speaker() -> None:
    text = "\n\n".join(["Five men held", "Comments", "Lynch said: the raid failed.", *[PROSE] * 9])
    assert by_of(text) == []


def test_speakers_who_are_quoted_are_no_commenters() -> None:
    text = article("Lynch said:", "“We have formal links.”", "Petraeus said:", "“There is no question.”")
    assert kinds(text) == ["title", "body"]


def test_somebody_who_says_something_once_is_no_commenter() -> None:
    assert kinds(article("The report says:", "Nothing was found.")) == ["title", "body"]


def test_appeals_author_boxes_and_tags_are_footer() -> None:
    text = article(
        "Please support The Journal by donating to our organisation.",
        "Ada Quill is a Senior Fellow at the Institute of Maps and the editor of The Journal.",
        "Tags: Iraq, Iran",
    )
    assert shape(text)[2:] == [("footer", "Please support The Journ")]


def test_agency_lines_are_footer() -> None:
    assert kinds(article("Reporting by Ada Quill; editing by Tom Lee"))[2:] == ["footer"]
    assert kinds(article("Writer Ada Quill in Paris contributed to this report."))[2:] == ["footer"]
    assert kinds(article("Posted in Iraq"))[2:] == ["footer"]


def test_headlines_under_a_related_line_are_footer() -> None:
    text = article("Related articles:", "A headline about a long campaign in the northern hills\nAnother headline")
    assert shape(text)[2:] == [("footer", "Related articles:")]


def test_a_last_sentence_about_a_man_of_the_story_is_no_author_box() -> None:
    text = "\n\n".join(["Spokesman quits", f"Karl Weber left. {PROSE}", "Karl Weber is a former editor of a daily."])
    assert kinds(text) == ["title", "body"]


def test_short_last_lines_alone_are_no_footer() -> None:
    assert kinds(article("A verse without a stop", "Another verse")) == ["title", "body"]


def test_support_for_somebody_at_the_end_is_no_appeal() -> None:
    assert kinds(article("Support for the president fell again, as our correspondent reports today.")) == [
        "title",
        "body",
    ]


def test_blank_text_has_no_parts() -> None:
    assert cut(" \n\t\n") == ()


LINES = st.sampled_from(
    [
        *("", "", "March 2007: x", "2007: y", "2008", "• Ann says:", "    Thanks.", "Comments (3)", "Tags: a", PROSE),
        *("A heading", "Bob wrote:", "Ann Lee is an editor at The Paper.", "\x0c", "  ", "Read more", "Boko Haram"),
    ]
)


@given(st.lists(LINES, max_size=30).map("\n".join) | st.text(max_size=200))
def test_parts_are_in_order_and_leave_out_only_blank_space(text: str) -> None:
    at = 0
    for part in cut(text):
        assert not text[at : part.start].strip()
        assert part.start < part.end
        assert not text[part.start].isspace()
        assert not text[part.end - 1].isspace()
        at = part.end
    assert not text[at:].strip()


def test_a_million_blank_lines_and_a_line_without_end_are_cut_at_once() -> None:
    assert len(cut("A title\n\n" + "\n" * 1_000_000 + PROSE)) == 2
    assert len(cut("A title\n\n" + "says " * 1_000_000)) == 2
    assert len(cut(" " * 3_000_000 + "x")) == 1


@pytest.mark.parametrize(
    ("text", "byline"),
    [
        ("Title here\n\nBy Maria Höfl\n\nBody.\n", "Maria Höfl"),
        ("By Ann Lee and Jan M. Kos\n\nPARIS – Boeing won.\n", "Ann Lee and Jan M. Kos"),
        ("Title here\n\nBy noon the troops had left.\n", ""),
        ("By Any Means\n\nThe troops had left.\n", ""),
        ("By the Rivers of Babylon\n\nThe troops had left.\n", ""),
    ],
)
def test_who_wrote_an_article_stands_in_a_line_of_its_own(text: str, byline: str) -> None:
    assert find_byline(text) == byline
    if text.startswith("By "):
        assert (cut(text)[0].kind is PartKind.TITLE) == (byline == "")


def test_lines_too_long_to_be_wrapped_by_hand_are_paragraphs_without_a_blank_line_between() -> None:
    long = (
        "The army left the town, and nobody knew where it had gone or when it would be back, if ever it would be. " * 2
    )
    text = f"Army leaves\n{long.strip()}\n{long.strip()}\nPosted by: Ann Lee 2024-01-09 |"
    assert [part.kind for part in cut(text)] == [PartKind.TITLE, PartKind.BODY, PartKind.FOOTER]


def test_the_form_beneath_a_post_is_its_footer() -> None:
    text = (
        "Army leaves\n\nThe army left the town.\n\nSource : UPI News\n\nLeave a Reply\n\n"
        "Your email address will not be published. Required fields are marked *"
    )
    footer = cut(text)[-1]
    assert (footer.kind, text[footer.start : footer.end].startswith("Source")) == (PartKind.FOOTER, True)
