"""What an archivist states against what was found; it wins, and it is kept with who and why."""

from archive.corrections.correction import WITHDRAWN, Correction, value_text
from archive.corrections.fields import FIELDS, checked
from archive.corrections.laying_over import laid_over

__all__ = ["FIELDS", "WITHDRAWN", "Correction", "checked", "laid_over", "value_text"]
