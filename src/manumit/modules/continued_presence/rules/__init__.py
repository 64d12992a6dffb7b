"""What makes a request complete: one rule a file. Their docstrings are what people read."""

from manumit.spine.workflow.rulebook import Rulebook

from .errors.a_number_is_sound import a_number_is_sound
from .errors.act_fits_its_kind import act_fits_its_kind
from .errors.act_is_told import act_is_told
from .errors.birth_is_past import birth_is_past
from .errors.case_number_is_given import case_number_is_given
from .errors.citizenship_is_given import citizenship_is_given
from .errors.civil_action_is_complete import civil_action_is_complete
from .errors.entry_is_past import entry_is_past
from .errors.investigation_is_described import investigation_is_described
from .errors.mailing_is_given import mailing_is_given
from .errors.means_are_told import means_are_told
from .errors.officer_attests import officer_attests
from .errors.officer_is_named import officer_is_named
from .errors.ori_is_sound import ori_is_sound
from .errors.purpose_fits_its_kind import purpose_fits_its_kind
from .errors.rights_are_told import rights_are_told
from .errors.safety_plan_is_told import safety_plan_is_told
from .errors.statutes_are_sound import statutes_are_sound
from .errors.supervisor_is_named import supervisor_is_named
from .errors.trafficking_is_named import trafficking_is_named
from .errors.under_18_fits_birth import under_18_fits_birth
from .errors.victim_is_named import victim_is_named
from .errors.witness_or_civil_action import witness_or_civil_action
from .facts import RequestFacts
from .warnings.counsel_is_asked import counsel_is_asked
from .warnings.cover_is_named import cover_is_named
from .warnings.detained_is_urgent import detained_is_urgent
from .warnings.languages_are_known import languages_are_known
from .warnings.minor_needs_hhs import minor_needs_hhs
from .warnings.photos_are_referenced import photos_are_referenced
from .warnings.sex_trafficking_of_a_minor import sex_trafficking_of_a_minor

REQUEST_RULES: Rulebook[RequestFacts] = Rulebook(
    kind="presence_request",
    errors=(
        ori_is_sound,
        officer_is_named,
        supervisor_is_named,
        case_number_is_given,
        statutes_are_sound,
        investigation_is_described,
        victim_is_named,
        birth_is_past,
        citizenship_is_given,
        a_number_is_sound,
        entry_is_past,
        trafficking_is_named,
        act_is_told,
        act_fits_its_kind,
        means_are_told,
        purpose_fits_its_kind,
        under_18_fits_birth,
        witness_or_civil_action,
        mailing_is_given,
        safety_plan_is_told,
        rights_are_told,
        civil_action_is_complete,
        officer_attests,
    ),
    warnings=(
        cover_is_named,
        languages_are_known,
        counsel_is_asked,
        photos_are_referenced,
        detained_is_urgent,
        minor_needs_hhs,
        sex_trafficking_of_a_minor,
    ),
)
CODES = frozenset(rule.__name__ for rule in REQUEST_RULES.errors)

__all__ = ["CODES", "REQUEST_RULES", "RequestFacts"]
