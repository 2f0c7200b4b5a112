"""Here is what somebody has typed so far: how may it go on?"""

from indexer.suggest.suggester import Suggester
from indexer.suggest.suggestion import Kind, Suggestion

__all__ = ["Kind", "Suggester", "Suggestion"]
