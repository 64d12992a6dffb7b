"""See the function."""

from django.utils.translation import gettext_lazy as _

from manumit.spine.workflow.rulebook import Finding

from ...models import CasePlace
from ..facts import PartFacts

NORTHMOST, EASTMOST = 90, 180


def position_is_whole(facts: PartFacts) -> Finding | None:
    """A position has both its degrees, on the globe."""
    place = facts.part
    if not isinstance(place, CasePlace) or (place.latitude is None and place.longitude is None):
        return None
    if place.latitude is None or place.longitude is None:
        return Finding(("latitude", "longitude"), _("Give both latitude and longitude, or neither."))
    if abs(place.latitude) <= NORTHMOST and abs(place.longitude) <= EASTMOST:
        return None
    return Finding(("latitude", "longitude"), _("Latitude runs from -90 to 90, longitude from -180 to 180."))
