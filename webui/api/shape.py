"""What a value of the API looks like: small frozen shapes, written out as JSON Schema (2020-12)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Protocol

from indexer.wire import Json
from webui.words import later, t

Schema = dict[str, Json]
COMPONENTS = "#/components/schemas/"


class Shape(Protocol):
    """A kind of value."""

    def schema(self) -> Schema:
        """As JSON Schema; a record is only referred to."""
        ...

    def inner(self) -> "Iterator[Shape]":
        """The shapes that it is made of."""
        ...


@dataclass(frozen=True, slots=True)
class Plain:
    """A value that is made of no others.

    kind:    "string", "integer", "number", "boolean", "object" or "null"
    help:    what it is, an English sentence; "" where its name says it all
    values:  the only ones there are, or none where it is free
    form:    "date", "date-time" or "uri-reference"
    pattern: what a text looks like, as ECMA-262 and Python both read it
    least, most: of a number; of a text, of its length in characters
    """

    kind: str
    help: str = ""
    values: tuple[str, ...] = ()
    form: str = ""
    pattern: str = ""
    least: int | None = None
    most: int | None = None

    def schema(self) -> Schema:
        """See Shape."""
        least, most = ("minLength", "maxLength") if self.kind == "string" else BOUNDS
        told: Schema = {"type": self.kind, "enum": self.values or None, "format": self.form or None}
        told |= {"pattern": self.pattern or None, least: self.least, most: self.most}
        return described({name: value for name, value in told.items() if value is not None}, self)

    def inner(self) -> Iterator[Shape]:
        """None."""
        yield from ()


BOUNDS = ("minimum", "maximum")


@dataclass(frozen=True, slots=True)
class Many:
    """A list; least, most: how many items it has."""

    of: Shape
    help: str = ""
    least: int | None = None
    most: int | None = None

    def schema(self) -> Schema:
        """See Shape."""
        told: Schema = {"type": "array", "items": self.of.schema()}
        told |= {} if self.least is None else {"minItems": self.least}
        told |= {} if self.most is None else {"maxItems": self.most}
        return described(told, self)

    def inner(self) -> Iterator[Shape]:
        """What it lists."""
        yield self.of


@dataclass(frozen=True, slots=True)
class Table:
    """An object whose names are data; names: what they are, or none where they are free."""

    of: Shape
    help: str = ""
    names: tuple[str, ...] = ()

    def schema(self) -> Schema:
        """See Shape."""
        told: Schema = {"type": "object", "additionalProperties": self.of.schema()}
        if self.names:
            told["propertyNames"] = {"enum": self.names}
        return described(told, self)

    def inner(self) -> Iterator[Shape]:
        """What its names lead to."""
        yield self.of


@dataclass(frozen=True, slots=True)
class Maybe:
    """A value that may be null."""

    of: Shape
    help: str = ""

    def schema(self) -> Schema:
        """See Shape."""
        return described({"anyOf": [self.of.schema(), {"type": "null"}]}, self)

    def inner(self) -> Iterator[Shape]:
        """What it is where it is not null."""
        yield self.of


@dataclass(frozen=True, slots=True)
class Either:
    """A value that is of one of several shapes."""

    of: tuple[Shape, ...]
    help: str = ""

    def schema(self) -> Schema:
        """See Shape."""
        return described({"anyOf": [shape.schema() for shape in self.of]}, self)

    def inner(self) -> Iterator[Shape]:
        """What it may be."""
        yield from self.of


@dataclass(frozen=True, slots=True)
class Record:
    """An object with known names; every one is there, but for the optional ones, and no other."""

    name: str
    help: str
    fields: Mapping[str, Shape]
    optional: frozenset[str] = frozenset()

    def schema(self) -> Schema:
        """See Shape."""
        return {"$ref": COMPONENTS + self.name}

    def definition(self) -> Schema:
        """The whole of it."""
        told: Schema = {
            "type": "object",
            "properties": {name: shape.schema() for name, shape in self.fields.items()},
            "required": [name for name in self.fields if name not in self.optional],
            "additionalProperties": False,
        }
        return described(told, self)

    def inner(self) -> Iterator[Shape]:
        """Its fields."""
        yield from self.fields.values()

    def plus(self, name: str, help: str, fields: Mapping[str, Shape]) -> "Record":
        """Another record that has more fields."""
        return Record(name, help, {**self.fields, **fields}, self.optional)


@dataclass(frozen=True, slots=True)
class Again:
    """A record that holds itself, by name."""

    name: str

    def schema(self) -> Schema:
        """See Shape."""
        return {"$ref": COMPONENTS + self.name}

    def inner(self) -> Iterator[Shape]:
        """None: what it names is met elsewhere."""
        yield from ()


def described(told: Schema, shape: Plain | Many | Table | Maybe | Either | Record) -> Schema:
    """A schema with its help in the reader's language."""
    return told | ({"description": t(shape.help)} if shape.help else {})


def records(shape: Shape) -> Iterator[Record]:
    """Every record that a shape is made of, itself too."""
    if isinstance(shape, Record):
        yield shape
    for part in shape.inner():
        yield from records(part)


def text(help: str = "", **more: object) -> Plain:
    """A text."""
    return Plain("string", help, **more)  # type: ignore[arg-type]


def count(help: str) -> Plain:
    """How many."""
    return Plain("integer", help, least=0)


def number(help: str = "", least: int | None = None, most: int | None = None) -> Plain:
    """A number that need not be whole."""
    return Plain("number", help, least=least, most=most)


def truth(help: str = "") -> Plain:
    """True or false."""
    return Plain("boolean", help)


def day(help: str = "") -> Plain:
    """A day, 2017-02-20."""
    return Plain("string", help, form="date")


def moment(help: str = "") -> Plain:
    """A moment, 2017-02-20T09:30:00+00:00."""
    return Plain("string", help, form="date-time")


COUNT = count("")
SPAN = Many(Plain("integer", least=0), "", 2, 2)


def spans(help: str) -> Many:
    """Pairs of start and end."""
    return Many(SPAN, help)


CURSOR = Maybe(text(), later("Give it as `after` for the next part; null at the end."))


def whole(least: int, most: int, help: str = "") -> Plain:
    """A whole number within bounds."""
    return Plain("integer", help, least=least, most=most)
