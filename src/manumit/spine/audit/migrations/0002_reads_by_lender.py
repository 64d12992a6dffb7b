"""Who read what an agency lent: an index over the leaves that name a lender, so that its page walks them newest first."""

from django.db import migrations

from manumit.spine.audit.lending import INDEX


class Migration(migrations.Migration):
    """Add the index."""

    dependencies = [("audit", "0001_initial")]
    operations = [migrations.RunSQL(INDEX, "DROP INDEX audit_entry_of_lender")]
