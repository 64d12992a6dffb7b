"""Suspects and persons of interest: on what basis, how they look, what they are charged with, when it is reviewed.

A suspect stands beside cases of any kind, found through the registry. Others may call nothing; they find what its
manifest offers. No program makes anybody a suspect: each step is a person's, with a reason.
"""
