from django.conf import settings
from django.db import migrations

from manumit.spine.audit.guards import RequireLeaf


class Migration(migrations.Migration):
    """No agency, person or membership appears, changes or goes without an audit entry.

    Of a person, `last_login` (Django's note of each sign-in, which has an entry of its own) and `language` (their own
    wish, which opens nothing) are bookkeeping. The tables stand on a floor below the log and cannot ask for it there.
    """

    dependencies = [
        ('administration', '0001_initial'),
        ('audit', '0001_initial'),
        ('identity', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        RequireLeaf('identity_agency', 'agency'),
        RequireLeaf('identity_membership', 'membership'),
        RequireLeaf(
            'identity_person', 'person', columns=('email', 'full_name', 'is_active', 'password', 'terms_version')
        ),
    ]
