"""Given names of made people, and what they are called by those who know them: lists of the benchmark's own."""

# ruff: noqa: SIM905 - lists of quoted words are harder to read and to keep

import itertools

MALE = """james john robert michael william david richard joseph thomas charles christopher daniel matthew anthony mark
donald steven paul andrew joshua kenneth kevin brian george edward ronald timothy jason jeffrey ryan jacob gary
nicholas eric jonathan stephen larry justin scott brandon benjamin samuel gregory alexander frank patrick raymond jack
dennis jerry tyler aaron jose henry adam douglas nathan peter zachary kyle walter harold jeremy ethan carl keith roger
gerald christian terry sean arthur austin noah lawrence jesse joe bryan billy jordan albert dylan bruce willie gabriel
alan juan logan wayne ralph roy eugene randy vincent russell louis philip bobby johnny bradley luis carlos miguel jorge
francisco antonio alejandro manuel rafael pedro ricardo eduardo fernando sergio roberto mario javier raul ernesto arturo
enrique alfredo guadalupe victor hector oscar ruben cesar ivan leonard frederick edwin clifford clarence theodore
nathaniel maurice reginald vernon marvin lester leroy darnell jerome tyrone malik omar ahmed hassan ali ibrahim minh
tuan hung duc wei chen ravi sanjay vikram dmitri sergei nikolai tobias magnus elias dakota chaska""".split()
FEMALE = """mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty sandra margaret
ashley kimberly emily donna michelle carol amanda melissa deborah stephanie dorothy rebecca sharon laura cynthia amy
kathleen angela shirley brenda emma anna pamela nicole samantha katherine christine helen debra rachel carolyn janet
maria catherine heather diane olivia julie joyce victoria ruth virginia lauren kelly christina joan evelyn judith andrea
hannah megan cheryl jacqueline martha madison teresa gloria sara janice ann kathryn abigail sophia frances jean alice
judy isabella julia grace amber denise danielle marilyn beverly charlotte natalie theresa diana brittany doris kayla
alexis lori marie guadalupe carmen rosa ana luz juana alejandra veronica silvia leticia yolanda esperanza dolores
consuelo mercedes pilar graciela beatriz lucia gabriela mariana adriana claudia fatima aisha khadija leila nadia linh
thuy lan mei xia priya lakshmi sunita olga svetlana tatiana ingrid astrid sigrid winona aiyana kaya genevieve josephine
wilhelmina antoinette bernadette florence henrietta gwendolyn rosalind philippa augusta cordelia latoya keisha shanice
ebony tamika""".split()
ONSETS = """ja da la ke ty mar de ra sha ta ka tre qua bri al an be ca cor dal el fa gi hal is jo ka lu mi na or pa
ro sa te va wil xa ye za bra chan dar emi fre gre hay jay kel lan mel nor oli pre rey ser tal una vin wes yor
zel""".split()
MALE_ENDS = """mar quan shawn von vion rell mond ton den son rick bert win ston dell lan mir rius vier lio deo ren
tavion marion kobe sean lin don ver mas ric""".split()
FEMALE_ENDS = """lyn isha ika nae nelle ette ina elle issa ria lia nia dra belle mara lena tasha nique vianna kira
sa ree linda rose lee anne dora rita vetta mika""".split()
CALLED = {
    formal: names.split()
    for formal, names in (
        line.split(":")
        for line in """james:jim jimmy jamie
john:jack johnny
robert:bob bobby rob robbie bert
michael:mike mick mikey
william:bill billy will liam
david:dave davey
richard:rick dick rich ricky
joseph:joe joey
thomas:tom tommy
charles:charlie chuck chas
christopher:chris kit topher
daniel:dan danny
matthew:matt
anthony:tony ant
donald:don donnie
steven:steve stevie
andrew:andy drew
joshua:josh
kenneth:ken kenny
edward:ed eddie ted ned
ronald:ron ronnie
timothy:tim timmy
jeffrey:jeff
jacob:jake
nicholas:nick nico
jonathan:jon
stephen:steve
benjamin:ben benny
samuel:sam sammy
gregory:greg
alexander:alex sasha xander
raymond:ray
patrick:pat paddy
zachary:zach
walter:walt wally
harold:harry hal
gerald:gerry jerry
lawrence:larry laurie
albert:al bert
eugene:gene
vincent:vince vinny
philip:phil pip
francisco:paco pancho frank
jose:pepe chepe
antonio:tono tony
alejandro:alex jandro
manuel:manny manolo
rafael:rafa
ricardo:rick rico
eduardo:eddie lalo
fernando:nando
roberto:beto bob
guadalupe:lupe lupita
frederick:fred freddie
theodore:ted teddy theo
nathaniel:nate nat
clifford:cliff
patricia:pat patty trish tricia
jennifer:jen jenny
elizabeth:liz beth betty lizzie eliza libby
barbara:barb babs
susan:sue susie
jessica:jess jessie
margaret:maggie meg peggy marge rita
kimberly:kim
michelle:shelly
melissa:missy lissa
deborah:deb debbie
stephanie:steph
dorothy:dot dottie dolly
rebecca:becky becca
cynthia:cindy
kathleen:kathy kath
angela:angie
pamela:pam
samantha:sam
katherine:kate kathy katie kit
christine:chris chrissy tina
victoria:vicky tori
virginia:ginny
christina:tina chris
judith:judy
jacqueline:jackie
martha:marty
teresa:terry tess
abigail:abby
frances:fran frannie
isabella:bella izzy
theresa:terri tess
maria:mary mia
veronica:ronnie vero
yolanda:yoli
dolores:lola
consuelo:chelo
mercedes:meche
graciela:chela
beatriz:bea
gabriela:gaby
genevieve:gen viv
josephine:jo josie
wilhelmina:mina billie
antoinette:toni nettie
bernadette:bernie
florence:flo
henrietta:hattie etta
gwendolyn:gwen
philippa:pippa
augusta:gussie
cordelia:delia""".splitlines()
    )
}
"""Formal name to what people say: written for the benchmark; the library's own list never saw it."""


def male() -> list[str]:
    """Return given names of men, the common ones first."""
    return _list(MALE, MALE_ENDS)


def female() -> list[str]:
    """Return given names of women, the common ones first."""
    return _list(FEMALE, FEMALE_ENDS)


def _list(common: list[str], ends: list[str]) -> list[str]:
    return list(dict.fromkeys(common + ["".join(parts) for parts in itertools.product(ONSETS, ends)]))
