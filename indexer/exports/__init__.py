"""What was found, in the forms that other programs read: one form a file."""

from indexer.exports.forms import FORMS, Form

__all__ = ["FORMS", "Form"]
