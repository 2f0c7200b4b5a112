from training.lines.labels import label

CHOSEN = (
    "Council votes to keep the library. The council met for nine hours in the old hall. "
    "What happens next. A second meeting is set for the spring."
)


def test_lines_of_the_chosen_text_are_text_and_others_are_not():
    lines = [
        "Home",
        "Council votes to keep the library",
        "The council met for nine hours in the old hall.",
        "Subscribe to our newsletter today and never miss a story",
        "What happens next",
        "A second meeting is set for the spring.",
        "Contact",
    ]
    assert label(lines, CHOSEN) == [0, 1, 1, 0, 1, 1, 0]


def test_a_line_that_stands_twice_on_the_page_and_once_in_the_text_counts_once():
    lines = ["The council met for nine hours in the old hall."] * 2
    assert sum(label(lines, CHOSEN)) == 1


def test_a_short_line_counts_only_where_its_neighbours_stand():
    lines = [
        "spring",
        *["Weekend and more of the kind that sites put above"] * 3,
        "Council votes to keep the library",
        "The council met for nine hours in the old hall.",
        "What happens next",
    ]
    assert label(lines, CHOSEN)[0] == 0
    assert label(lines, CHOSEN)[-1] == 1


def test_a_line_partly_in_the_text_is_text_in_part():
    (share,) = label(["By Staff The council met for nine hours in the old hall."], CHOSEN)
    assert 0.5 < share < 1
