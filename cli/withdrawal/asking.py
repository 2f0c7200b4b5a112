"""A question before what cannot be undone: to a person at a terminal, or answered by --yes."""

import sys

from cli.failing import UsageFault
from cli.output import harmless
from cli.speaking import tell, tell_many

YES = frozenset({"y", "yes", "o", "oui"})


class Asking:
    """Whether to ask.

    yes:   whoever typed the command has agreed already
    quiet: only JSON is printed: there is nobody to ask
    """

    def __init__(self, *, yes: bool, quiet: bool) -> None:
        self._yes, self.quiet = yes, quiet

    def agrees(self, question: str, *, otherwise: bool) -> bool:
        """The answer at a terminal; `otherwise` where nobody is asked."""
        if self._yes or self.quiet or not sys.stdin.isatty():
            return otherwise
        sys.stderr.write(f"{harmless(question)} {tell('[y/N]')} ")
        sys.stderr.flush()
        return sys.stdin.readline().strip().casefold() in YES

    def must(self, question: str, count: int) -> None:
        """Raise UsageFault where nobody agrees; then nothing is done."""
        if self._yes:
            return
        if self.quiet or not sys.stdin.isatty():
            raise UsageFault(
                tell_many(
                    "nobody is here to be asked about {count} page; add --yes to do it unasked",
                    "nobody is here to be asked about {count} pages; add --yes to do it unasked",
                    count,
                )
            )
        if not self.agrees(question, otherwise=False):
            raise UsageFault(tell("nothing was done"))
