"""The judge: how likely each line that no word decides is to be the page's own text."""

from indexer.cleaning.judge.judge import Verdict, can_judge, judge

__all__ = ["Verdict", "can_judge", "judge"]
