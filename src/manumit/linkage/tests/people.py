"""Invented records for the tests: written by Hypothesis, in every shape the profiles read."""

from hypothesis import strategies as st

GIVEN = ("Robert", "Bob", "Maria Elena", "Elena", "Josefina", "R", "Zoë", "Иван", "Christopher", "Christo", "Lou-Ann")
FAMILY = (
    "Alder",
    "Aldar",
    "O'Brien",
    "Garcia Lopez",
    "Lopez",
    "Robert",
    "de la Cruz",
    "Smyth",
    "Smith",
    "Jr",
    "Petrov",
)
DATES = ("1990-02-03", "1990-03-02", "1990-02", "1990", "1991~", "1985-01-01/1992-12-31", "1990-02-13", "unknown")
AGES = ({"low": 20, "high": 30, "on": "2015-05-01"}, {"low": 24, "on": "2015"}, {"high": 3, "on": "1993-06"})
MARKS = (
    "tattoo of an eagle on left forearm",
    "eagle tattoo arm",
    "scar chin",
    {"kind": "scar", "site": "knee", "side": "right"},
)

_name = st.fixed_dictionaries(
    {}, optional={"given": st.sampled_from(GIVEN), "middle": st.sampled_from(GIVEN), "family": st.sampled_from(FAMILY)}
)


def _few(*values):
    return st.lists(st.sampled_from(values), max_size=2)


FIELDS = {
    "names": st.lists(_name, max_size=3),
    "birth": _few(*DATES, *AGES),
    "sex": _few("M", "F", "U"),
    "race": _few("I", "W", "B"),
    "tribe": _few("North River", "Two Hills"),
    "height": _few(64, 65.5, 70, {"low": 60, "high": 66}, {"low": 72}),
    "weight": _few(120, {"low": 110, "high": 160}, 260),
    "eyes": _few("BRO", "HAZ", {"left": "BRO", "right": "BLU"}, {"left": "BLU"}, "XXX"),
    "hair": _few("BRO", "BLK", "RED"),
    "places": _few(
        {"city": "Gallup", "state": "NM"},
        {"city": "Galup", "state": "NM"},
        {"state": "AZ"},
        {"latitude": 35.5, "longitude": -108.7},
        {"city": "Gallup", "state": "NM", "latitude": 35.6, "longitude": -108.8},
    ),
    "phones": _few("505-555-0123", "505-555-0132", "555-0123", "+44 20 7946 0123"),
    "documents": _few({"kind": "passport", "country": "MX", "number": "G1234567"}, "G1234567", "G1234576"),
    "accounts": _few({"platform": "photos", "handle": "@night.owl"}, {"platform": "chat", "handle": "nightowl"}),
    "marks": _few(*MARKS),
    "belongings": _few("silver ring engraved RA", "blue jeans", "silver ring"),
    "plates": _few("ABC 1230", {"number": "A8C123O", "state": "AZ"}, {"number": "ABC1", "state": "NM"}, "?BC1230"),
    "vins": _few("1M8GDM9AXKP042788", "1M8GDM9AXKP042789", "042788"),
    "last_contact": _few("2010-05-06", "2012", "2010~"),
    "found": _few("2011-05-06", "2010", "../2009-01-01"),
    "make": _few("FORD", "CHEV"),
    "colour": _few("GRY", "SIL", "RED"),
}
"""Field: what it may hold."""

records = st.fixed_dictionaries({}, optional=FIELDS)
"""A record with any of the fields."""
