"""What the HTML says of each line; -1 throughout where the page has lost its tags."""

import re
from collections.abc import Mapping

import numpy as np
import numpy.typing as npt

from indexer.cleaning.judge.vocabulary import Scores, hash_names
from indexer.cleaning.page import Page

Floats = npt.NDArray[np.float32]

TAG_RANKS = {
    "p": 0,
    "blockquote": 1,
    "pre": 2,
    "li": 3,
    "dd": 4,
    "dt": 5,
    "td": 6,
    "tr": 6,
    "th": 7,
    "figcaption": 8,
    "caption": 8,
    "div": 9,
    "section": 10,
    "article": 10,
    "main": 10,
    "body": 11,
}
OTHER_TAG = 12
# What rules that rest on tags say of a line, from the least to the most certain of furniture.
SUSPECT_RANKS = {
    "outside-main": 1,
    "in-page-header": 2,
    "in-sidebar": 3,
    "in-related": 4,
    "link-run": 5,
    "in-advert": 6,
    "in-newsletter-box": 7,
    "in-form-area": 8,
    "in-dialog": 9,
    "hidden": 10,
    "in-menu": 11,
    "in-share-bar": 12,
    "in-page-footer": 13,
    "form-control": 14,
    "in-consent-note": 15,
}
LANDMARK_RANKS = {
    "article": 0,
    "main": 1,
    "": 2,
    "figure": 3,
    "header": 4,
    "form": 5,
    "aside": 6,
    "footer": 7,
    "nav": 8,
    "dialog": 9,
}
CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
NOT_WORD = re.compile(r"[^a-z]+")
MAX_CLASS_CHARS = 200
NAMES = (
    "tag",
    "heading",
    "landmark",
    "link share",
    "in main",
    "areas",
    "suspect",
    "same class, lines",
    "same class, words",
    "same class, links",
    "same class, prose",
    "class said",
    "class said, lowest",
    "class said, highest",
    "blank above",
)


def tag_features(page: Page, suspects: Mapping[int, str], scores: Scores) -> dict[str, Floats]:
    """One value a line for each name."""
    content = page.content
    if not page.is_html:
        return {name: np.full(len(content), -1, np.float32) for name in NAMES}
    marks = [line.markup for line in content]
    groups: dict[tuple[str, str], int] = {}
    group = np.array(
        [groups.setdefault((m.tag, m.class_name) if m else ("", ""), len(groups)) for m in marks]
    )
    words = np.array([min(line.words, 200) for line in content], np.float32)
    prose = np.array([line.is_prose for line in content], np.float32)
    links = np.array([m.link_share if m else 0 for m in marks], np.float32)
    suspect = np.zeros(len(content), np.float32)
    for at, rule in suspects.items():
        suspect[at] = SUSPECT_RANKS.get(rule, 1)
    size = np.bincount(group)
    held = np.bincount(group, words)
    said = np.array([class_said(name, scores) for _, name in groups], np.float32)[group]
    numbers = np.array([line.number for line in content])
    return dict(
        zip(
            NAMES,
            (
                np.array([TAG_RANKS.get(m.tag if m else "", OTHER_TAG) for m in marks], np.float32),
                np.array([m.level if m else 0 for m in marks], np.float32),
                np.array(
                    [LANDMARK_RANKS.get(m.landmark if m else "", 2) for m in marks], np.float32
                ),
                links,
                np.array([main_rank(m.in_main if m else None) for m in marks], np.float32),
                np.array([len(m.areas) if m else 0 for m in marks], np.float32),
                suspect,
                np.log1p(size)[group].astype(np.float32),
                (held / max(1.0, float(words.sum())))[group].astype(np.float32),
                (np.bincount(group, links * words) / np.maximum(held, 1))[group].astype(np.float32),
                (np.bincount(group, prose) / size)[group].astype(np.float32),
                said[:, 0],
                said[:, 1],
                said[:, 2],
                np.diff(numbers, prepend=numbers[0] - 1).astype(np.float32) - 1,
            ),
            strict=True,
        )
    )


def main_rank(in_main: bool | None) -> int:
    """Outside of the main part, unknown, inside."""
    return 1 if in_main is None else 2 * in_main


def class_said(class_name: str, scores: Scores) -> tuple[float, float, float]:
    """What the words of a class or id speak for: in all, at the lowest, at the highest."""
    if not class_name:
        return 0.0, 0.0, 0.0
    spoken = scores.classes[hash_names(class_words(class_name)) >> scores.class_shift]
    if not spoken.size:
        return 0.0, 0.0, 0.0
    return float(spoken.sum()), min(0.0, float(spoken.min())), max(0.0, float(spoken.max()))


def class_words(class_name: str) -> list[str]:
    """The words that class names and ids are made of.

    >>> class_words("entryTitle post-123")
    ['entry', 'title', 'post']
    """
    broken = CAMEL.sub("-", class_name[:MAX_CLASS_CHARS]).lower()
    return [word for word in dict.fromkeys(NOT_WORD.split(broken)) if len(word) > 1]
