"""The address of an original: only what is safe to show and open, and the very same string for both."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.reader.original import Original, original

SAFE = set(string.ascii_letters + string.digits + "!#$%&'()*+,-./:;=?@_~[]")


@pytest.mark.parametrize(
    ("url", "opened"),
    [
        ("https://example.org/a/b?c=d&e=f#g", "https://example.org/a/b?c=d&e=f#g"),
        ("HTTP://Example.org:8080", "http://example.org:8080"),
        ("  http://example.org/two words ", "http://example.org/two%20words"),
        ("http://example.org/%C3%BC", "http://example.org/%C3%BC"),
        ("https://exämple.org/ü", "https://xn--exmple-cua.org/%C3%BC"),
        ("http://[::1]/x", "http://[::1]/x"),
        ('http://example.org/"$(reboot)`x`;|&', "http://example.org/%22$(reboot)%60x%60;%7C&"),
        ("http://example.org/\x1b]0;x\x07\u202e", "http://example.org/%1B]0;x%07%E2%80%AE"),
    ],
)
def test_an_address_is_opened_as_it_is_shown(url: str, opened: str) -> None:
    found = original(url)
    assert isinstance(found, Original)
    assert found.url == opened


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("", "names no original"),
        ("javascript:alert(1)", "Only http and https"),
        ("file:///etc/passwd", "Only http and https"),
        ("-o /tmp/x", "Only http and https"),
        ("example.org/page", "Only http and https"),
        ("https://bank.example@evil.example/", "before an @"),
        ("http:///path", "names no machine"),
        ("http://two words.example/", "names no machine"),
        ("http://example.org:99999/", "cannot be read"),
        ("http://[::1/", "cannot be read"),
        ("http://example.org/" + "x" * 3000, "so long a one"),
    ],
)
def test_what_is_not_opened_says_why(url: str, reason: str) -> None:
    said = original(url)
    assert isinstance(said, str)
    assert reason in said


@given(st.text(max_size=80), st.sampled_from(["", "http://", "https://example.org/", "https://example.org?", "http:"]))
def test_no_address_holds_a_sign_that_could_act(rest: str, begin: str) -> None:
    found = original(begin + rest)
    if isinstance(found, Original):
        assert set(found.url) <= SAFE
        assert found.url.startswith(("http://", "https://"))
        assert not isinstance(original(found.url), str)
