"""What stands above and below each line: the lines next to it, sums further off, its heading."""

from collections.abc import Mapping

import numpy as np

from indexer.cleaning.judge.shape import Floats, Shapes

# How far up and down the page a line's surroundings are summed, in lines.
REACHES = (2, 6, 20)
STEPS = (-2, -1, 1, 2)
FAR_LINES = 200
# A heading has fewer words than this.
SHORT_UNITS = 8
# What a line of more words than this adds to sums is no more.
MAX_UNITS = 200
NEIGHBOUR_TAGS = (
    *(f"{name} {step:+d}" for step in STEPS for name in ("link share", "suspect")),
    *(
        f"{name} in {reach} {side}"
        for reach in REACHES
        for name in ("linked words", "suspects")
        for side in ("above", "below")
    ),
)

# Numbers by name: one a line, or one for all.
Rows = Mapping[str, Floats | float]


def neighbour_features(
    shapes: Shapes, own: dict[str, Floats], gone: Floats
) -> dict[str, Floats | float]:
    """What stands above and below."""
    stepped = {
        name: own[name]
        for name in (
            "units",
            "small words",
            "ends a sentence",
            "said",
            "pairs said",
            "capitals",
            "first kind",
        )
    } | {"gone": gone}
    units = np.minimum(shapes.units, MAX_UNITS)
    summed = {
        "prose words": units * own["prose"],
        "words": units,
        "small": units * own["small words"],
        "said": own["said"],
        "pairs said": own["pairs said"],
        "gone": gone,
    }
    return {**stepped_rows(stepped), **summed_rows(summed)}


def neighbour_tags(shapes: Shapes, tags: Rows, *, is_html: bool) -> dict[str, Floats | float]:
    """What the HTML says above and below; -1 throughout where the page has lost its tags."""
    if not is_html:
        return dict.fromkeys(NEIGHBOUR_TAGS, -1.0)
    units = np.minimum(shapes.units, MAX_UNITS)
    links, suspect = np.asarray(tags["link share"]), np.asarray(tags["suspect"])
    summed = {"linked words": units * links, "suspects": units * (suspect > 0)}
    return {
        **stepped_rows({"link share": links, "suspect": suspect}),
        **summed_rows(summed),
    }


def stepped_rows(series: dict[str, Floats]) -> dict[str, Floats]:
    """The values of the lines one and two up and down; -1 beyond the page."""
    far, lines = max(STEPS), len(next(iter(series.values())))
    padded = np.full((len(series), lines + 2 * far), -1, np.float32)
    for at, row in enumerate(series.values()):
        padded[at, far : far + lines] = row
    return {
        f"{name} {step:+d}": row[far + step : far + step + lines]
        for step in STEPS
        for name, row in zip(series, padded, strict=True)
    }


def summed_rows(series: dict[str, Floats]) -> dict[str, Floats]:
    """The sums over some lines above and below each, as a share of how many were asked."""
    far, lines = max(REACHES), len(next(iter(series.values())))
    # Running sums, which stay what they are beyond the page's first and last line.
    total = np.zeros((len(series), lines + 1 + 2 * far))
    for at, row in enumerate(series.values()):
        np.cumsum(row, dtype=np.float64, out=total[at, far + 1 : far + 1 + lines])
    total[:, far + 1 + lines :] = total[:, far + lines, None]
    before, until = total[:, far : far + lines], total[:, far + 1 : far + 1 + lines]
    rows: dict[str, Floats] = {}
    for reach in REACHES:
        above = ((before - total[:, far - reach :][:, :lines]) / reach).astype(np.float32)
        below = ((total[:, far + 1 + reach :][:, :lines] - until) / reach).astype(np.float32)
        for name, up, down in zip(series, above, below, strict=True):
            rows[f"{name} in {reach} above"] = up
            rows[f"{name} in {reach} below"] = down
    return rows


def heading_features(shapes: Shapes, own: dict[str, Floats], tags: Rows) -> Rows:
    """What the heading above a line speaks for, and how far up it is.

    Where the page has lost its tags, a short line above running text is taken for one.
    """
    at = np.arange(shapes.lines)
    headings = np.asarray(tags["heading"])
    is_heading = headings > 0
    if not headings.ndim:
        before_prose = np.append(own["prose"][1:], np.float32(0)) > 0
        is_heading = (shapes.units <= SHORT_UNITS) & before_prose & (own["ends a sentence"] == 0)
    last = np.maximum.accumulate(np.where(is_heading, at, -1))
    known, heading = last >= 0, np.maximum(last, 0)
    return {
        "heading, said": np.where(known, own["said"][heading], 0),
        "heading, pairs said": np.where(known, own["pairs said"][heading], 0),
        "heading, lines up": np.where(known, np.minimum(at - heading, FAR_LINES), FAR_LINES),
        "heading, level": np.where(known, headings[heading], 0) if headings.ndim else -1.0,
    }
