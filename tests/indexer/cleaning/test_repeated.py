"""Lines that the page's source repeats: which go, which stay, and what the ledger says."""

from hypothesis import given, settings
from hypothesis import strategies as st

from indexer.cleaning import clean_html, clean_text
from indexer.cleaning.line import key_of
from indexer.cleaning.mark import mark_of
from indexer.cleaning.profile import Override, SourceProfile
from indexer.cleaning.repeated import NAME

MOTTO = "We believe that everyone on the coast deserves to know the tide."
THANKS = "Our readers keep us afloat, and we thank each of them."
NOTE = "Statements made by our guests are theirs alone, says the paper."
PRINTED = "Imprimé sur l'île depuis 1911."
OWN = "The ferry to the island will stop in winter, the harbour's council said on Monday."
MORE = "Teachers and nurses who live there asked the council for a smaller boat instead."


def profile(*lines: str, pages: int = 20, **more) -> SourceProfile:
    marks = {mark: 18 for line in lines if (mark := mark_of(key_of(line), line)) is not None}
    return SourceProfile("alder.example", pages, marks, **more)


KNOWN = profile(MOTTO, THANKS, NOTE, PRINTED, "Background", "Par la rédaction", "By Staff")


def removed(cleaned) -> list[str]:
    return [line.text for line in cleaned.removed if line.rule == NAME]


def test_lines_that_the_site_repeats_go_with_their_reason():
    cleaned = clean_text("\n".join([MOTTO, THANKS, OWN, MORE, NOTE, PRINTED]), profile=KNOWN)
    assert removed(cleaned) == [MOTTO, THANKS, NOTE, PRINTED]
    assert cleaned.text == f"{OWN}\n{MORE}"
    assert cleaned.removed[0].reason == "It stands on 18 of 20 different texts of alder.example."
    assert cleaned.removed[0].score == 0.9


def test_html_is_cleaned_of_them_too():
    html = "".join(f"<p>{line}</p>" for line in (OWN, MORE, NOTE, PRINTED))
    assert removed(clean_html(html, profile=KNOWN)) == [NOTE, PRINTED]


def test_a_repeated_line_alone_between_the_pages_own_stays():
    page = "\n".join(["By Staff", OWN, "Background", MORE, "Par la rédaction", OWN])
    assert removed(clean_text(page, profile=KNOWN)) == []


def test_a_repeated_line_beside_one_that_a_rule_took_goes():
    page = "\n".join(["Skip to main content", MOTTO, OWN, MORE])
    cleaned = clean_text(page, profile=KNOWN)
    assert [line.rule for line in cleaned.removed] == ["skip-link", NAME]


def test_a_rule_that_knows_a_line_keeps_its_name_in_the_ledger():
    page = "\n".join(["Skip to main content", MOTTO, OWN, MORE])
    known = profile("Skip to main content", MOTTO)
    rules = [line.rule for line in clean_text(page, profile=known).removed]
    assert rules == ["skip-link", NAME]


def test_a_title_that_other_pages_link_to_stays_on_its_own_page():
    title = "The ferry stops in winter"
    html = (
        f"<title>{title} | The Alder Post</title><p>{MOTTO}</p><p>{title}</p><p>{OWN}</p>"
        f"<p>{MORE}</p>"
    )
    known = profile(title, MOTTO, THANKS)
    assert title in clean_html(html, profile=known).text


def test_a_page_of_which_too_little_would_be_left_loses_nothing():
    cleaned = clean_text("\n".join([MOTTO, THANKS, NOTE, PRINTED]), profile=KNOWN)
    assert (cleaned.removed, cleaned.flags) == ((), ())


def test_an_order_to_keep_a_line_wins_over_repeats():
    known = profile(MOTTO, THANKS, overrides=(Override("keep", "*afloat*", "readers like it"),))
    cleaned = clean_text("\n".join([MOTTO, THANKS, OWN, MORE]), profile=known)
    assert removed(cleaned) == [MOTTO]


LINES = [MOTTO, THANKS, NOTE, PRINTED, OWN, MORE, "Background", "By Staff", "Share", "", "***"]


@settings(max_examples=200, deadline=None)
@given(
    st.lists(st.sampled_from(LINES), max_size=60), st.sets(st.sampled_from(LINES)), st.booleans()
)
def test_kept_and_removed_lines_restore_the_page_and_words_stay(lines, known, html):
    page = "".join(f"<p>{line}</p>" for line in lines) if html else "\n".join(lines)
    clean = clean_html if html else clean_text
    cleaned = clean(page, profile=profile(*known))
    assert cleaned.original_lines() == clean(page).original_lines()
    if cleaned.removed:
        assert cleaned.text
