"""Family names of made people: put together from parts, as names were, in the proportions of a mixed country."""

# ruff: noqa: SIM905 - lists of quoted words are harder to read and to keep

import itertools
from collections.abc import Iterator
from functools import cache

import numpy as np

FAMILIES = (
    (
        """ash beck brad bur cald carl clay clif cran craw dal den dray east ed elm fair fen gar glen gran hal ham har
        haw hay hol kel ken kirk lang lin lock long mar mel mid mil nor oak pem pres rad ram red rock ros row rush sand
        shel sher stan stock stone strat sut tal thorn til wal war wash wat wes whit wil win wood wor wy""",
        """bury by combe croft den don er field ford gate ham hurst ing ingham ington land ley lock low man mere mont
        more ner ney port ridge rick sell shaw son stead ston ter ton wall way well wick wood worth yard""",
    ),
    (
        """alv benav bern cald cast dom esc esp est fern gal garc gonz gut herr hern jim lop mald mart mend mont mor
        nav ort pal per ram riv rod rom sal sanch sant sot torr val varg vel vill zam agu barr card cerv del far
        guerr""",
        """ada ado ales alez ano ara ares arez arro ana edo eira ena era eres erez ero eda illa illo ina ino ola ona
        ora uez ez onzo ante""",
    ),
    (
        """ander eric john carl peter nil lar sven gustav jacob han ol mag hol berg lind sand ny ek strand dal soder
        wester norr sjo""",
        """son sen sson berg strom quist lund gren dahl man mark vik holm blad""",
    ),
    (
        """mc mac o fitz""",
        """allen bride carthy cormack coy dermott donald dougal duff ewan fadden gee ginnis gowan grath guire intosh
        kay kenna kenzie kinley lain lean leod mahon manus millan nally namara neil pherson queen rae shane tavish
        brien connor donnell hara keefe leary malley neill reilly rourke shea sullivan gerald patrick simmons""",
    ),
    (
        """kowal nowa wis lewan dab kamin zielin szyman wozn kozlo jablon kwiat petro iva vasil niko pav mor kuz vol
        sok pop andri bond shev tkach""",
        """ski sky cki czyk ak ek ov ova enko chuk ic ich iak uk in kin ev""",
    ),
    (
        """schm mull weis schn fisch mey wag beck hoff schr koch baur richt klei wolf neum schwarz zimmer brau krug
        hart lehm kais fuch lang stein eber gold rosen blum grun""",
        """er mann berg stein feld baum thal hauer bach heim ler dt ke""",
    ),
    ("""ng tr ph h v d b l hu n""", """uyen an am uong oang o ui inh iem en ung ai ao"""),
    (
        """yellow black white red tall little standing running swift two three iron blue long good bear""",
        """horse elk hawk bear wolf crow feather cloud thunder moon hill bird eagle water stone buffalo""",
    ),
    ("""beg tso yaz benal chav nez tsin den ben attak""", """ay aye zie zhie ly ally etsosie nilini ie ee ai"""),
    ("""al el abd ben bin""", """hassan husain rahman karim amin saleh nasser farouk khalil haddad masri sayed aziz"""),
    (
        """jeff jack wash will john rob harr rich thom dav mitch coll ed simm matt ad nich wat hud ben""",
        """erson son ington iams inson ards pson is ell ins wards ons hews ams ols kins nett""",
    ),
)
HEADS = """ba be bi bo bra bre ca ce cha chi co da de do dra fa fi fo ga ge go gra ha he ho hu ja jo ka ke ki ko kra la
le li lo lu ma me mi mo na ne no pa pe pi po pra ra re ri ro sa se sha si so sta su ta te ti to tra va ve vi vo wa we wi
ya za ze""".split()
MIDDLES = "ba be da de fi ga ki la le li lo ma me mi na ne ni no ra re ri ro sa se si ta te ti to va vi za".split()
TAILS = """ber bert cek dan der din dor fer gan gel gin ker land len ler lin lov man mer nak ner nik rak ras ros sky ter
ton van vich zel""".split()
SIZE = 80_000


@cache
def surnames() -> list[str]:
    """Return 80,000 family names, the common ones first. Always the same list."""
    common = list(dict.fromkeys(_from_parts()))
    common = [common[place] for place in np.random.default_rng(7).permutation(len(common))]
    tail = ("".join(parts) for parts in itertools.product(HEADS, MIDDLES, TAILS))
    rare = sorted(set(tail) - set(common))
    chosen = np.random.default_rng(8).permutation(len(rare))[: SIZE - len(common)]
    return common + [rare[place] for place in chosen]


def _from_parts() -> Iterator[str]:
    for stems, ends in FAMILIES:
        yield from ("".join(parts) for parts in itertools.product(stems.split(), ends.split()))
