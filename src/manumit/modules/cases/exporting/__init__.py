"""Writing cases to files for other systems and for people.

A format is a file here and an entry of `formats.FORMATS`. `gathering` cuts each case to what the asker may read,
asks for the right to export case by case, and logs each before it leaves; a format only writes what it is handed.
"""
