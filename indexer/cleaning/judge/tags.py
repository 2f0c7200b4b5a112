"""What the HTML says of each line; -1 throughout where the page has lost its tags."""

from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt

from indexer.cleaning.judge.names import words_of
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


def tag_features(
    page: Page, suspects: Mapping[int, str], scores: Scores
) -> Mapping[str, Floats | float]:
    """One value a line for each name."""
    content = page.content
    if not page.is_html:
        return dict.fromkeys(NAMES, -1.0)
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
    said = classes_said([name for _, name in groups], scores)[:, group]
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
                *said,
                np.diff(numbers, prepend=numbers[0] - 1).astype(np.float32) - 1,
            ),
            strict=True,
        )
    )


def main_rank(in_main: bool | None) -> int:
    """Outside of the main part, unknown, inside."""
    return 1 if in_main is None else 2 * in_main


def classes_said(names: Sequence[str], scores: Scores) -> Floats:
    """What the words of classes and ids speak for: in all, at the lowest, at the highest."""
    said = np.zeros((3, len(names)), np.float32)
    words = [words_of(name) for name in names]
    sizes = np.fromiter(map(len, words), np.intp, len(words))
    some = np.flatnonzero(sizes)
    if not some.size:
        return said
    hashes = hash_names([word for held in words for word in held])
    spoken = scores.classes[hashes >> scores.class_shift]
    starts = (np.cumsum(sizes) - sizes)[some]
    said[0, some] = np.add.reduceat(spoken, starts)
    said[1, some] = np.minimum(0, np.minimum.reduceat(spoken, starts))
    said[2, some] = np.maximum(0, np.maximum.reduceat(spoken, starts))
    return said
