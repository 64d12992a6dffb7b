"""The nouns of links."""

from .batch_run import BatchRun
from .candidate import Candidate
from .identity_join import IdentityJoin
from .judgement import Judgement
from .pointer_hit import PointerHit
from .standing_watch import StandingWatch

__all__ = ["BatchRun", "Candidate", "IdentityJoin", "Judgement", "PointerHit", "StandingWatch"]
