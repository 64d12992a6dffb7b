import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from manumit.modules.continued_presence import guards
from manumit.spine.audit.guards import RequireLeaf


class Migration(migrations.Migration):

    dependencies = [
        ('continued_presence', '0003_permit_codes'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Basis',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('step', models.CharField(max_length=30)),
                ('fact', models.CharField(max_length=60)),
                ('print', models.CharField(max_length=64)),
                ('at', models.DateTimeField()),
                ('by', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('request', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='continued_presence.presencerequest')),
            ],
            options={
                'ordering': ['id'],
                'abstract': False,
                'base_manager_name': 'objects',
                'default_manager_name': 'objects',
            },
        ),
        migrations.CreateModel(
            name='Mark',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('place', models.PositiveSmallIntegerField()),
                ('fact', models.CharField(max_length=60)),
                ('print', models.CharField(max_length=64)),
                ('marked_at', models.DateTimeField()),
                ('corroborated_at', models.DateTimeField(null=True)),
                ('by', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('corroborated_by', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('request', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='continued_presence.presencerequest')),
            ],
            options={
                'ordering': ['id'],
                'abstract': False,
                'base_manager_name': 'objects',
                'default_manager_name': 'objects',
                'constraints': [models.UniqueConstraint(models.F('request'), models.F('place'), name='presence_mark_place')],
            },
        ),
        migrations.CreateModel(
            name='VettingMark',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('place', models.PositiveSmallIntegerField()),
                ('fact', models.CharField(max_length=60)),
                ('print', models.CharField(max_length=64)),
                ('marked_at', models.DateTimeField()),
                ('corroborated_at', models.DateTimeField(null=True)),
                ('by', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('corroborated_by', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('request', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='continued_presence.presencerequest')),
            ],
            options={
                'ordering': ['id'],
                'abstract': False,
                'base_manager_name': 'objects',
                'default_manager_name': 'objects',
                'constraints': [models.UniqueConstraint(models.F('request'), models.F('place'), name='presence_vetting_mark_place')],
            },
        ),
        RequireLeaf("continued_presence_basis", "presence_request", "request_id"),
        RequireLeaf("continued_presence_mark", "presence_request", "request_id"),
        RequireLeaf("continued_presence_vettingmark", "presence_request", "request_id"),
        migrations.RunSQL(guards.NOTHING_BARRED, guards.ANYTHING),
        migrations.RunSQL(guards.RESTS_ON_SOMETHING, guards.ON_NOTHING),
        migrations.RunSQL(guards.MARKS_STAND, guards.MARKS_FALL),
    ]
