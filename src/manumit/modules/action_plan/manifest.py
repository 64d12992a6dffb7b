"""What the action plan plugs into the spine."""

from django.utils.translation import gettext_lazy as _

from manumit.spine.records.manifest import CrowdedAddress, Manifest, MenuEntry, Pillar, SampleData

from . import kinds, procedure, rounds
from .actions.load_sample import count_sample, load_sample

PLAN_ROLES = frozenset({"plan_contact", "plan_lead", "secretariat", "council"})
ADVISERS = frozenset({"council", "consultant"})

MANIFEST = Manifest(
    name="action_plan",
    title=_("Action plan"),
    purpose=_("What agencies promised against trafficking: chased every quarter, evidenced, published."),
    pillars=(Pillar.PARTNERSHIPS,),
    kinds=kinds.ALL,
    menu=(
        MenuEntry(
            _("Action plan"),
            "action_plan:register",
            Pillar.PARTNERSHIPS,
            _("What every agency promised"),
            10,
            PLAN_ROLES,
        ),
        MenuEntry(
            _("This quarter"),
            "action_plan:quarter",
            Pillar.PARTNERSHIPS,
            _("Answer everything due on one page"),
            20,
            frozenset({"plan_contact", "plan_lead"}),
        ),
        MenuEntry(
            _("Advice"),
            "action_plan:advice_requests",
            Pillar.PARTNERSHIPS,
            _("What people with lived experience are asked"),
            25,
            PLAN_ROLES | ADVISERS,
        ),
        MenuEntry(
            _("Your words"),
            "action_plan:own_words",
            Pillar.PARTNERSHIPS,
            _("Choose the name shown with what you said, or none"),
            26,
            ADVISERS,
        ),
        MenuEntry(
            _("Promises, as published"), "action_plan:promises", Pillar.PARTNERSHIPS, _("What the public reads"), 30
        ),
    ),
    urls="manumit.modules.action_plan.urls",
    api="manumit.modules.action_plan.api",
    providers=(
        procedure.UPDATE, CrowdedAddress("/promises/"),
        SampleData(_("Commitments of 2024"), load_sample, count_sample), *rounds.EVENTS,
    ),
)  # fmt: skip
