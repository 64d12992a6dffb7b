"""Invented names: two words make a family or a place, syllables a given name."""

from random import Random


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


FIRST = _words(
    """
    Amber Ash Bell Birch Bram Brook Cedar Clay Clover Copper Crane Dawn Elder Ember Fair Falcon Fern Flint Fox
    Frost Glen Gold Grey Hale Hawk Hazel Heath Heron High Hollow Iron Ivy Juniper Lark Laurel Linden Long Maple
    Marsh Mill Moss North Oak Ochre Otter Pine Quill Raven Reed River Rowan Sage Sand Shale Silver Slate Snow
    Spruce Stone Summer Swift Tall Thorn Timber Vale West White Wild Willow Winter Wren
    """
)
SECOND = _words(
    """
    bank beck bend bluff bridge brook burn by combe cote crest croft dale dell den fall field ford gate glade
    grass grove ham hart haven hill holm hurst land ley lock low march mead mere moor mount path pool ridge rise
    rock row shaw shore side song spring stead stone thorpe vale view walk ward water way well wick wind wood
    worth
    """
)
OPENING = _words(
    """
    A Be Ca Da E Fa Ga Ha I Jo Ka La Ma Ni O Pe Ro Sa Te U Va Wi Ya Ze
    """
)
MIDDLE = _words(
    """
    l r n m v d s th k la ri no mi ve do
    """
)
ENDING = _words(
    """
    a an e el en ia ie in is o on or y ina ara eth iel ona us ira
    """
)
PATHS = (
    "the old mill road",
    "a gas station",
    "the river path",
    "a bus stop",
    "a friend's house",
    "the trailhead",
    "work",
)


def family(random: Random) -> str:
    """Return a family name."""
    return random.choice(FIRST) + random.choice(SECOND)


def given(random: Random) -> str:
    """Return a given name."""
    return random.choice(OPENING) + random.choice(MIDDLE) + random.choice(ENDING)


def place(random: Random) -> str:
    """Return the name of a county or town."""
    return random.choice(FIRST) + random.choice(SECOND)


def whereabouts(random: Random) -> str:
    """Return a place somebody was seen near, without an address."""
    return random.choice(PATHS)
