"""A text's own headings stay, though other pages have buttons of that name."""

import pytest

from indexer.cleaning import clean_html, clean_text

TEXT = "The harbour board shall lay the account of the year before the council of the town."
TEXTE = "Le conseil du port dépose le compte de l'année devant le conseil de la ville."


@pytest.mark.parametrize(
    ("heading", "number", "text"),
    [
        ("Report", "12", TEXT),
        ("Register", "(1)", TEXT),
        ("Terms and conditions", "4.2", TEXT),
        ("Disclaimer", "", TEXT),
        ("Confidentialité", "7", TEXTE),
        ("Inscription", "a)", TEXTE),
    ],
)
def test_a_heading_above_running_text_stays(heading, number, text):
    lines = [line for line in (text, heading, number, text) if line]
    assert clean_text("\n".join(lines)).removed == ()
    assert clean_html(f"<p>{'</p><p>'.join(lines)}</p>").removed == ()


@pytest.mark.parametrize("button", ["Report", "Reply", "Register", "Confidentialité"])
def test_the_same_word_goes_elsewhere(button):
    taken = [line.text for line in clean_text(f"{TEXT}\n{button}\nAda Roe\n{TEXT}").removed]
    assert taken == [button]
    linked = clean_html(f"<p>{TEXT}</p><div><a href='/x'>{button}</a></div><p>{TEXT}</p>")
    assert button in [line.text for line in linked.removed]
