"""`fonds rules`: why lines go, and what each rule took in an archive."""

from difflib import get_close_matches
from typing import TYPE_CHECKING, Annotated

import typer

from cli.failing import UsageFault
from cli.options import ArchiveDir, AsJson, chosen, open_archive
from cli.output import console, one_line, print_json, say
from cli.plain import plain

if TYPE_CHECKING:
    from archive.records import Sample, Toll
    from indexer.cleaning.deciders import Decider

SAMPLES, SAMPLES_OF_ONE, MOST_SAMPLES = 3, 15, 1000
SHOWN_CHARACTERS = 100
OVERRIDE = "override"  # as the rule of orders is named; `overrides` is heavy to import
MOST_TOLD = 10


def command(
    context: typer.Context,
    name: Annotated[
        str | None, typer.Argument(metavar="NAME", help="One rule, told with more samples.")
    ] = None,
    source: Annotated[
        str | None, typer.Option(metavar="NAME", help="Only what it took from this source.")
    ] = None,
    samples: Annotated[
        int | None,
        typer.Option(min=0, max=MOST_SAMPLES, help="So many of the commonest and of the rarest."),
    ] = None,
    archive: ArchiveDir = None,
    as_json: AsJson = False,
) -> None:
    """List the rules of cleaning, with what each took in the archive."""
    most = samples if samples is not None else SAMPLES_OF_ONE if name else SAMPLES
    where = chosen(context, archive)
    has_archive = where.is_there() or where.said is not None or source is not None
    tolls = tolls_of(context, archive, name, source, most) if has_archive else ()
    rules = deciders(name, tolls)
    if as_json:
        found = {toll.rule: toll for toll in tolls}
        told = [as_object(rule, found.get(rule.name), has_archive) for rule in rules]
        print_json({"counted": has_archive, "source": source, "rules": told})
        return
    told_all = tell_counted if has_archive else tell_table
    told_all(rules, tolls, SHOWN_CHARACTERS if name is None else 0)
    if has_archive and name in (None, OVERRIDE):
        tell_idle(context, archive)
    if not has_archive:
        say(f"There is no archive in {where.folder()}: these are the rules, without counts.")


def tell_idle(context: typer.Context, archive: str | None) -> None:
    """The orders that are about no source of the archive."""
    from indexer.repeats.idle import idle_orders

    with open_archive(context, archive) as opened:
        for note in idle_orders(opened)[:MOST_TOLD]:
            say(note)


def tolls_of(
    context: typer.Context, archive: str | None, name: str | None, source: str | None, most: int
) -> "tuple[Toll, ...]":
    """What each rule took. Raise UsageFault for a source that the archive does not have."""
    from indexer.cleaning.deciders import WITH_LIKELIHOOD

    with open_archive(context, archive) as opened:
        found = opened.tolls(rule=name, source=source, most=most, doubtful=WITH_LIKELIHOOD)
        if source is not None and not found:
            known = [one for one, _ in opened.stats().sources]
            if source not in known:
                raise UsageFault(
                    f'no page of the archive has the source "{source}"{near(source, known)}'
                )
    return found


def deciders(name: str | None, tolls: "tuple[Toll, ...]") -> "list[Decider]":
    """The rule that is asked for, or all: those that took most first. Raise UsageFault."""
    from indexer.cleaning.deciders import DECIDERS, Decider, decider

    gone = "It is no rule of this version; an earlier one took this."
    if name is not None:
        found = decider(name)
        if found is None and not tolls:
            names = [one.name for one in DECIDERS]
            raise UsageFault(f'no rule is called "{name}"{near(name, names)}')
        return [found or Decider(name, gone, "")]
    first = [decider(toll.rule) or Decider(toll.rule, gone, "") for toll in tolls]
    return first + [one for one in DECIDERS if one not in first]


def near(typed: str, names: list[str]) -> str:
    """ "; did you mean "share-bar"?"."""
    close = get_close_matches(typed, names, 3, 0.5)
    return f"; did you mean {' or '.join(close)}?" if close else ""


def as_object(rule: "Decider", toll: "Toll | None", counted: bool) -> dict[str, object]:
    """A rule as JSON; counts are null where there is no archive."""
    none = 0 if counted else None
    return {
        "name": rule.name,
        "reason": rule.reason,
        "known_from": rule.known_from,
        "lines": toll.lines if toll else none,
        "documents": toll.documents if toll else none,
        "words": toll.words if toll else none,
        "samples": plain(toll.samples) if toll else [],
    }


def tell_table(rules: "list[Decider]", tolls: "tuple[Toll, ...]", most: int) -> None:
    """Each rule with its reason and where we know it from."""
    for rule in rules:
        tell_rule(rule, "")


def tell_counted(rules: "list[Decider]", tolls: "tuple[Toll, ...]", most: int) -> None:
    """Each rule with what it took; then those that took nothing."""
    from indexer.cleaning.deciders import WITH_LIKELIHOOD

    found = {toll.rule: toll for toll in tolls}
    for rule in rules:
        toll = found.get(rule.name)
        if toll is None:
            tell_rule(rule, "took nothing")
            continue
        tell_rule(
            rule,
            f"{counted(toll.lines, 'line')}, {counted(toll.words, 'word')}, "
            f"of {counted(toll.documents, 'document')}",
        )
        for sample in toll.samples:
            tell_sample(sample, most, judged=rule.name in WITH_LIKELIHOOD)


def tell_rule(rule: "Decider", counts: str) -> None:
    """The name with its counts, then the reason."""
    from rich.text import Text

    out = console()
    out.print(Text.assemble((rule.name, "bold"), f"  {counts}" if counts else ""))
    known = f" Known from: {rule.known_from}." if rule.known_from else ""
    out.print(Text(f"    {rule.reason}{known}", "dim"))


def tell_sample(sample: "Sample", most: int, *, judged: bool) -> None:
    """ "     12×  © The Alder Post  257ef439e735a6f5 line 14"; `most` characters, 0 for all."""
    from rich.text import Text

    text = one_line(sample.text)
    shown = text[: most or None]
    more = sample.cut + len(text) - len(shown)
    line = Text(f"    {f'{sample.times:,}×':>6}  {shown}")
    if more:
        line.append(f"… {counted(more, 'character')} more", "italic")
    if judged and sample.score is not None:
        line.append(f"  {sample.score:.2f} likely to be text", "yellow")
    line.append(f"  {sample.document} line {sample.number}", "cyan")
    console().print(line)


def counted(number: int, one: str) -> str:
    """ "1 line", "2,431 lines"."""
    return f"{number:,} {one}{'' if number == 1 else 's'}"
