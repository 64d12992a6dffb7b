"""Say which office of an agency answers others."""

from django.utils.translation import gettext_lazy as _

from manumit.spine import audit
from manumit.spine.identity.actor import Actor
from manumit.spine.identity.models import Agency
from manumit.spine.records import action
from manumit.spine.workflow.refusing import Refused

from ..models import Office

MAY = frozenset({"supervisor", "administrator"})


@action("inquiry.office.set")
def set_office(actor: Actor, *, name: str, phone: str = "", email: str = "", hours: str = "") -> Office:
    """Name the office that pointers to the actor's agency name. Raises Refused for anybody but a supervisor or
    administrator, ValidationError by field, Refused without telephone and mail.
    """
    if not (actor.active and actor.roles & MAY):
        raise Refused(_("A supervisor or administrator of the agency says this."))
    if not (phone.strip() or email.strip()):
        raise Refused(_("Give a telephone or a mail address, or both."))
    agency = Agency.objects.select_for_update(no_key=True).get(pk=actor.agency_id)
    office = Office.objects.filter(agency=agency).first() or Office(agency=agency)
    given = {"name": name, "phone": phone, "email": email, "hours": hours}
    for field, text in given.items():
        setattr(office, field, text.strip())
    office.full_clean()
    office.save()
    audit.record(actor, "inquiry.office.set", kind="agency", record_id=agency.pk)
    return office
