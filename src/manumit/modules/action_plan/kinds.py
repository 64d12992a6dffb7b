"""The kinds of the action plan: what is protected, in which field groups, by which policy."""

from pathlib import Path

from manumit.spine.access import Attribute, Kind

POLICIES = Path(__file__).with_name("policies")
ORIGIN = Attribute("origin", "String", "origin")

PLAN = Kind("plan", "action_plan.Plan", ("summary",), POLICIES / "plan.cedar", attributes=(ORIGIN,))
DOCUMENT = Kind(
    "plan_document", "action_plan.PlanDocument", ("summary",), POLICIES / "plan_document.cedar", attributes=(ORIGIN,)
)
COMMITMENT = Kind(
    "commitment",
    "action_plan.Commitment",
    ("summary", "internal"),
    POLICIES / "commitment.cedar",
    attributes=(ORIGIN,),
    shown_with=("owner",),
    work_group="internal",
)
UPDATE = Kind(
    "progress_update",
    "action_plan.ProgressUpdate",
    ("summary", "internal"),
    POLICIES / "progress_update.cedar",
    attributes=(ORIGIN, Attribute("state", "String", "state")),
    shown_with=("owner", "commitment"),
    work_group="internal",
)
RECOMMENDATION = Kind(
    "recommendation",
    "action_plan.Recommendation",
    ("summary", "internal"),
    POLICIES / "recommendation.cedar",
    attributes=(ORIGIN,),
    shown_with=("owner",),
    work_group="internal",
)
PARTNERSHIP = Kind(
    "partnership", "action_plan.Partnership", ("summary",), POLICIES / "partnership.cedar", attributes=(ORIGIN,)
)
ADVICE_REQUEST = Kind(
    "advice_request",
    "action_plan.AdviceRequest",
    ("summary", "internal", "hours", "payee"),
    POLICIES / "advice_request.cedar",
    attributes=(ORIGIN, Attribute("asked_of", "String", "asked_of"), Attribute("state", "String", "state")),
    shown_with=("owner",),
    work_group="internal",
    acts={"advise": "summary", "approve": "hours", "pay": "payee"},
)
ALL = (PLAN, DOCUMENT, COMMITMENT, UPDATE, RECOMMENDATION, PARTNERSHIP, ADVICE_REQUEST)
"""`hours` are advisers' hours without names; `payee`, whom to pay, is the secretariat's alone.

`internal` is what agencies tell each other and never the public: drafts' remarks, reasons, who wrote."""
