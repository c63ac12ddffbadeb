"""The grammar of roles: patterns over the letters of `items`, each with an example.

The order has reasons: a title right before a name is that name's, whatever stands before it; then lists and
appositions; then what needs more words. A title that one pattern has read is closed to those below it.
"""

from __future__ import annotations

import re

T = "(?P<t>[TD](?:C[TD]){0,5})"  # daglig leder og medeier
AS = "(?P<t>T(?:CT){0,5})"  # som leder, til professor
IN = "(?:[IF]d?(?P<o>(?:[Oo]|R(?![qG]))(?:C[Oo](?![^;.]{0,3}N))?))"  # i Tolga og Os
N = "(?P<n>N)[PA]{0,4}"  # Kari Vik (Ap) (52)
MANY = "(?:N[PA]{0,4}(?:,N[PA]{0,4}){0,20}C)"  # Kari Vik, Ola Nes og
OWNER = "(?:(?P<g>[OoR](?=[qG])|j)[qG]?)?"  # Moldes, foreningens, Statens vegvesen sin, dens
# Kari Vik i Våler | Kari Vik (Rælingen) | Kari Vik, Finnmarkssykehuset, mobil
AFTER = (
    r"(?:(?P<o7>B)(?!,)|Id?(?P<o2>(?:[Oo]|R(?![qG]))(?:C[Oo](?!N))?)|F(?P<o3>O)|\((?P<o4>[Oo])\)|,(?P<o5>O)(?=;|$|,x))"
)
FRONT = "(?:^|(?<=[;.-])|(?<=,C))(?:Kx{0,3}W?)?S"  # Etter 14 år som
GAP = "[^Nn;.]"  # any item of the same sentence but a name or "ikke"
# Kari Vik, direktør, som signerte på vegne av Vik AS
FOR = "(?:,S[^N;.,]{1,4}IZI(?P<o6>O))"
END = r"(?=[;.,)/C-]|$)"


def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text)


