"""No page is emptied without a flag, and every line is accounted for, whatever took it."""

from hypothesis import given, settings
from hypothesis import strategies as st

from indexer.cleaning import clean_html, clean_text
from indexer.cleaning.account import account_of, lines_of
from indexer.cleaning.line import key_of
from indexer.cleaning.profile import Override, SourceProfile
from indexer.repeats.marks import mark_of

PROSE = "The council heard on Tuesday that the ferry of the harbour was late again this week."
FURNITURE = ("Skip to main content", "© 2016 The Alder Post", "Share on Facebook", "Home", "Sports")
LINES = st.lists(
    st.sampled_from([*FURNITURE, "Tides", "Weather", "", "Another line", PROSE]), max_size=60
)
MARKS = {mark_of(key_of(line), line): 9 for line in (*FURNITURE, "Tides", "Weather", PROSE)}
PROFILES = st.sampled_from(
    [
        SourceProfile(),
        SourceProfile("alder.example", 10, MARKS),
        SourceProfile(
            "alder.example", 10, MARKS, (Override("drop", "*e*"), Override("keep", "H*"))
        ),
        SourceProfile("alder.example", overrides=(Override("drop", "/^[A-Z©]/"),)),
    ]
)


def checked(cleaned, lines: tuple[str, ...]) -> None:
    assert cleaned.original_lines() == lines
    assert [line.text for line in lines_of(cleaned)] == list(lines)
    account = account_of(cleaned)
    assert account.lines_kept + account.lines_removed == sum(bool(x.strip()) for x in lines)
    assert account.words_kept + account.words_removed == len(" ".join(lines).split())
    assert sum(count for _, count in account.by_rule) == account.lines_removed
    assert all(line.rule and line.reason for line in cleaned.removed)
    if not cleaned.text.strip() and any(line.strip() for line in lines):
        assert "cleaning left nothing" in cleaned.flags


@settings(max_examples=150, deadline=None)
@given(LINES, PROFILES)
def test_a_text_is_never_emptied_unseen(lines, profile):
    cleaned = clean_text("\n".join(lines), profile=profile)
    checked(cleaned, tuple("\n".join(lines).split("\n")))


@settings(max_examples=100, deadline=None)
@given(LINES, st.sampled_from(["p", "nav", "aside", "main", "footer", "li"]), PROFILES)
def test_html_is_never_emptied_unseen(lines, tag, profile):
    body = "".join(f"<{tag}>{line}</{tag}>" for line in lines)
    cleaned = clean_html(f"<html><body>{body}</body></html>", profile=profile)
    checked(cleaned, cleaned.original_lines())
