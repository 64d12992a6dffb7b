"""Values for the arguments of this module's addresses, for the tests that visit every page."""

from datetime import date
from decimal import Decimal

from manumit.spine.access.actors import actor_for
from manumit.spine.identity.actor import Actor
from manumit.spine.identity.models import Membership, Person

from ..actions.add_plan import ActionText, PillarText, PrincipleText, add_plan
from ..actions.answer_advice import accept_advice, answer_advice
from ..actions.ask_advice import ask_advice
from ..actions.begin_partnership import begin_partnership
from ..actions.comment_on_update import comment_on_update
from ..actions.draft_update import draft_update
from ..actions.file_commitment import file_commitment
from ..actions.give_advice import give_advice
from ..actions.keep_part import add_part
from ..actions.move_update import move_update
from ..actions.publish_commitment import publish_commitment
from ..actions.publish_record import publish_record
from ..actions.read_document import read_document
from ..actions.recommend import recommend
from ..actions.record_hours import record_hours
from ..models import Commitment, MeetingDecision, Plan, Voice
from ..nouns import NOUNS

TEXT = (
    b"# Prevention\n\nCBTP and the Department of Labor will publish four surveys in 2031. DOL will train inspectors.\n"
)
ACTION = ActionText("1.1.1", "Labor will publish surveys.", ["DOL"], [], "within 180 days")
PILLARS = [PillarText("partnerships", "Crosscutting approaches", [PrincipleText("1.1", "Know more", [ACTION])])]


def another_lead(person: Membership) -> Actor:
    """Return somebody else of the same agency: who drafts does not approve."""
    somebody = Person.objects.create_user("another.lead@example.org", "Lena Another")
    member = Membership.objects.create(person=somebody, agency=person.agency, roles=["plan_lead"])
    return actor_for(member.pk, "records")


def examples(person: Membership) -> dict[str, str]:
    """File what each address needs as `person`, who holds every role, and return values by argument name."""
    actor = actor_for(person.pk, "records")
    code = person.agency.short_name
    plan = add_plan(actor, {"title": "Plan of 2021", "adopted_on": date(2021, 12, 3)}, PILLARS, source="The plan")
    document = read_document(actor, "sheet.md", TEXT, {"title": "Fact sheet", "document_kind": "fact_sheet"}, plan=plan)
    told = {
        "plan": plan,
        "agency_code": code,
        "joint_codes": ["DOL"],
        "pillar": "prevention",
        "title": "Publish surveys",
    }
    commitment = file_commitment(actor, {**told, "verb": "publish", "thing": "surveys"}, source="The fact sheet")
    publish_commitment(actor, commitment, expected_version=commitment.version)
    update = draft_update(actor, commitment, "2026-Q3", {"status": "in_progress", "public_text": "Two are done."})
    move_update(actor, update, "submit", expected_version=update.version)
    move_update(another_lead(person), update, "approve", expected_version=update.version)
    comment = comment_on_update(actor, update, "Who was asked?")
    made = recommend(actor, "The council", "1", "Pay survivors.", agencies=[code], made_on=date(2026, 1, 2))[0]
    publish_record(actor, made)
    return {
        **_advice(actor, commitment),
        **_parts(actor, plan),
        **_decision(actor, plan),
        "plan/commitments/<str:number>/ number": commitment.number,
        **{
            f"plan/commitments/<str:number>/{part}/ number": commitment.number
            for part in ("evidence", "word", "due", "publish", "correct")
        },
        "plan/reports/<str:number>/ number": update.number,
        "plan/reports/<str:number>/step/<slug:step>/ number": update.number,
        "plan/reports/<str:number>/step/<slug:step>/ step": "accept",
        "plan/reports/<str:number>/comment/ number": update.number,
        "plan/reports/<str:number>/reply/<int:comment_id>/ number": update.number,
        "comment_id": str(comment.pk),
        "plan/plans/<str:number>/ number": plan.number,
        "plan/documents/<str:number>/ number": document.number,
        "plan/recommendations/<str:number>/answer/ number": made.number,
        "plan/recommendations/<str:number>/correct/ number": made.number,
        "plan/recommendations/<str:number>/publish/ number": made.number,
        "promises/recommendations/<str:number>/ number": made.number,
        "promises/<str:number>/ number": commitment.number,
        "form": "json",
    }


