"""Tips: what people tell an agency, with or without a name; triaged by people, answered, linked to cases.

A tip makes nobody a suspect. Who gave it is sealed. Others may call nothing; they find what its manifest offers.
"""
