"""The catalogues of translations: which texts the sources mark, and which of them a language still lacks.

Pure Python: Django's own reading of templates, `ast` for Python, polib for the files; no gettext binaries. One
catalogue an app, beside its code, so that a module taken out takes its words along; texts outside apps go to
`manumit/locale`.
"""
