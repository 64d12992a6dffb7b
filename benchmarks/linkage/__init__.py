"""`manumit bench linkage`: recall, speed and memory of matching beside those of its peers, in one run over one world.

A world is a catalogue of records, queries whose true partner is known, and (for batch work) records of which some are
the same thing. Made worlds come from generators that share no table with `manumit.linkage`: names, nicknames, places
and marks are lists of their own, so that nobody is found because both sides read the same list.
"""
