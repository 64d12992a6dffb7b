"""Where in a state an invented case lies: a rectangle that is mostly inside it, from the state's own extent.

Source: extents of the states as the Census Bureau publishes them (cartographic boundaries), rounded to a half degree
and drawn in.
"""

from random import Random

RECTANGLES: dict[str, tuple[float, float, float, float]] = {
    "AK": (61.0, 67.0, -158.0, -143.0), "AL": (31.0, 34.5, -88.0, -85.5), "AR": (33.5, 36.0, -94.0, -91.0),
    "AZ": (32.0, 36.5, -114.0, -109.5), "CA": (35.0, 40.0, -121.5, -118.0), "CO": (37.5, 40.5, -108.5, -102.5),
    "CT": (41.5, 42.0, -73.2, -72.0), "DC": (38.85, 38.95, -77.05, -76.95), "DE": (38.7, 39.5, -75.6, -75.3),
    "FL": (27.5, 30.0, -82.0, -81.0), "GA": (31.0, 34.5, -84.5, -82.0), "HI": (19.3, 19.9, -155.7, -155.2),
    "IA": (41.0, 43.0, -95.5, -91.5), "ID": (42.5, 46.0, -116.5, -114.0), "IL": (38.0, 42.0, -90.0, -88.0),
    "IN": (38.5, 41.5, -87.0, -85.0), "KS": (37.5, 39.5, -101.5, -95.0), "KY": (37.0, 38.3, -87.5, -83.5),
    "LA": (30.5, 32.8, -93.5, -91.5), "MA": (42.1, 42.6, -73.0, -71.2), "MD": (39.3, 39.6, -78.0, -76.3),
    "ME": (44.5, 46.5, -70.0, -68.0), "MI": (42.0, 44.5, -85.5, -83.5), "MN": (44.0, 48.0, -96.0, -93.0),
    "MO": (37.0, 40.0, -95.0, -91.0), "MS": (31.5, 34.5, -90.5, -88.7), "MT": (45.5, 48.5, -114.0, -105.0),
    "NC": (35.2, 36.3, -81.5, -77.5), "ND": (46.2, 48.7, -103.5, -97.5), "NE": (40.5, 42.5, -103.0, -97.0),
    "NH": (43.0, 44.5, -72.0, -71.2), "NJ": (39.8, 41.0, -75.0, -74.3), "NM": (32.5, 36.5, -108.5, -103.5),
    "NV": (37.5, 41.5, -119.5, -115.0), "NY": (42.3, 44.5, -77.0, -74.0), "OH": (39.0, 41.3, -84.5, -81.5),
    "OK": (34.5, 36.8, -98.5, -95.0), "OR": (42.5, 45.0, -122.5, -117.5), "PA": (40.0, 41.8, -80.0, -75.8),
    "RI": (41.5, 41.9, -71.7, -71.5), "SC": (33.3, 34.8, -82.0, -79.8), "SD": (43.2, 45.7, -103.5, -97.0),
    "TN": (35.2, 36.4, -89.0, -83.5), "TX": (29.0, 33.5, -101.0, -95.5), "UT": (37.5, 41.5, -113.5, -109.5),
    "VA": (36.8, 38.5, -80.5, -77.0), "VT": (43.0, 44.8, -73.0, -72.4), "WA": (46.2, 48.7, -122.0, -117.5),
    "WI": (43.0, 45.8, -91.0, -88.5), "WV": (38.0, 39.3, -81.5, -80.0), "WY": (41.5, 44.5, -110.5, -104.5),
}  # fmt: skip
"""South, north, west and east, in degrees, by postal code; a territory has none and its cases no position."""


def within(random: Random, state: str) -> tuple[float, float] | None:
    """Return latitude and longitude of an invented place in `state`, None where it has no rectangle."""
    if state not in RECTANGLES:
        return None
    south, north, west, east = RECTANGLES[state]
    return round(random.uniform(south, north), 4), round(random.uniform(west, east), 4)