# by, pattern
PATTERNS: tuple[tuple[str, re.Pattern[str]], ...] = (
    # Vik IL, der leder Kari Vik | Vik IL, der Kari Vik er leder
    ("role-there", _pattern(f"(?P<g>O)(?:IO)?,B{T}{N}")),
    ("role-there", _pattern(f"(?P<g>O)(?:IO)?,B{N}Ex?{T}")),
    # I Kystverket er regiondirektør Kari Vik lunken
    ("role-there", _pattern(f"(?:^|(?<=[;.,]))I(?P<g3>O)[EV]{T}{N}")),
    # Vik Verft, der hun var verneombud i tolv år
    ("role-there", _pattern("(?P<g>O)(?:IO)?,B(?P<h>H)[xa]{0,2}Ex?(?P<t>T)(?!I[OoR])")),
    # I Stad er det Kari Vik som er brannsjef | i Kinn heter sjefen Kari Vik
    ("role-there", _pattern(f"I(?P<g>O)Ex{N},?SE{T}(?![IN])")),
    ("role-there", _pattern(f"I(?P<g>O)e{T}{N}")),
    # Samferdselsdepartementet ved statssekretær Kari Vik | Frende, her ved lederen, Kari Vik
    ("role-before-name", _pattern(f"(?P<g4>[OoR])(?:,x?)?I(?P<t>[TD]),?[xo]?{N}")),
    # Sjefen for Forsvarsmateriell, generalmajor Kari Vik
    ("role-before-name", _pattern(f"(?<![,(])(?P<t>[TD]I(?P<o>[OoR]),T){N}")),
    # Komponist, felespiller og lærer Kari Vik
    ("role-before-name", _pattern(f"(?<![,(])(?P<t>T(?:,T){{1,3}}C[TD]){IN}?{N}{AFTER}?")),
    # Lege og tobarnsmor Kari Vik
    ("role-before-name", _pattern(f"{T}C(?P<k>x){N}{AFTER}?")),
    # Aktor, politiadvokat Kari Vik | Forsvareren hans, advokat Kari Vik | Forsvareren til tiltalte, advokat Kari Vik
    ("role-before-name", _pattern(f"(?<![,(]){OWNER}(?P<t>[TD](?:h|Lx)?,T){IN}?{N}{AFTER}?")),
    # tillitsvalgte Kari Vik og Ola Nes
    ("role-before-name", _pattern(f"(?P<t>D){IN}?(?P<n>{MANY}N)[PA]{{0,4}}{AFTER}?")),
    # ordfører Kari Vik (Ap) i Våler | leiar i Rogaland Røde Kors Randi Vigre | Moldes ordfører Kari Vik
    ("role-before-name", _pattern(f"{OWNER}{T}{IN}?{N}{AFTER}?")),
    # Forsvarerne deres, advokatene Kari Vik og Ola Nes
    ("role-before-name", _pattern(f"(?P<t>Mh?,M){IN}?(?P<n>{MANY}N)[PA]{{0,4}}{AFTER}?")),
    # lærerne Kari Vik, Ola Nes og Per Li
    ("role-before-name", _pattern(f"(?P<t>M){IN}?(?P<n>N[PA]{{0,4}}(?:,N[PA]{{0,4}}){{0,20}}CN)[PA]{{0,4}}{AFTER}?")),
    # Dommer: Kari Vik
    ("role-label", _pattern(f"(?:^|(?<=[;.,:(-])){T}{IN}?:{N}")),
    # Dommere: Kari Vik og Ola Nes
    ("role-label", _pattern(f"(?:^|(?<=[;.,(-]))(?P<t>M){IN}?:(?P<n>N[PA]{{0,4}}(?:,N[PA]{{0,4}}){{0,20}}(?:CN)?)")),
    # Kari Vik (varaordfører, Fet)
    ("role-apposition", _pattern(rf"{N}\({OWNER}{T}(?:{IN}|,?(?P<o2>[Oo]))?\)")),
    # Kari Vik – helsesjef i Vik kommune – anbefaler
    ("role-apposition", _pattern(f"{N}-{OWNER}{T}{IN}?(?=-)")),
    # Kari Vik, daglig leder i Vik Fjellfisk, | Kari Vik, ordfører Hole
    (
        "role-apposition",
        _pattern(
            f"{N},(?:x{{1,2}}|Lx)?{OWNER}{T}(?!Ex?N)(?:{IN}|(?P<o2>[Oo]){END}|,(?P<o3>[Oo])(?=[;.,]|$)|;(?P<o4>[Oo])(?=;|$)|{FOR})?"
        ),
    ),
    # Kari Vik og Ola Nes, begge studenter ved Vik skole
    ("role-apposition", _pattern(f"(?P<n>{MANY}N)[PA]{{0,4}},x?(?P<t>M)(?:{IN}|(?=[,.;]))")),
    # seksjonssjef Kari Vik i Mattilsynet, tidligere forsker i Vik Fisk,
    ("role-apposition", _pattern(f"{N}Id?[OoR],{OWNER}{T}{IN}(?=[;.,])")),
    # Kari Vik \n pressesjef, Bane NOR | Kari Vik – ordfører
    (
        "role-list",
        _pattern(rf"(?:^|(?<=[;:])|(?<=;[xI])){N}(?:[;:-]|,;){T}(?:{IN}|(?P<o2>[Oo])|[,;](?P<o3>[Oo]))?(?=[;.,]|$)"),
    ),
    # Kari Vik Journalist
    ("role-list", _pattern(f"(?:^|(?<=;)){N}{T}(?=;|$)")),
    # Kari Vik, som også er nestleder i Vik IL
    (
        "role-relative",
        _pattern(f"{N}(?:I[OoR])?,?S[^Nn;.STDE]{{0,4}}E[^Nn;.STD,]{{0,3}}(?:E[^Nn;.STD,]{{0,2}})?{OWNER}{T}{IN}?"),
    ),
    # Kari Vik, som har kjørt buss i 31 år og er tillitsvalgt i Vik Buss
    ("role-relative", _pattern(f"{N},?S[^Nn;.STD]{{1,12}}Ca?E[xd]{{0,2}}{OWNER}{T}{IN}?")),
    # Ordføreren i Nesset, Magne Viken | Hovedtillitsvalgt i Vik Bank, Mona Ås
    ("role-before-name", _pattern(f"{OWNER}{T}h?(?:{IN}(?:I[RO])?)?,{N}")),
    # Guiden deres, sveitseren Kari Vik
    ("role-before-name", _pattern(f"(?P<t>[TD])h,x{N}")),
    # og lederen i ungdomsrådet, Kari Vik, smilte
    ("role-before-name", _pattern(f"(?P<t>D)[IK]x[xCI]{{0,6}},{N}(?=[.,;)xVEKI]|$)")),
    # Toppscoreren til laget, Kari Vik
    ("role-before-name", _pattern(f"(?P<t>D)L(?P<o>[OoR]),{N}")),
    # Rektor gjennom 15 år, Kari Vik
    ("role-before-name", _pattern(f"(?:^|(?<=[;.V])){T}[KIx]x{{1,2}}W,{N}")),
    # Kapteinen på ferja, Kari Vik
    ("role-before-name", _pattern(f"(?:^|(?<=[;.V])){T}I[xh]{{1,3}},{N}")),
    # En tømrer ved navn Kari Vik
    ("role-before-name", _pattern(f"{T}{IN}?Im{N}")),
    # De to aksjonistene, Kari Vik og Ola Nes,
    ("role-before-name", _pattern(f"(?P<t>M){IN}?,(?P<n>{MANY}N)(?=[PA]{{0,4}}[,.;])")),
    # Ordføreren i Sogndal heter Kari Vik | Tømreren som bygde naustet, heter Kari Vik
    ("role-copula", _pattern(f"{OWNER}{T}{IN}?e{N}")),
    ("role-copula", _pattern(f"(?P<t>D),?S[^Nn;.,]{{0,8}},?e{N}")),
    # Sykepleieren som tok imot, var Kari Vik | legen, som var Kari Vik
    ("role-copula", _pattern(f"(?P<t>D)(?:,?S[^Nn;.,]{{1,8}},|,S)E{N}")),
    # Mannen heter Kari Vik og er snekker
    ("role-copula", _pattern(f"e{N}CEx?{T}{IN}?")),
    # Forsvarer for den tiltalte er Kari Vik | Kunstneren bak verket er Kari Vik | Ny leder etter Ola Nes blir Kari Vik
    ("role-copula", _pattern(f"(?:^|(?<=[;.,C-])){T}[IFLK](?:[xW]{{1,3}}|N)E{N}")),
    # Sangerne er Kari Vik og Ola Nes
    ("role-copula", _pattern(f"(?<![KILF])(?P<t>M){IN}?E(?P<n>{MANY}N)(?=[PA]{{0,4}}(?:[.,;)(CFISK-]|$))")),
    # Solist er fiolinisten Kari Vik
    ("role-copula", _pattern(f"(?P<t>T){IN}?E[TD]{N}")),
    # Daglig leder i Vik vakt blir Kari Vik
    ("role-copula", _pattern(f"{OWNER}{T}{IN}?Ex?{N}")),
    # Kari Vik er leder i Vik IL | Skaug, som ..., blir konsernsjef
    (
        "role-copula",
        _pattern(f"(?<![ILF]){N}(?:,{GAP}{{1,15}},|,)?(?:x?ax{{0,2}})?E[x]{{0,2}}E?x{{0,2}}{OWNER}{T}{IN}?"),
    ),
    # Både Kari Vik og Ola Nes er studenter ved Vik skole
    ("role-copula", _pattern(f"(?P<n>{MANY}N)[PA]{{0,4}}Ex{{0,2}}(?P<t>M){IN}?")),
    # Fra 1. juli er Kari Vik også nestleder i Vik IL
    ("role-copula", _pattern(f"E{N}x{{0,2}}{OWNER}{T}(?:{IN}|(?=[.;,CI]))")),
    # der var hun lærer ved Hole skole
    ("role-pronoun", _pattern(f"E(?P<h>H)x{{0,2}}{OWNER}{T}(?:{IN}|(?=[.;,CI]))")),
    # Der ble han siden teknisk sjef | Der var hun kasserer, trener og leder
    ("role-pronoun", _pattern("(?P<o7>B)E(?P<h>H)[xKaIC]{0,5}(?P<t>T(?:,T){0,3}(?:CT)?)(?![IN])")),
    # hun er leder i Vik IL | ho har tidlegare vore leiar | han var formann fra 1983
    ("role-pronoun", _pattern(f"(?P<h>H)[xa]{{0,2}}E[x]{{0,2}}E?x?{T}(?:{IN}|(?=[.;,CIFLKB]))")),
    # hun var i mange år rektor ved Vik skole | Kari Vik (f. 1954) fra Volda var i en mannsalder lærer
    (
        "role-pronoun",
        _pattern(
            rf"(?P<n>[NH])[PA]{{0,2}}(?:\([^N;()]{{1,5}}\))?(?:F[Oo])?[xa]{{0,2}}EIx{{1,2}}W?{OWNER}{T}(?:{IN}|(?=[.;,CIFLK]))"
        ),
    ),
    # hun slutter for å bli rådmann i Luster
    ("role-pronoun", _pattern(f"(?P<n>[NH]){GAP}{{1,8}}IxE{T}{IN}?")),
    # hun tok utdanning i Oslo, ble lærer ved Vik skole | hun forlot Ski og ble brannkonstabel ved Halden brannvesen
    ("role-pronoun", _pattern(f"(?P<h>H){GAP}{{1,10}}?[,C]E[xK]{{0,2}}{T}{IN}")),
    # hun kom hjem i 2006 som rådmann i Rakkestad
    ("role-pronoun", _pattern(f"(?P<h>H)[Ix]{{0,3}}S(?P<t>T){IN}")),
    # han var odelsgutt fra Lærdal, men ble lektor ved Firda gymnas
    ("role-pronoun", _pattern(f"(?P<h>H)E{GAP}{{1,8}}?[Cx]E{T}(?:{IN}|(?=[.;,CIFL]))")),
    # Vik IL har ansatt Kari Vik som trener
    ("role-as", _pattern(f"(?P<g2>O)[^NnO;.,]{{0,5}}W[^Nn;.]{{0,2}}{N}[^Nn;.,]{{0,4}}Sx?{AS}{IN}?")),
    # Etter 14 år som ordfører i Trysil gir Kari Vik seg | Som lege og prest har hun sett mye
    (
        "role-as",
        _pattern(f"{FRONT}(?P<t>T(?:,T){{0,3}}(?:CT)?)(?:{IN}|(?P<o7>B)|Ix{{1,2}})?[xVaEWfw](?P<n>[NH])"),
    ),
    # Etter å ha vært butikksjef på Vik Mat i sju år tar Kari Vik over
    ("role-as", _pattern(f"(?:^|(?<=[;.-]))Kx{{1,2}}Ex?{T}{IN}?(?:I[xW]{{1,3}})?,?[xVaEWfw](?P<n>[NH])")),
    # Etter elleve år som rådmann i Lom og fire som rektor i Skjåk slutter hun
    ("role-as", _pattern(f"{FRONT}(?P<t>T){IN}?Cx{{0,2}}ST(?:I[Oo])?[xVaEWfw](?P<n>[NH])")),
    ("role-as", _pattern(f"{FRONT}T(?:I[Oo])?Cx{{0,2}}S(?P<t>T){IN}?[xVaEWfw](?P<n>[NH])")),
    # Vik IL fikk ny leder da Kari Vik ble valgt
    ("role-as", _pattern(f"(?P<g>O)f(?P<t>T)x{N}EW")),
    # Utvalget har fått Kari Vik som leder og Ola Nes som nestleder | med Kari Vik som kasserer
    ("role-as", _pattern(f"[Kf][^Nn;.,]{{0,3}}{N}Sx?{AS}(?:{IN}|{END})")),
    ("role-as", _pattern(f"(?<=ST)(?:,|,?C){N}Sx?{AS}(?:{IN}|{END})")),
    # tilsette Kari Vik som prost i Molde | Kari Vik kommer fra stillingen som kapellan i Ulstein
    ("role-as", _pattern(f"W{GAP}{{0,4}}{N}{GAP}{{0,4}}[SL]x?{AS}{IN}?")),
    ("role-as", _pattern(f"(?P<n>[NH]){GAP}{{0,14}}?W{GAP}{{0,8}}?[SL]x?{AS}{IN}?")),
    # I 2016 tok hun over som rektor | I fjor gikk hun av som rektor
    ("role-as", _pattern(f"[wW](?P<n>[NH])[^Nn;.,]{{0,3}}?S[xh]?{AS}{IN}?")),
    # hun har bakgrunn som prest i Hole | Kari Vik tar over som trener
    ("role-as", _pattern(f"(?P<n>[NH]){GAP}{{0,6}}?w{GAP}{{0,4}}?S[xh]?{AS}{IN}?")),
)

