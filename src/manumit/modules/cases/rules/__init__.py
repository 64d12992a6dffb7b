"""The rules of a case: one a file, errors apart from warnings. The table people sign is docs/rules.md."""

from manumit.spine.workflow.rulebook import Rulebook

from .errors.age_is_no_reason import age_is_no_reason
from .errors.age_range_sane import age_range_sane
from .errors.county_needs_state import county_needs_state
from .errors.dates_in_order import dates_in_order
from .errors.identification_names_its_method import identification_names_its_method
from .errors.interval_has_its_unit import interval_has_its_unit
from .errors.last_seen_not_after_opened import last_seen_not_after_opened
from .errors.measures_sane import measures_sane
from .errors.ncic_entry_after_report import ncic_entry_after_report
from .errors.number_has_its_shape import number_has_its_shape
from .errors.outcome_fits_type import outcome_fits_type
from .errors.part_dates_in_order import part_dates_in_order
from .errors.part_not_in_the_future import part_not_in_the_future
from .errors.position_is_whole import position_is_whole
from .errors.precision_fits_dates import precision_fits_dates
from .errors.resolve_needs_confirmation import resolve_needs_confirmation
from .errors.suspended_needs_review_date import suspended_needs_review_date
from .errors.traditional_name_by_consent import traditional_name_by_consent
from .errors.unknown_is_explicit import unknown_is_explicit
from .errors.years_in_order import years_in_order
from .facts import CaseFacts, NumberFacts, PartFacts
from .warnings.age_agrees_with_birth import age_agrees_with_birth
from .warnings.deceased_needs_remains import deceased_needs_remains
from .warnings.missing_case_has_its_person import missing_case_has_its_person
from .warnings.resolved_person_may_be_protected import resolved_person_may_be_protected
from .warnings.seen_within_living_memory import seen_within_living_memory
from .warnings.vin_has_its_check_digit import vin_has_its_check_digit

CASE_RULES: Rulebook[CaseFacts] = Rulebook(
    kind="case",
    errors=(
        unknown_is_explicit,
        precision_fits_dates,
        dates_in_order,
        last_seen_not_after_opened,
        county_needs_state,
        age_range_sane,
        measures_sane,
        ncic_entry_after_report,
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
PART_RULES: Rulebook[PartFacts] = Rulebook(
    kind="part",
    errors=(
        part_dates_in_order,
        part_not_in_the_future,
        years_in_order,
        position_is_whole,
        identification_names_its_method,
        interval_has_its_unit,
        traditional_name_by_consent,
    ),
    warnings=(vin_has_its_check_digit,),
)

__all__ = ["CASE_RULES", "NUMBER_RULES", "PART_RULES", "CaseFacts", "NumberFacts", "PartFacts"]
