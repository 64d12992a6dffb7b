"""The nouns of links."""

from .candidate import Candidate
from .identity_join import IdentityJoin
from .judgement import Judgement
from .pointer_hit import PointerHit
from .standing_watch import StandingWatch

__all__ = ["Candidate", "IdentityJoin", "Judgement", "PointerHit", "StandingWatch"]
