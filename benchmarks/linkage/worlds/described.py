"""Marks and belongings as people describe them: a family in a report, an examiner at a table, each in own words.

What a person has is drawn as a tuple; `marked` and `worn` write one account of it. Lists and wordings are the
benchmark's own: the library never saw them, and many of these words are on none of its lists.
"""

# ruff: noqa: SIM905 - lists of quoted words are harder to read and to keep

import random

from . import given_names

Mark = tuple[str, str, str, str]
"""Kind, place on the body, side (`left`, `right` or none), what it shows."""

Thing = tuple[str, str, str]
"""Colour or stuff, thing, what is special about it."""

MOTIFS = [
    words.split("/")
    for words in """rose/flower/red rose,heart/red heart,cross/crucifix,skull/death head,eagle/bird of prey,butterfly,
    barbed wire,dragon,tribal band/tribal design,star/stars,praying hands,spider web/web,panther/black cat,anchor,
    dolphin,snake/serpent,sun/sunburst,moon/crescent moon,unicorn,wolf/wolf head,tiger,lion/lion head,angel/angel wings,
    devil/demon,dagger/knife,playing cards/ace of spades,dice,chinese symbols/asian characters,rebel flag,clown face,
    teardrop,three dots,crown,bulldog,indian head/native in headdress,feather,dreamcatcher,yin yang,peace sign,
    musical notes/music note,horseshoe,four leaf clover/shamrock,lizard/gecko,scorpion,turtle,bear paw/paw print,ship,
    swallow,hummingbird,cherry/cherries,flames/fire,lightning bolt,grim reaper/reaper,virgin mary/our lady,jesus,rosary,
    motorcycle/harley,guitar,koi fish/fish,lotus,phoenix,hawk,owl,compass,hourglass,pin up girl/naked woman,
    cartoon character,football,basketball,iron cross,spade,diamond,key,lock,infinity sign,ladybug,frog,elephant,horse,
    palm tree,wave,mushroom,marijuana leaf,gun/pistol,bullet,brass knuckles,zodiac sign,bow/ribbon""".replace(
        "\n", ""
    ).split(",")
]
"""What tattoos show, the common ones first, each with what else people call it."""
MOTIFS = [[each.strip() for each in words] for words in MOTIFS]
SITES = {
    "left right": """forearm/lower arm,upper arm/bicep/shoulder area,shoulder,wrist,hand,calf/lower leg,thigh/upper leg,
    ankle,knee,hip,breast,ear,eyebrow/brow,cheek,foot,index finger/finger,shoulder blade,shin,elbow""",
    "": "chest,upper back/back,lower back/back,neck/throat,abdomen/stomach,forehead,chin,lower lip/lip,nose,"
    "navel,scalp",
}
"""Side or none: places on the body, each with what else they are called."""
_SITES = [
    (side, [each.strip() for each in words.split("/")]) for side, listed in SITES.items() for words in listed.split(",")
]
_SITE = {words[0]: words for _, words in _SITES}
_MOTIF = {words[0]: words for words in MOTIFS}
KINDS = {
    "tattoo": (0.46, "tattoo tattoo tat tattooed"),
    "scar": (0.34, "scar scar scarring"),
    "birthmark": (0.05, "birthmark,birth mark,port wine stain"),
    "mole": (0.05, "mole mole,raised mole"),
    "piercing": (0.07, "pierced piercing piercing"),
    "fracture": (0.03, "healed fracture,old break,fractured"),
}
_WORDS = {
    kind: [word.strip() for word in (listed.split(",") if "," in listed else listed.split())]
    for kind, (_, listed) in KINDS.items()
}
_OF_SCARS = """surgical,burn,one inch,two inch,half moon,jagged,circular,appendectomy,gunshot,stab,vertical,horizontal,
y shaped,c section,dog bite,faint,deep,thin,raised,from stitches""".replace("\n", "").split(",")
_COLOURS = """black blue white red gray brown green tan pink purple yellow orange maroon beige navy turquoise silver
gold plaid striped denim leather camouflage floral""".split()
_THINGS = """shirt/t-shirt/tee shirt,jeans/denim pants,pants/trousers,jacket/coat,sneakers/tennis shoes/shoes,boots,
socks,underwear/briefs,bra,sweatshirt/hoodie,shorts,belt,dress,skirt,blouse/top,cap/baseball hat,ring/finger ring,
necklace/chain,watch/wristwatch,earrings/earring,bracelet,backpack/bag,purse/handbag,wallet,glasses/eyeglasses,
sandals/flip flops,sweater,gloves,scarf,lighter,pocket knife,keys/key ring""".replace("\n", "").split(",")
_THING = {words.split("/")[0].strip(): [each.strip() for each in words.split("/")] for words in _THINGS}
_SPECIAL = """nike,adidas,levi,wrangler,lee,hanes,fruit of the loom,carhartt,reebok,converse,vans,timberland,old navy,
gap,champion,columbia,north face,puma,dickies,tommy hilfiger,guess,calvin klein,timex,casio,harley davidson,raiders,
cowboys,bulls,lakers,yankees,size 8,size 10,size 32,size medium,size large,size xl,turquoise stone,engraved,
class ring 1987,
medical alert,st christopher,with cross pendant,beaded,hand made""".replace("\n", "").split(",")
_SPECIAL = [each.strip() for each in _SPECIAL]


