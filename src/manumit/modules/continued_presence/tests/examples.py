"""Values for the arguments of this module's addresses, for the tests that visit every page."""

from manumit.spine.access.actors import actor_for
from manumit.spine.identity.models import Membership

from ..actions.begin_request import begin_request

PAGES = (
    "", "victim/", "step/<slug:step>/", "move/<slug:step>/", "thread/", "file/", "record/<slug:fact>/", "sponsor/",
    "representative/", "representative/end/", "waive/", "vetting/", "disclosures/",
)  # fmt: skip


def examples(person: Membership) -> dict[str, str]:
    """Begin a request, and return values by argument."""
    actor = actor_for(person.pk, "investigation")
    assert actor is not None
    number = begin_request(actor, region="MT").number
    begun = "presence-new/<slug:kind>/<slug:number>/"
    found = {f"presence/<slug:number>/{page} number": number for page in PAGES}
    found |= {f"{begun} kind": "presence_request", f"{begun} number": number}
    found["presence/<slug:number>/step/<slug:step>/ step"] = "agency"
    found["presence/<slug:number>/move/<slug:step>/ step"] = "withdraw"
    return found | {"fact": "victim_told"}