def _advice(actor: Actor, commitment: Commitment) -> dict[str, str]:
    """Ask for advice, give it, record hours, and return the values of their addresses."""
    offered = {"asked_of": "both", "hours": Decimal(4), "rate": Decimal(80)}
    request = ask_advice(actor, commitment, {**offered, "question": "Whom must we ask?"})
    advice = give_advice(actor, request, "Ask those who left.", may_publish=True)
    answer_advice(actor, request, advice, "taken", "")
    hours = record_hours(actor, request, {"worked_on": date(2026, 1, 5), "hours": Decimal("1.5"), "did": "Read"})
    voice = Voice.objects.visible_to(actor).filter(advice=advice).get()
    parts = (
        "",
        "give/",
        "close/",
        "hours/",
        "hours/<int:hours_id>/<slug:step>/",
        *(f"<int:advice_id>/{end}/" for end in ("became", "public")),
    )
    return {
        **{f"plan/advice/<str:number>/{part} number": request.number for part in parts},
        "plan/advice/<str:number>/hours/<int:hours_id>/<slug:step>/ step": "approve",
        "hours_id": str(hours.pk),
        "advice_id": str(advice.pk),
        "voice_id": str(voice.pk),
    }


def _decision(actor: Actor, plan: Plan) -> dict[str, str]:
    """Hold a meeting that decides, let advice on that be read, publish it, and return the values of its addresses."""
    held = {"title": "Spring meeting", "held_on": date(2026, 3, 2)}
    meeting = add_part(actor, plan, NOUNS["meetings"], held, source="Minutes")
    decided = {"meeting": meeting, "text": "Pay those who advise."}
    added = add_part(actor, plan, NOUNS["decisions"], decided, source="Minutes")
    decision = MeetingDecision.objects.visible_to(actor).select_related("meeting__plan").get(pk=added.pk)
    offered = {"asked_of": "both", "hours": Decimal(2), "rate": Decimal(80)}
    request = ask_advice(actor, decision, {**offered, "question": "How soon?"})
    advice = give_advice(actor, request, "Within a month.", may_publish=True)
    accept_advice(actor, request, answer_advice(actor, request, advice, "taken", ""))
    publish_record(actor, decision)
    address = "plan/plans/<str:number>/decisions/<int:row_id>/publish/"
    return {
        f"{address} number": plan.number,
        f"{address} row_id": str(decision.pk),
        "promises/decisions/<str:number>/ number": f"D-{decision.pk}",
    }


def _parts(actor: Actor, plan: Plan) -> dict[str, str]:
    """Begin a partnership with an indicator, add a group to the plan, and return the values of their addresses."""
    lasting = {"partnership_kind": "cpc", "country": "Examplia", "objectives": "Protect children."}
    years = {"begins_on": date(2025, 1, 1), "ends_on": date(2026, 12, 31)}
    partnership = begin_partnership(actor, {**lasting, **years}, source="The compact")
    measured = {"title": "Children in care", "baseline": 3, "targets": {"2025": 10, "2026": 20}}
    indicator = add_part(actor, partnership, NOUNS["indicators"], measured, source="The compact")
    given = {"side": "partner", "contribution_form": "cash", "year": 2025, "planned": 1000}
    add_part(actor, partnership, NOUNS["contributions"], given, source="The compact")
    group = add_part(actor, plan, NOUNS["groups"], {"title": "Screening forms", "chair": "DOL"}, source="The plan")
    objective = add_part(actor, partnership, NOUNS["objectives"], {"text": "Fewer children sold"}, source="The compact")
    deed = {"objective": objective, "side": "partner", "text": "Train judges"}
    add_part(actor, partnership, NOUNS["activities"], deed, source="The compact")
    publish_record(actor, partnership)
    row = "<slug:noun>/<int:row_id>/"
    ends = ("", "correct/", "close/", "publish/", "<slug:noun>/add/", row)
    return {
        **{f"plan/partnerships/<str:number>/{end} number": partnership.number for end in ends},
        **{f"plan/plans/<str:number>/{end} number": plan.number for end in ("correct/", "<slug:noun>/add/", row)},
        "promises/partnerships/<str:number>/ number": partnership.number,
        "plan/partnerships/<str:number>/<slug:noun>/add/ noun": "indicators",
        f"plan/partnerships/<str:number>/{row} noun": "indicators",
        f"plan/partnerships/<str:number>/{row} row_id": str(indicator.pk),
        "plan/plans/<str:number>/<slug:noun>/add/ noun": "actions",
        f"plan/plans/<str:number>/{row} noun": "groups",
        f"plan/plans/<str:number>/{row} row_id": str(group.pk),
    }