def _rank(chance: random.Random, many: int) -> int:
    """Return a rank from 0 to before `many`, low ones more often."""
    return min(int(many * chance.random() ** 2.2), many - 1)


def marks_of(chance: random.Random) -> list[Mark]:
    """Return what marks a person has: none in a third, then one to five."""
    count = chance.choices((0, 1, 2, 3, 4, 5), (34, 24, 18, 12, 8, 4))[0]
    return [_mark(chance) for _ in range(count)]


def _mark(chance: random.Random) -> Mark:
    kind = chance.choices(list(KINDS), [share for share, _ in KINDS.values()])[0]
    sided, words = chance.choice(_SITES)
    side = chance.choice(sided.split()) if sided else ""
    return kind, words[0], side, _shows(kind, chance)


def _shows(kind: str, chance: random.Random) -> str:
    if kind == "scar":
        return chance.choice([*_OF_SCARS, "", "", "", ""]).strip()
    if kind != "tattoo":
        return ""
    if chance.random() < 0.22:
        return f'"{chance.choice(given_names.MALE + given_names.FEMALE)}"'
    return MOTIFS[_rank(chance, len(MOTIFS))][0]


def marked(mark: Mark, chance: random.Random, faded: float) -> str:
    """Write one account of a mark.

    The side is left out in a fifth of accounts and taken for the other in one of twenty (the viewer's left); what it
    shows is left out with the chance `faded`; every wording is one of several.
    """
    kind, site, side, shows = mark
    if chance.random() < 0.2:
        side = ""
    elif side and chance.random() < 0.05:
        side = "left" if side == "right" else "right"
    where = " ".join(filter(None, (side, chance.choice(_SITE[site]))))
    what = "" if chance.random() < faded else chance.choice(_MOTIF.get(shows, [shows]))
    word = chance.choice(_WORDS[kind])
    return " ".join(filter(None, chance.choice(((what, word, "on", where), (word, "of" if what else "", what, where)))))


def things_of(chance: random.Random) -> list[Thing]:
    """Return what a person wears and carries: three to eight things."""
    kinds = random.Random.sample(chance, list(_THING), chance.randint(3, 8))
    return [_thing(kind, chance) for kind in kinds]


def _thing(kind: str, chance: random.Random) -> Thing:
    special = _SPECIAL[_rank(chance, len(_SPECIAL))] if chance.random() < 0.35 else ""
    return _COLOURS[_rank(chance, len(_COLOURS))], kind, special


def worn(thing: Thing, chance: random.Random, worse: float) -> str:
    """Write one account of a thing: colour left out or another, a special sign not seen, each likelier if `worse`."""
    colour, kind, special = thing
    if chance.random() < 0.15 + worse:
        colour = chance.choice(("", "dark", chance.choice(_COLOURS)))
    if chance.random() < 0.35 + worse:
        special = ""
    return " ".join(filter(None, (colour, special, chance.choice(_THING[kind]))))
