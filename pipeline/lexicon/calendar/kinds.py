"""The kinds of words and signs that calendar expressions are made of, one letter each.

The lexer turns a text into the string of its kinds, in which the grammar finds its patterns: "fredag 3. mai" is
`W 1. M`. A blank stands for white space, `|` for what parts blocks and cells.
"""

from __future__ import annotations

MONTH = "M"  # mai
MONTH_SHORT = "m"  # okt.
WEEKDAY = "W"  # fredag
WEEKDAY_SHORT = "w"  # fre.
WEEKDAY_DEFINITE = "D"  # fredagen
WEEKDAY_PART = "Å"  # fredagskvelden, fredagens
SEASON = "s"  # høst
SEASON_DEFINITE = "S"  # høsten
SEASON_THIS = "I"  # i høst
DAY_PART = "P"  # kveld
NIGHT = "&"  # natt
RELATIVE_DAY = "R"  # i går
RELATIVE_YEAR = "Y"  # i fjor
UNIT = "U"  # dag, år
UNITS = "@"  # dager
UNIT_DEFINITE = "V"  # året
UNIT_GENITIVE = "É"  # (neste) års
WEEK = "E"  # uke
HOLIDAY = "X"  # julaften
FEAST = "Ä"  # (onsdag før) påske
DECADE = "Z"  # åttitallet
CENTURY = "Æ"  # attenhundretallet
DECADE_ENDING = "T"  # -tallet
CARDINAL = "N"  # tre
ORDINAL = "O"  # tredje

LAST = "l"  # forrige
FINAL = "L"  # siste
THIS = "h"  # denne
NEXT = "n"  # neste
COMING = "k"  # førstkommende
FOLLOWING = "j"  # påfølgende
SAME = "J"  # samme
PRECEDING = "p"  # foregående

IN, TO, FROM, AND, OR, BETWEEN, OF, ABOUT, FOR, SINCE, THE, ON, WITH = "itfgebaorqduz"
CLOCK = "K"  # kl.
HOUR_ABOUT = "Ü"  # (22-)tiden
HALF_HOUR = "Ø"  # halv (ti)
QUARTER_HOUR = "ø"  # kvart (over ti)
NUMBER_SIGN = "#"  # nr.
AFTER = "F"  # etter, før
LATER = "G"  # senere, tidligere
EDGE = "c"  # utgangen av
OUT = "v"  # ut
DURING = "y"  # i løpet av
QUARTER = "Q"  # kvartal
HALF = "A"  # halvår
HALVES = "H"  # halvdel av
HALVED = "½"  # et halvt (år)
ONE_AND_A_HALF = "¾"  # halvannet (år)
PART_SIGN = "B"  # Q3, H1
SCHOOL_YEAR = "$"  # skoleåret
WEEKS = "*"  # ukene (7–9)
ROUGHLY = "~"  # om lag

WORD = "x"
NAME = "C"  # any other word with a capital
SMALL = "1"  # one or two digits, 1 to 31
TWO_DIGITS = "2"  # 00, 32 to 99
YEAR_LIKE = "4"  # 1000 to 2199
FOUR_DIGITS = "5"
DIGITS = "9"  # any other number
SPACE = " "
BREAK = "|"  # between blocks, between cells
OTHER = ";"
SIGNS = {"–": "-", "—": "-", "‑": "-", "−": "-", "‐": "-"} | {sign: sign for sign in "-.,/:()%"}
