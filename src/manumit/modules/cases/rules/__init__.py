"""The rules of a case: one a file, errors apart from warnings. The table people sign is docs/rules.md."""

from manumit.spine.workflow.rulebook import Rulebook

from .errors.age_is_no_reason import age_is_no_reason
from .errors.age_range_sane import age_range_sane
from .errors.county_needs_state import county_needs_state
from .errors.dates_in_order import dates_in_order
from .errors.last_seen_not_after_opened import last_seen_not_after_opened
from .errors.number_has_its_shape import number_has_its_shape
from .errors.outcome_fits_type import outcome_fits_type
from .errors.precision_fits_dates import precision_fits_dates
from .errors.resolve_needs_confirmation import resolve_needs_confirmation
from .errors.suspended_needs_review_date import suspended_needs_review_date
from .errors.unknown_is_explicit import unknown_is_explicit
from .facts import CaseFacts, NumberFacts
from .warnings.age_agrees_with_birth import age_agrees_with_birth
from .warnings.deceased_needs_remains import deceased_needs_remains
from .warnings.missing_case_has_its_person import missing_case_has_its_person
from .warnings.resolved_person_may_be_protected import resolved_person_may_be_protected
from .warnings.seen_within_living_memory import seen_within_living_memory

CASE_RULES: Rulebook[CaseFacts] = Rulebook(
    kind="case",
    errors=(
        unknown_is_explicit,
        precision_fits_dates,
        dates_in_order,
        last_seen_not_after_opened,
        county_needs_state,
        age_range_sane,
        resolve_needs_confirmation,
        outcome_fits_type,
        suspended_needs_review_date,
        age_is_no_reason,
    ),
    warnings=(
        seen_within_living_memory,
        missing_case_has_its_person,
        age_agrees_with_birth,
        deceased_needs_remains,
        resolved_person_may_be_protected,
    ),
)
NUMBER_RULES: Rulebook[NumberFacts] = Rulebook(kind="number", errors=(number_has_its_shape,), warnings=())

__all__ = ["CASE_RULES", "NUMBER_RULES", "CaseFacts", "NumberFacts"]
