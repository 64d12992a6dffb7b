"""Words of descriptions: kinds of marks, places on the body, sides, stems. The lists are our own."""

from __future__ import annotations

import re
from collections.abc import Sequence

KINDS = {
    "tattoo": "tattoo tattoos tatoo tat tats tattooed ink inked",
    "scar": "scar scars scarred scarring keloid stitches incision cut",
    "piercing": "piercing piercings pierced",
    "birthmark": "birthmark birthmarks hemangioma",
    "mole": "mole moles",
    "freckles": "freckle freckles freckled",
    "burn": "burn burns burned",
    "amputation": "amputation amputated amputee missing",
    "fracture": "fracture fractures fractured broken break",
    "implant": "implant implants plate pin pins screw screws rod rods pacemaker prosthesis prosthetic artificial",
    "deformity": "deformity deformed crooked limp clubfoot curvature scoliosis",
    "needle": "needle track tracks",
    "dental": "denture dentures braces crown gold filling fillings gap chipped",
    "glasses": "glasses eyeglasses contacts",
}
"""Kind of mark: the words that name it."""

SITES = {
    "head": "head scalp skull forehead temple",
    "face": "face cheek chin jaw eyebrow brow eyelid lip lips mouth nose nostril",
    "ear": "ear ears earlobe lobe lobes",
    "teeth": "tooth teeth incisor molar",
    "neck": "neck throat nape",
    "shoulder": "shoulder shoulders clavicle collarbone",
    "arm": "arm arms forearm forearms bicep biceps elbow elbows wrist wrists upperarm",
    "hand": "hand hands finger fingers thumb thumbs knuckle knuckles palm",
    "chest": "chest breast breasts sternum rib ribs nipple",
    "back": "back spine shoulderblade",
    "belly": "belly abdomen stomach abdominal navel bellybutton waist appendix side",
    "hip": "hip hips buttock buttocks groin pelvis",
    "leg": "leg legs thigh thighs knee knees calf calves shin shins",
    "foot": "foot feet ankle ankles toe toes heel",
}
"""Region of the body: its places."""

_ALIKE = {
    "flower": "rose lily lotus daisy",
    "cross": "crucifix",
    "snake": "serpent cobra rattlesnake",
    "cat": "kitten",
    "bird": "swallow dove sparrow",
    "ring": "band",
    "shoe": "sneaker trainer tennis",
    "pants": "trousers slacks jeans",
    "purse": "handbag",
    "gray": "grey",
    "mother": "mom mum mama",
    "father": "dad daddy papa",
}
_SILENT = frozenset(
    """
    a an and are as at be both by but for from has have her his in into is it its known likely may no not of off on or
    other possible possibly probably several small large some the their there they this to two three un una unknown
    very was were with worn wearing color colored colour design type style size old new left right upper lower inner
    outer front mark marks near above below around across area one inch inches long approximately about
    """.split()  # noqa: SIM905 - a list of quoted words is harder to read and to keep
)
_PAIRS = {"left": re.compile(r"\b(left|lt|izquierd[oa])\b"), "right": re.compile(r"\b(right|rt|derech[oa])\b")}
_WORD = re.compile(r"[a-z0-9]+")


def _inverted(table: dict[str, str]) -> dict[str, str]:
    return {word: name for name, listed in table.items() for word in listed.split()}


_KIND, _REGION, _MEANT = _inverted(KINDS), _inverted(SITES), _inverted(_ALIKE)


def kind_in(text: str) -> str:
    """Return the first kind of mark named in the text, or nothing."""
    return next((_KIND[word] for word in _WORD.findall(text) if word in _KIND), "")


def sites_in(text: str) -> Sequence[tuple[str, str]]:
    """Return region and place for each place on the body that the text names, once each."""
    named = [(_REGION[word], stem(word)) for word in _WORD.findall(text) if word in _REGION]
    return list(dict.fromkeys(named))


def side_in(text: str) -> str:
    """Return `left` or `right`, or nothing where the text names both or neither."""
    found = [side for side, spelt in _PAIRS.items() if spelt.search(text)]
    return found[0] if len(found) == 1 else ""


def telling(text: str) -> Sequence[str]:
    """Return the stems of words that tell something: not kinds, places, sides or small words; once each."""
    kept = (word for word in _WORD.findall(text) if word not in _SILENT and word not in _KIND and word not in _REGION)
    return list(dict.fromkeys(_MEANT.get(stem(word), stem(word)) for word in kept if len(word) > 1))


def stem(word: str) -> str:
    """Return a word without the ending of its plural: a rough cut, the same on both sides."""
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 3 and word.endswith("s") and not word.endswith("ss"):
        return word[:-1]
    return word
