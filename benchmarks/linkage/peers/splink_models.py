"""Splink's model of each world: its own comparisons where it has them, levels like the library's where not."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

import splink.comparison_level_library as levels
import splink.comparison_library as compare
from splink import block_on

Rules = Sequence[Any]


@dataclass(frozen=True)
class SplinkModel:
    """How Splink compares and blocks a world.

    `loose` are the rules for one record against many, `keys` those of a batch; `certain` those from which it estimates
    how common matches are, finding `recall` of them; `training` one rule a pass of EM.
    """

    comparisons: Callable[[], list[Any]]
    loose: Rules
    keys: Rules
    certain: Sequence[str]
    training: Rules
    recall: float = 0.6
    columns: dict[str, str] = field(default_factory=dict)


def _year(date: str = "dob") -> str:
    return f"substr({date}, 1, 4)"


def _birth() -> Any:
    """Compare whole and partial dates: exact, one sign apart, day and month swapped, year, within two years."""
    swapped = "concat(substr(dob_l,1,5), substr(dob_l,9,2), '-', substr(dob_l,6,2)) = dob_r"
    return compare.CustomComparison(
        output_column_name="dob",
        comparison_levels=[
            levels.NullLevel("dob"),
            levels.And(levels.ExactMatchLevel("dob"), levels.CustomLevel("length(dob_l) = 10")),
            levels.CustomLevel(f"length(dob_l) = 10 and length(dob_r) = 10 and {swapped}", "Day and month swapped"),
            levels.And(
                levels.CustomLevel("length(dob_l) = 10 and length(dob_r) = 10"), levels.LevenshteinLevel("dob", 1)
            ),
            levels.CustomLevel("substr(dob_l, 1, 7) = substr(dob_r, 1, 7)", "Year and month"),
            levels.CustomLevel("substr(dob_l, 1, 4) = substr(dob_r, 1, 4)", "Year"),
            levels.CustomLevel(
                "abs(cast(substr(dob_l, 1, 4) as int) - cast(substr(dob_r, 1, 4) as int)) <= 2", "Within two years"
            ),
            levels.ElseLevel(),
        ],
    )


def _height() -> Any:
    apart = (levels.CustomLevel(f"abs(height_l - height_r) <= {most}", f"within {most} in") for most in (1, 2, 4))
    return compare.CustomComparison(
        output_column_name="height", comparison_levels=[levels.NullLevel("height"), *apart, levels.ElseLevel()]
    )


def _place() -> Any:
    return compare.CustomComparison(
        output_column_name="city",
        comparison_levels=[
            levels.NullLevel("city"),
            levels.ExactMatchLevel("city", term_frequency_adjustments=True),
            levels.JaroWinklerLevel("city", 0.92),
            levels.ExactMatchLevel("state"),
            levels.ElseLevel(),
        ],
    )


def _persons() -> list[Any]:
    return [
        compare.NameComparison("first", jaro_winkler_thresholds=[0.92, 0.87]),
        compare.NameComparison("last", jaro_winkler_thresholds=[0.92, 0.87]),
        _birth(),
        _place(),
        compare.ExactMatch("phone"),
        compare.ExactMatch("sex"),
        compare.ExactMatch("race"),
        _height(),
    ]


def _historical() -> list[Any]:
    """The comparisons of the notebook Splink's makers publish for this data set."""
    return [
        compare.ForenameSurnameComparison(
            "first_name", "surname", forename_surname_concat_col_name="first_and_surname"
        ),
        compare.DateOfBirthComparison(
            "dob", input_is_string=True, datetime_metrics=["year"] * 2, datetime_thresholds=[1, 10]
        ),
        compare.PostcodeComparison("postcode_fake"),
        compare.ExactMatch("birth_place").configure(term_frequency_adjustments=True),
        compare.ExactMatch("occupation").configure(term_frequency_adjustments=True),
    ]


def _febrl() -> list[Any]:
    """The comparisons of the notebook Splink's makers publish for febrl."""
    return [
        compare.NameComparison("given_name"),
        compare.NameComparison("surname"),
        compare.DateOfBirthComparison(
            "date_of_birth", input_is_string=True, datetime_format="%Y%m%d", invalid_dates_as_null=False
        ),
        compare.DamerauLevenshteinAtThresholds("soc_sec_id", [2]),
        compare.ExactMatch("street_number").configure(term_frequency_adjustments=True),
        compare.ExactMatch("postcode").configure(term_frequency_adjustments=True),
    ]


MODELS = {
    "persons": SplinkModel(
        comparisons=_persons,
        loose=(
            block_on("last"),
            block_on("dob"),
            block_on("phone"),
            block_on("first", _year()),
            block_on("first", "city"),
        ),
        keys=(
            block_on("phone"),
            block_on("first", "dob"),
            block_on("last", "dob"),
            block_on("first", "last", "city"),
            block_on("first", "last", _year()),
        ),
        certain=(
            "l.first = r.first and l.last = r.last and l.dob = r.dob",
            "l.phone = r.phone and l.last = r.last",
            "l.first = r.first and l.last = r.last and l.city = r.city",
        ),
        training=(block_on("first", "last"), block_on("dob")),
    ),
    "historical": SplinkModel(
        comparisons=_historical,
        loose=(
            block_on("surname"),
            block_on("dob"),
            block_on("postcode_fake"),
            block_on("first_name", "substr(dob, 1, 4)"),
        ),
        keys=(
            block_on("first_name", "surname"),
            block_on("surname", "dob"),
            block_on("first_name", "dob"),
            block_on("postcode_fake", "first_name"),
            block_on("postcode_fake", "surname"),
            block_on("dob", "birth_place"),
            block_on("substr(postcode_fake, 1, 3)", "dob"),
            block_on("substr(postcode_fake, 1, 3)", "first_name"),
            block_on("substr(postcode_fake, 1, 3)", "surname"),
            block_on("substr(first_name, 1, 2)", "substr(surname, 1, 2)", "substr(dob, 1, 4)"),
        ),
        certain=(
            "l.first_name = r.first_name and l.surname = r.surname and l.dob = r.dob",
            "substr(l.first_name,1,2) = substr(r.first_name,1,2) and l.surname = r.surname "
            "and substr(l.postcode_fake,1,2) = substr(r.postcode_fake,1,2)",
            "l.dob = r.dob and l.postcode_fake = r.postcode_fake",
        ),
        training=(block_on("first_name", "surname"), block_on("dob")),
    ),
    "febrl": SplinkModel(
        comparisons=_febrl,
        loose=(
            block_on("surname"),
            block_on("date_of_birth"),
            block_on("soc_sec_id"),
            block_on("given_name", "postcode"),
        ),
        keys=(
            block_on("given_name", "surname"),
            block_on("date_of_birth"),
            block_on("soc_sec_id"),
            block_on("state", "address_1"),
            block_on("street_number", "address_1"),
            block_on("postcode"),
        ),
        certain=(
            "l.soc_sec_id = r.soc_sec_id",
            "l.given_name = r.given_name and l.surname = r.surname and l.date_of_birth = r.date_of_birth",
            "l.given_name = r.surname and l.surname = r.given_name and l.date_of_birth = r.date_of_birth",
        ),
        training=(block_on("date_of_birth"), block_on("postcode")),
        recall=0.9,
    ),
}
