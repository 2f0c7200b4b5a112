"""A reason and what to do about it, as one message: each sentence ends before the next begins."""

ENDS = (".", "!", "?", "…", ":", ";")
# What may stand behind the stop of a sentence.
CLOSING = "\"'”’»)] \N{NO-BREAK SPACE}"


def joined(*sentences: str) -> str:
    """Sentences one after another; those that are empty are left out.

    A reason that somebody typed ends without a stop, or with one: it gets what it lacks.

    >>> joined("It was withdrawn: by order", "Nothing need be done.")
    'It was withdrawn: by order. Nothing need be done.'
    """
    told = [sentence.strip() for sentence in sentences if sentence.strip()]
    return " ".join([*map(ended, told[:-1]), *told[-1:]])


def ended(sentence: str) -> str:
    """A sentence with a stop at its end; one that has it is left as it is."""
    return sentence if sentence.rstrip(CLOSING).endswith(ENDS) else f"{sentence}."
