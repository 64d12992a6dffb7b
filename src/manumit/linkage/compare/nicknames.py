"""Short and pet forms of given names, listed for this project from common knowledge: no published list was copied.

One line a formal name, with its forms. A form may belong to several names; two forms of one name are related too.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from manumit.linkage.comparison import Truth

LIST = """
abigail: abby abbie gail
abraham: abe bram
adelaide: addie adela heidi
adriana: adri drina
agnes: aggie nessa
albert: al bert bertie
alejandra: ale jandra sandra
alejandro: alex ale jandro
alexander: alex al sandy xander lex alec sasha
alexandra: alex alexa sandra sandy lexi sasha
alfonso: fonso poncho
alfred: al fred alf alfie
alice: allie ali
alicia: licia ali lici
allison: ali allie
amanda: mandy manda amy
amelia: amy millie mel
ana: anita anna
anastasia: ana stacy stasia nastya
andrea: andi drea
andrew: andy drew
angela: angie angel
angelina: angie lina
ann: annie nan nancy
anne: annie nan nancy
anthony: tony ant
antonia: toni tonia
antonio: tony tono toni
archibald: archie
arnold: arnie
arthur: art artie
augustus: gus augie
barbara: barb barbie babs bobbie
bartholomew: bart
beatrice: bea trixie
beatriz: bea betty
benjamin: ben benny benji
bernadette: bernie
bernard: bernie
bertha: bert bertie
beverly: bev
bradley: brad
brenda: bren
brian: bry
bridget: biddy bridie
calvin: cal
cameron: cam
candace: candy
carlos: carlitos charlie
carmen: carmelita
carol: carrie
caroline: carrie carol lina caro
carolyn: carrie carol lynn
cassandra: cass cassie sandra
catherine: cathy kate katie cat kitty cathie trina
cecilia: ceci celia cissy
charles: charlie chuck chas chaz chip
charlotte: lottie charlie char
chester: chet
christian: chris
christina: chris chrissy tina christy
christine: chris chrissy tina christy
christopher: chris topher kit kris
clara: clare
clarence: clare
clifford: cliff
clinton: clint
concepcion: concha conchita
consuelo: chelo
constance: connie
cornelius: neil corny
cristina: cris tina
curtis: curt
cynthia: cindy
daniel: dan danny
daniela: dani
danielle: dani ellie
david: dave davy
deborah: deb debbie debra
delores: dolly lola
dennis: denny
desmond: des
dolores: lola lolita
dominic: dom nick
donald: don donny
donna: donnie
dorothy: dot dottie dolly dora
douglas: doug
dwight: ike
edgar: ed
edith: edie
edmund: ed eddie ned
eduardo: lalo eddie edu
edward: ed eddie ned ted teddy
edwin: ed eddie
eleanor: ellie nell nora lenore
elena: lena nena
elias: eli
elijah: eli
elizabeth: liz lizzie beth betty betsy eliza libby bess lisa liza ellie
ella: ellie
ellen: ellie nell
emily: em emmy millie
emma: em emmy
enrique: kike quique rick
ernest: ernie
ernesto: neto
esperanza: espe lancha
esther: essie
eugene: gene
evangeline: eva angie
evelyn: eve evie
ezekiel: zeke
felicia: fel
fernando: nando fer
florence: flo flossie
frances: fran frannie francie
francesca: fran frankie
francis: frank fran
francisca: paca paquita
francisco: paco pancho frank kiko cisco
franklin: frank
frederick: fred freddie rick
gabriel: gabe gabi
gabriela: gabi gaby
genevieve: gen jenny
geoffrey: geoff jeff
george: georgie
gerald: gerry jerry
geraldine: gerry
gerardo: gerry lalo
gilbert: gil bert
gloria: glory
graciela: chela grace
gregory: greg
guadalupe: lupe lupita
guillermo: memo will
gustavo: tavo gus
gwendolyn: gwen wendy
hannah: hanna
harold: hal harry
harriet: hattie
harrison: harry
hector: tito
helen: nell nellie lena
henrietta: hettie etta
henry: hank harry hal
herbert: herb bert
hernando: nando
hortencia: tencha
howard: howie
hubert: hugh bert
humberto: beto
ignacio: nacho
irene: rena
isaac: ike zac
isabel: isa bel izzy bella chabela
isabella: bella izzy isa
isaiah: zay
jacob: jake jay
jacqueline: jackie
jaime: jimmy
james: jim jimmy jamie jem
janet: jan
janice: jan
jasmine: jas jazz
javier: javi
jeanette: jean nettie
jeffrey: jeff
jennifer: jen jenny jenn
jeremiah: jerry jem
jeremy: jerry jem
jerome: jerry
jesse: jess
jessica: jess jessie
jesus: chuy chucho
joan: joanie jo
joaquin: quino
joel: joe
john: johnny jack jon
jonathan: jon johnny nathan
jorge: coco george
jose: pepe joe chepe
josefina: josie fina chepa
joseph: joe joey jo
josephine: jo josie
joshua: josh
juan: juanito johnny
juana: juanita
judith: judy
julia: julie
julian: jules
juliana: julie
karen: kari
katherine: kathy kate katie kat kathie kay kitty trina
kathleen: kathy kate katie
kathryn: kathy kate katie kay
katrina: kat trina
kenneth: ken kenny
kimberly: kim kimmie
kristen: kris kristy
kristina: kris tina kristy
lawrence: larry laurie
leonard: len lenny leo
leonardo: leo nardo
leroy: roy lee
leslie: les
leticia: lety
lillian: lil lily lilly
linda: lindy
lorena: lore
lorraine: lori
louis: lou louie
louise: lou
lourdes: lulu
lucia: lucy
lucille: lucy lu
lucinda: lucy cindy
luis: lucho
luz: lucita
mackenzie: mack kenzie
madeline: maddie
madison: maddie
magdalena: magda lena
manuel: manny manolo
manuela: manola
marcus: marc
margaret: maggie meg peggy marge margie greta daisy peg madge rita
margarita: rita mago
maria: mary mia mariquita
maria de jesus: chuy
maria elena: malena
maria guadalupe: lupe
maria teresa: maite tere
marianne: mari
maribel: mari
marilyn: mari lynn
marjorie: marge margie
mario: mayo
martha: marty mattie
martin: marty tino
mary: molly polly mae
matilda: mattie tilda tilly
matthew: matt matty
maureen: mo
maurice: maury
maximilian: max
maxwell: max
megan: meg
melanie: mel
melissa: mel missy lissa
melvin: mel
mercedes: meche
mercy: merry
michael: mike mikey mick mickey mitch
michelle: shelly mickey chelle
miguel: mike
mildred: millie
minerva: minnie
miranda: randy mira
miriam: mimi
mitchell: mitch
mohammed: mo mohamed muhammad mohammad
monica: moni
montgomery: monty
morris: mo
nancy: nan
natalia: nat talia
natalie: nat
nathan: nate
nathaniel: nate nathan nat
nicholas: nick nicky nico
nicole: nicky nikki
nicolas: nico
norma: normita
norman: norm
octavio: tavo
oliver: ollie
olivia: liv livvy
oscar: ozzie
pamela: pam
pascual: pasco
patricia: pat patty tricia trish pati
patrick: pat paddy rick
paul: paulie
paula: pauly
pauline: polly
pedro: perico pete
penelope: penny
percival: percy
peter: pete
philip: phil pip
phillip: phil pip
phyllis: phyl
preston: pres
priscilla: cilla prissy
rachel: rae
rafael: rafa
ramon: moncho ray
randall: randy
randolph: randy
raul: rulo
raymond: ray
rebecca: becky becca
refugio: cuca cuco
regina: gina reggie
reginald: reg reggie
reynaldo: rey naldo
ricardo: rick richie rica
richard: rick dick rich ricky richie
robert: bob rob bobby robbie bert
roberta: bobbie bert robbie
roberto: beto bob
rocio: chio
roderick: rod rick
rodney: rod
rodolfo: fito rudy
rodrigo: rod rigo
roger: rodge
roland: rollie
ronald: ron ronnie
rosa: rosie rosita
rosalind: roz rosie
rosario: chayo
rosemary: rose rosie
roxanne: roxy
rudolph: rudy
russell: russ rusty
ruth: ruthie
salvador: chava sal
samantha: sam sammy
samson: sam
samuel: sam sammy
sandra: sandy
santiago: chago santi
sarah: sally sadie
sebastian: seb bash
serena: rena
sergio: checo
sharon: shari
sheila: shelly
shirley: shirl
sidney: sid
silvester: sly
simon: si
socorro: coco
solomon: sol
sophia: sophie
stanley: stan
stella: stell
stephanie: steph stevie
stephen: steve stevie
steven: steve stevie
stewart: stu
stuart: stu
susan: sue susie suzy
susana: susi
suzanne: sue suzy
sylvia: syl
tabitha: tabby
tamara: tammy tam
teresa: tere terry tess
thaddeus: tad thad
theodore: ted teddy theo
theresa: terry tess tessa
thomas: tom tommy
tiffany: tiff
timothy: tim timmy
tobias: toby
trinidad: trini
tyler: ty
ulysses: lyss
ursula: ursa
valentina: vale tina
valerie: val
vanessa: nessa
vernon: vern
veronica: ronnie roni vero
vicente: chente
victor: vic
victoria: vicky tori vic
vincent: vin vince vinny
violet: vi
virginia: ginny ginger
vivian: viv
vladimir: vlad vova
wallace: wally
walter: walt wally
wendell: wen
wesley: wes
wilfred: will fred
william: bill will billy willy liam
winifred: winnie fred
winston: win
ximena: mena
yolanda: yoli
yvonne: vonnie
zachary: zach zac
zoe: zo
"""
"""Formal name: its forms."""


def _families() -> dict[bytes, set[str]]:
    families: dict[bytes, set[str]] = defaultdict(set)
    for line in LIST.strip().splitlines():
        formal, _, forms = line.partition(": ")
        for name in (formal, *forms.split()):
            families[name.encode()].add(formal)
    return families


_FAMILIES = _families()
_PLACES = {name: place for place, name in enumerate(_FAMILIES)}


def _relations() -> NDArray[np.bool_]:
    formal = sorted(set().union(*_FAMILIES.values()))
    member = np.array([[name in families for name in formal] for families in _FAMILIES.values()], np.float32)
    return member @ member.T > 0


_RELATED = _relations()


def forms(name: bytes) -> list[bytes]:
    """Return the listed names related to `name`, itself left out."""
    place = _PLACES.get(name)
    if place is None:
        return []
    return [other for other, there in _PLACES.items() if _RELATED[place, there] and other != name]


def places(names: Sequence[bytes]) -> NDArray[np.int16]:
    """Return where each name stands in the list, -1 for a name that is not listed."""
    return np.array([_PLACES.get(name, -1) for name in names], np.int16)


def related(left: NDArray[Any], right: NDArray[Any]) -> Truth:
    """Say where two names are forms of one name, by their places in the list."""
    if (len(left) == 1 and left[0] < 0) or (len(right) == 1 and right[0] < 0):
        return np.zeros(max(len(left), len(right)), np.bool_)
    found: Truth = _RELATED[left, right] & (left >= 0) & (right >= 0)
    return found
