"""An example of every part of a case."""

BY = {"source": "Interview"}
EXAMPLES = {
    "names": {"name_type": "alias", "family_name": "Moon"},
    "traditional_names": {"name": "Little Star", "consent_by": "Her mother", "consent_on": "2024-06-01"},
    "indian_status": {"status": "enrolled", "basis": "tribal_enrollment_office"},
    "tribes": {"reported_as": "Stonewater Tribe", "enrolled": "yes"},
    "features": {"feature_kind": "tattoo", "site": "arm", "side": "left", "description": "A swallow"},
    "belongings": {"belonging_kind": "jewelry", "description": "Silver ring"},
    "biometrics": {"biometric_kind": "dental", "status": "not_available"},
    "remains": {"condition": "skeleton", "interval": 3, "interval_unit": "years"},
    "places": {"role": "last_seen", "city": "Crow Agency", "latitude": 45.6, "longitude": -107.46},
    "vehicles": {"make": "Ford", "plate_number": "7A 1B2", "year_min": 1999, "year_max": 2003, "colors": ["red"]},
    "phones": {"number": "(406) 555-0100"},
    "accounts": {"platform": "telegram", "handle": "rosa_t"},
    "events": {"event_kind": "sighting", "title": "Seen at the store", "precision": "day", "latest_on": "2024-05-03"},
    "offences": {"title": "Kidnapping", "nibrs_code": "100"},
    "behaviours": {"dimension": "approach", "value": "con"},
    "exploitations": {"kinds": ["sexual"], "controls": ["debt_bondage"]},
}
