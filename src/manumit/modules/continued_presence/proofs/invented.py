"""The answers of a whole request, all invented, for the drill; its days lie before those on which ways begin."""

from collections.abc import Mapping
from typing import Any

STEPS: Mapping[str, Mapping[str, Any]] = {
    "agency": {
        "ori": "MT0560000",
        "officer_name": "Dana Reed",
        "officer_phone": "406 555 0100",
        "cover_name": "Lee Poe",
        "supervisor_name": "Ruth Vale",
        "supervisor_phone": "406 555 0101",
    },
    "investigation": {
        "case_number": "24-0117",
        "statutes": "18 USC 1591, 18 USC 1589",
        "investigation": "open",
        "defendants": "",
        "nexus": "Held at the same house",
    },
    "person": {
        "given_names": "Mara",
        "family_name": "Quill",
        "aliases": "",
        "birth_on": "1996-04-02",
        "birth_country": "Freedonia",
        "citizenship": "Freedonia",
        "sex": "female",
        "languages": "Spanish",
    },
    "papers": {
        "a_number": "A012345678",
        "passport": "",
        "entered_on": "2021-02-01",
        "entry_place": "El Paso",
        "entry_manner": "without",
        "status": "none",
        "removal": "no",
        "detained": "no",
        "photos": "Locker 4",
    },
    "act": {
        "trafficking": "labor",
        "under_18": "no",
        "acts": ["harbor", "obtain"],
        "act_words": "She was kept in a house and sent out to clean offices at night.",
    },
    "means": {"means": ["coercion"], "means_words": "They took her papers and threatened to call immigration."},
    "purpose": {
        "purposes": ["servitude"],
        "purpose_words": "She was never paid.",
        "witness": "yes",
        "witness_words": "",
    },
    "safety": {
        "mailing": "PO Box 9, Helena",
        "contact": "By the shelter, mornings",
        "threats": "Her brother at home",
        "plan": "A code word with the shelter",
        "family": "A brother",
        "health": "",
    },
    "rights": {
        "rights": ["may_refuse", "not_charged", "counsel", "services", "travel", "privacy"],
        "told_on": "2022-05-01",
        "interpreter": "Ana Luz",
        "counsel": "Legal Aid",
        "specialist": "Jo Marsh",
        "civil_action": "no",
        "civil_court": "",
        "civil_docket": "",
        "civil_on": "",
    },
    "attest": {"attested": ["true", "no_bargain"]},
}
"""Answers by step."""
ANSWERS: Mapping[str, Any] = {name: value for step in STEPS.values() for name, value in step.items() if value}
"""Answers by question."""
