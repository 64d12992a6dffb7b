"""Values: the words of the case catalogue as plain Python, without Django.

Each file holds one noun (a record number, a partial date, an age ...) as a frozen dataclass that reads what people
type, refuses what cannot be, and writes itself down again. Everything above may import from here.
"""
