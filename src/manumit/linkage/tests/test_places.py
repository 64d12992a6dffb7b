"""Places of one question and of very many records, compared along the earth."""

import math
import random

from manumit.linkage.compare.places import FAR, REACH, Place

RADIUS = 6371.0


def kilometres(one: tuple[float, float], other: tuple[float, float]) -> float:
    """The spherical law of cosines, written apart from what is tested."""
    (a, b), (c, d) = (tuple(map(math.radians, point)) for point in (one, other))
    return RADIUS * math.acos(min(1.0, math.sin(a) * math.sin(c) + math.cos(a) * math.cos(c) * math.cos(b - d)))


def test_points_are_told_apart_by_their_distance_wherever_they_lie() -> None:
    chance, place = random.Random(4), Place()
    told = dict.fromkeys(range(FAR + 1), 0)
    for _ in range(200):
        middle = (chance.uniform(-85, 85), chance.uniform(-180, 180))
        around = [
            (max(-90, min(90, middle[0] + chance.gauss(0, spread))), middle[1] + chance.gauss(0, spread))
            for spread in (0.03, 0.3, 2.3, 2.3, 20)
        ]
        points = [(lat, (lon + 180) % 360 - 180) for lat, lon in around]
        keys = [place.read({"latitude": lat, "longitude": lon}, "places")[0] for lat, lon in (middle, *points)]
        asked, *rest = keys
        levels = place.compare(place.columns([asked]), place.columns(rest))
        for key, level in zip(rest, levels.tolist(), strict=True):
            away = kilometres((asked[2] / 1000, asked[3] / 1000), (key[2] / 1000, key[3] / 1000))
            if min(abs(away - reach) for reach in REACH) > 0.01:
                assert level == sum(away > reach for reach in REACH), (asked, key, away)
                told[level] += 1
    assert min(told.values()) > 50


def test_a_town_without_a_point_is_compared_by_name_among_those_that_have_one() -> None:
    place = Place()
    towns = [
        {"city": "Gallup", "state": "NM", "latitude": 35.5, "longitude": -108.7},
        {"city": "Gallup", "state": "NM"},
    ]
    (pointed,), (named,) = (place.read(town, "places") for town in towns)
    elsewhere = place.read({"city": "Gallup", "state": "NM", "latitude": 45, "longitude": -108.7}, "places")[0]
    assert place.compare(place.columns([pointed]), place.columns([named, elsewhere])).tolist() == [0, FAR]