# what goes on behind a role that stands after its name: ", rektor i Hole", "og har vært trener i Vik IL"
CONTINUED = _pattern(
    "(?:[IFK]?[xW]{1,3})?"
    "(?:(?:I[Oox])?,?C(?:a?[Ww]?S)?(?:[IF]x)?[xaK]{0,2}(?:x?E[xK]{0,2}(?:Lx)?E?x?)?"  # og har bakgrunn som, og var siden
    "|,a[^NnTDM;.,]{1,6}CE[xK]{0,2}"  # , har arbeidet i Nortura og blir nå
    "|,(?:[xK]?Ex?|x)?|,?K[xa]{1,2}Ex?|,W[^NnTH;.,]{0,4}Sx?)"  # nå | etter å ha vært | begynner til høsten som
    f"{OWNER}(?P<t>T){IN}?(?:[IF]x{{1,3}})?(?![N:]|\\((?![oO]\\))|,N)"
)
CONTINUES = ("role-apposition", "role-relative", "role-copula", "role-pronoun", "role-as", "role-list")

# Ordførerne Kari Vik (Sp) i Lom og Ola Nes (Skjåk)
OWN = r"N[PA]{0,4}(?:I[Oo]|\([Oo]\))"
EACH = _pattern(f"(?P<t>M)(?P<each>{OWN}(?:,{OWN}){{0,20}}C{OWN})")

