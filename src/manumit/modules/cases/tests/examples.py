"""Values for the arguments of this module's addresses, for the tests that visit every page."""

from django.utils import timezone

from manumit.spine.access.actors import actor_for
from manumit.spine.identity.actor import Actor
from manumit.spine.identity.models import Membership, Person
from manumit.spine.workflow.actions.ask_approval import ask_approval
from manumit.spine.workflow.actions.bar_person import bar_person
from manumit.spine.workflow.actions.give_task import give_task
from manumit.spine.workflow.actions.link_records import link_records
from manumit.spine.workflow.actions.raise_flag import raise_flag
from manumit.spine.workflow.actions.start_clock import start_clock
from manumit.spine.workflow.actions.watch_record import watch_record
from manumit.spine.workflow.actions.write_note import write_note
from manumit.spine.workflow.clocks.published import BY_NAME
from manumit.spine.workflow.models import Notice

from ..actions.add_agency import add_agency
from ..actions.add_file import add_file
from ..actions.add_part import add_part
from ..actions.open_case import Report, open_case
from ..actions.save_mapping import save_mapping
from ..models import Case
from .conftest import DAY, PLACE, ROSA
from .parts import BY, EXAMPLES
from .uploads import PNG, received


def examples(person: Membership) -> dict[str, str]:
    """Open a case as `person` and return values by argument name."""
    actor = actor_for(person.pk, "investigation")
    assert actor is not None
    report = Report({"case_type": "missing", **DAY, **PLACE}, source="Reporting party, by telephone", people=[ROSA])
    case = open_case(actor, report)
    mark = add_part(
        actor, case, "features", {"feature_kind": "tattoo", "site": "arm", "description": "A swallow"}, **BY
    )
    photo = add_file(actor, case, {"file_kind": "photo"}, received(PNG, "rosa.png"), **BY)
    for part, values in EXAMPLES.items():
        add_part(actor, case, part, values, **BY)
    for name in ("Hardin Police Department", "Hardin PD"):
        add_agency(actor, case, {"agency_name": name, "role": "assisting"}, **BY)
    mapping = save_mapping(actor, name="Sheriff", source="Sheriff", columns={"OCA": "number", "Town": "city"})
    return {
        "number": case.number,
        "mapping_id": str(mapping.pk),
        "part": "features",
        "noun": "agencies",
        "merge_id": "1",
        "file_id": str(photo.pk),
        "cases/<case_number:number>/<case_part:part>/ part": "people",
        "part_id": str(mark.pk),
        "step": "activate",
        "group": "whereabouts",
        "hold_id": "1",
        **_work(actor, case, person),
    }


def _work(actor: Actor, case: Case, person: Membership) -> dict[str, str]:
    """Put work of every noun beside the case."""
    today = timezone.localdate()
    other = open_case(actor, Report({"case_type": "missing", **DAY, **PLACE}, source="Reporting party"))
    colleague = _colleague(person)
    asked = ask_approval(colleague, case, question="May we publish the photograph?", role="supervisor")
    rows = {
        "clock_id": start_clock(actor, case, BY_NAME["ncic_entry"]),
        "bar_id": bar_person(actor, other, person_id=colleague.person_id, because="A cousin"),
        "task_id": give_task(actor, case, title="Call the mother", assignee=person, due_on=today),
        "note_id": write_note(actor, case, text="Seen at the market", source="A neighbour"),
        "approval_id": asked,
        "flag_id": raise_flag(actor, case, text="Speak to the aunt first", ends_on=today),
        "watch_id": watch_record(actor, case, ends_on=today),
        "link_id": link_records(actor, case, other, link_type="same_way", basis="Same road", source="Analyst"),
    }
    notice = Notice.objects.visible_to(actor).order_by("id").first()
    return {name: str(row.pk) for name, row in rows.items()} | {"notice_id": str(notice.pk if notice else 0)}


def _colleague(person: Membership) -> Actor:
    """Return somebody else of the agency, who asks for approval."""
    member = person.agency.memberships.exclude(pk=person.pk).filter(active=True).first()
    made = member or Membership.objects.create(
        person=Person.objects.create_user("colleague@example.org", "A Colleague"),
        agency=person.agency,
        roles=["investigator"],
    )
    actor = actor_for(made.pk, "investigation")
    assert actor is not None
    return actor
