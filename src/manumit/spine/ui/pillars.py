"""How the four pillars of the national action plan look on home page and menu.

Source: The National Action Plan to Combat Human Trafficking (The White House, December 2021): prevention, protection,
prosecution, and the cross-cutting pillar of partnerships.
"""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from manumit.spine.records.manifest import Pillar


@dataclass(frozen=True)
class PillarFace:
    """One pillar: what belongs under it, in one sentence, and its icon of the sprite."""

    pillar: Pillar
    about: Promise
    icon: str

    @property
    def title(self) -> str:
        """The pillar's name in the page's language."""
        return str(self.pillar.label)


PILLARS = (
    PillarFace(Pillar.PREVENTION, _("Stop trafficking before it happens."), "campaign"),
    PillarFace(Pillar.PROTECTION, _("Find, help and shelter the people harmed."), "shield"),
    PillarFace(Pillar.PROSECUTION, _("Investigate, and hold offenders to account."), "account_balance"),
    PillarFace(Pillar.PARTNERSHIPS, _("Work with other agencies and nations on their terms."), "groups"),
)