# statsråd Kari Vik (Ap), before another title
LISTED = _pattern("[TD]N[PA]{0,4},$")

# Statsforvalteren i Rogaland, Kari Vik
OFFICE = _pattern("(?P<o>O),(?P<n>N)[PA]{0,4}(?=[,.;)])")

# Kari Vik, som har samme verv i Vik Bank
SAME_POST = _pattern(r"(?P<n>N)[PA]*,?S[xa](?P<t>Y)W[I](?P<o>[Oo])")

# Styret i Vik IL: Kari Vik (leder), Ola Nes og Per Li (vara) | Styret i Vik IL består av leder Kari Vik og kasserer Ola Nes
SEAT = r"[TM]?N[PA]{0,4}(?:\(T\))?"
BOARD = _pattern(rf"(?<=[^;.])I(?P<o>[Oo])(?::|xI)(?P<each>{SEAT}(?:,?C?{SEAT}){{0,20}})")

# Nestleder Kari Vik og sekretær Ola Nes i Vik IL
SHARED = _pattern("(?P<t>[TD])N[PA]{0,4}C[TD]N[PA]{0,4}I(?P<o>[OoR])")

# Kari Vik og Ola Nes har kjøpt Fjellstua. De er begge utdannede kokker
THEY = _pattern(rf"(?P<n>{MANY}N)[PA]{{0,4}}[^NnRM;.]{{1,30}}\.(?P<p>x)x{{0,2}}E[xW]{{0,3}}(?P<t>M){IN}?(?!E)")

# Det sier Kari Vik. Skipperen hadde ikke sovet. | Den 34 år gamle rørleggeren fra Ål saksøker
WORDING = _pattern("(?<=[.;])(?:x|xxWx)?(?P<t>D)(?:F[Oo])?(?=[xVaEWfwn])")
