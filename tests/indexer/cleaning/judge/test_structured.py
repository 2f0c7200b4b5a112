"""Short lines of laws, minutes and price lists stay; the same looks as furniture still go."""

import html

import pytest

from indexer.cleaning import clean_html, clean_text

ORDERS = ["Moved by Trustee Hale", "Seconded by Trustee Ito", "THAT the report be received."]


def act(sections: int) -> list[str]:
    lines = ["Kiln Safety Act", "R.S., c. K-3", "Assented to May 2, 1991"]
    for number in range(1, sections + 1):
        if number % 5 == 1:
            lines += [f"CHAPTER {number // 5 + 1}", "KILNS"]
        lines += ["Records", f"{number}. The keeper of a kiln shall file a return each year."]
        lines += ["(2) The keeper shall", "(a) keep the log;", "(b) train the crew;", "(c) pay."]
    return lines


def loi(sections: int) -> list[str]:
    lines = ["Loi sur les fours à chaux", "L.R., ch. F-9", "Sanctionnée le 2 mai 1991"]
    for number in range(1, sections + 1):
        if number % 5 == 1:
            lines += [f"Chapitre {'I' * (number // 5 % 3 + 1)}", "Des fours"]
        lines += ["Registre", f"Art. {number}. Le gardien produit une déclaration chaque année."]
        lines += ["(2) Le gardien doit :", "a) tenir le registre;", "b) former les équipes."]
    return lines


def minutes(items: int) -> list[str]:
    lines = ["TOWN OF PINE", "MINUTES", "Monday, May 6, 2013", "7:00 p.m.", "Present:", "T. Hale"]
    for number in range(1, items + 1):
        lines += [f"{number}. ROADS", f"{number}.1 Culvert", *ORDERS]
        lines += ["Opposed: Trustee Brandt", "Carried."] if number % 3 else ["Carried."]
    return [*lines, f"{items + 1}. ADJOURNMENT", "7:42 p.m."]


def proces_verbal(items: int) -> list[str]:
    lines = ["VILLE DES PINS", "PROCÈS-VERBAL", "Lundi 6 mai 2013", "19 h", "Présents :", "M. Hale"]
    for number in range(1, items + 1):
        lines += [f"{number}. Voirie", "Proposé par M. Hallé", "Appuyé par Mme Ito"]
        lines += ["QUE le rapport soit reçu.", f"Contre : {number % 4}", "Adoptée."]
    return [*lines, f"{items + 1}. Levée de la séance", "19 h 42"]


def fees(rows: int) -> list[str]:
    lines = ["Schedule of fees", "In force January 1, 2014", "Service", "Fee"]
    for number in range(rows):
        lines += ["Cemetery"] if number % 6 == 0 else []
        lines += [f"Plot {number % 9} | each | ${number % 70 + 5}.00"]
    return [*lines, "Fees are reviewed each year in November by the finance committee."]


def tarif(rows: int) -> list[str]:
    lines = ["Tarif des services", "En vigueur le 1er janvier 2014", "Service", "Prix"]
    for number in range(rows):
        lines += ["Cimetière"] if number % 6 == 0 else []
        lines += [f"Concession ..... {number % 70 + 5},00 $"]
    return [*lines, "Le tarif est revu chaque année en novembre par le comité des finances."]


def answers(questions: int) -> list[str]:
    lines = ["Bins: questions and answers"]
    for number in range(1, questions + 1):
        lines += [f"Q{number}. Is glass taken?", ("Yes.", "No.", "Ask at the hall.")[number % 3]]
    return lines


@pytest.mark.parametrize("times", [8, 100])
@pytest.mark.parametrize(
    "kind", [act, loi, minutes, proces_verbal, fees, tarif, answers], ids=lambda kind: kind.__name__
)
def test_a_page_of_short_lines_with_a_structure_is_kept_whole(kind, times):
    lines = kind(times * 5 if kind in (fees, tarif) else times)
    marked = "".join(f"<p>{html.escape(line)}</p>" for line in lines)
    assert clean_text("\n".join(lines)).removed == ()
    assert clean_html(f"<!doctype html><title></title><body>{marked}</body>").removed == ()


MENU = ["Home", "News", "Sport", "Weather", "Obituaries", "Puzzles", "Jobs", "Homes", "Cars"]
STORY = [
    "The ferry to the island will stop in November, the harbour board said on Monday evening.",
    "About forty people use it each day, most of them pupils of the school on the mainland.",
    "The board has asked the county to pay for a bus over the bridge until the spring.",
] * 6
FOOT = ["Privacy Policy", "Terms of Use", "Contact us", "© 2017 Example Media"]


def test_a_menu_above_a_law_still_goes():
    kept = clean_text("\n".join([*MENU, "Log in", *act(60), *FOOT])).text.split("\n")
    assert not {"Sport", "Obituaries", "Puzzles", "Privacy Policy"} & set(kept)
    assert kept.count("(a) keep the log;") == 60


def test_a_numbered_list_of_other_stories_still_goes():
    top = [f"{number}. {words}" for number, words in enumerate(["Snow", "Bridge", "School"], 1)]
    page = ["Example Post", *MENU, *STORY, "Most read", *top, *MENU, *FOOT]
    kept = clean_text("\n".join(page)).text.split("\n")
    assert not {"Sport", "Puzzles", "1. Snow", "3. School"} & set(kept)


def test_links_with_numbers_stay_no_text():
    links = "".join(f"<li><a href='/{n}'>{n}. Ward {n}</a></li>" for n in range(1, 13))
    story = "".join(f"<p>{line}</p>" for line in STORY)
    page = f"<title>Ferry</title><nav><ul>{links}</ul></nav><main>{story}</main>"
    assert "Ward 3" not in clean_html(page).text
