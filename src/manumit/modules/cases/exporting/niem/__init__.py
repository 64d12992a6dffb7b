"""NIEM 6.0: missing persons (`j:MissingPerson`) and victims of trafficking (`hs:HumanTraffickingVictim`), both ways.

`carried` says what of a case NIEM can carry and what it loses, `person`, `missing` and `victim` are the mapping, each
element with how it is written and how it is read, `message` frames them. NIEM is (c) OASIS Open, CC BY 4.0.
"""
