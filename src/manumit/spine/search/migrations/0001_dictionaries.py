"""How words are read: without accents, as written for names, stemmed in English for prose."""

from django.contrib.postgres.operations import TrigramExtension, UnaccentExtension
from django.db import migrations

CREATE = """
CREATE TEXT SEARCH CONFIGURATION {name} (COPY = {like});
ALTER TEXT SEARCH CONFIGURATION {name} ALTER MAPPING FOR hword, hword_part, word, asciihword, hword_asciipart, asciiword
    WITH unaccent, {dictionary};
"""
DROP = "DROP TEXT SEARCH CONFIGURATION {name};"
CONFIGURATIONS = (("manumit_plain", "simple", "simple"), ("manumit_prose", "english", "english_stem"))


class Migration(migrations.Migration):
    """Make the two configurations."""

    initial = True
    dependencies = []
    operations = [
        UnaccentExtension(),
        TrigramExtension(),
        *(
            migrations.RunSQL(
                CREATE.format(name=name, like=like, dictionary=dictionary), DROP.format(name=name)
            )
            for name, like, dictionary in CONFIGURATIONS
        ),
    ]
