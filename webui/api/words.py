"""The shapes of values in words, for people who read the API's page."""

from markupsafe import Markup

from webui.api.shape import SPAN, Again, Either, Many, Maybe, Plain, Record, Shape, Table
from webui.words import later, t

KINDS = {
    "string": later("text"),
    "integer": later("whole number"),
    "number": later("number"),
    "boolean": later("true or false"),
    "object": later("object"),
    "null": later("null"),
}
FORMS = {
    "date": later("day (2017-02-20)"),
    "date-time": later("moment (2017-02-20T09:30:00+00:00)"),
    "uri": later("address"),
    "uri-reference": later("address on this site"),
}
LISTED = 12


def in_words(shape: Shape) -> Markup:
    """What a value is; a record leads to its description on the page."""
    if isinstance(shape, Record | Again):
        return Markup('<a href="#{0}">{1}</a>').format(anchor(shape.name), shape.name)
    if isinstance(shape, Maybe):
        return told(later("{what}, or null"), in_words(shape.of))
    if shape == SPAN:
        return Markup("{0}").format(t("[start, end]"))
    if isinstance(shape, Many):
        return told(later("list of {what}"), in_words(shape.of))
    if isinstance(shape, Table):
        return told(later("object of {what} by name"), in_words(shape.of))
    if isinstance(shape, Either):
        return Markup(" | ").join(in_words(each) for each in shape.of)
    assert isinstance(shape, Plain)  # noqa: S101 (there are no others)
    return plain(shape)


def told(sentence: str, what: Markup) -> Markup:
    """A sentence around something that may hold a link."""
    said = t(sentence, what=what)
    assert isinstance(said, Markup)  # noqa: S101 (so `t` promises)
    return said


def plain(shape: Plain) -> Markup:
    """A value that is made of no others."""
    if shape.values:
        named = [Markup("<code>{0}</code>").format(value) for value in shape.values[:LISTED]]
        more = [Markup("…")] if len(shape.values) > LISTED else []
        return Markup(", ").join([*named, *more])
    if shape.least is not None and shape.most is not None and shape.kind == "integer":
        return Markup("{0}–{1}").format(shape.least, shape.most)
    return Markup("{0}").format(t(FORMS.get(shape.form) or KINDS[shape.kind]))


def anchor(name: str) -> str:
    """Where a record is described on the page."""
    return f"schema-{name}"
