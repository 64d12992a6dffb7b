import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.db.models.deletion
import django.db.models.functions.text
from django.contrib.postgres.operations import TrigramExtension
from django.db import migrations, models

from manumit.spine.audit.guards import RequireLeaf
from manumit.spine.records import NumberSequence


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ("audit", "0001_initial"),
        ("records", "0001_initial"),
        ('identity', '0001_initial'),
    ]

    operations = [
        TrigramExtension(),
        migrations.CreateModel(
            name='Case',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False)),
                ('number', models.CharField(max_length=16, unique=True)),
                ('level', models.CharField(choices=[('open', 'Open to partners under agreement'), ('pointer', 'Pointer: others learn only that something matches, and whom to ask'), ('restricted', 'Restricted to the named')], default='restricted', max_length=12)),
                ('opened_at', models.DateTimeField()),
                ('changed_at', models.DateTimeField()),
                ('version', models.PositiveIntegerField(default=1)),
                ('provenance', models.JSONField(default=dict)),
                ('origin', models.CharField(default='entered', max_length=60)),
                ('case_type', models.CharField(choices=[('missing', 'Missing person'), ('homicide', 'Homicide'), ('trafficking_sex', 'Sex trafficking'), ('trafficking_labor', 'Labor trafficking'), ('unidentified_remains', 'Unidentified remains'), ('suspicious_death', 'Suspicious death'), ('unknown', 'Not yet known')], max_length=24)),
                ('state', models.CharField(choices=[('intake', 'Intake'), ('active', 'Active'), ('suspended', 'Suspended'), ('cold', 'Cold'), ('resolved', 'Resolved')], default='intake', max_length=12)),
                ('state_since_at', models.DateTimeField()),
                ('outcome', models.CharField(blank=True, choices=[('located_safe', 'Located, safe'), ('located_deceased', 'Located, deceased'), ('returned_voluntarily', 'Returned voluntarily'), ('in_custody', 'Located, in custody'), ('identified', 'Remains identified'), ('cleared_arrest', 'Cleared by arrest'), ('cleared_exceptional', 'Cleared by exceptional means'), ('declined', 'Prosecution declined'), ('unfounded', 'Unfounded'), ('duplicate', 'Duplicate of another case')], max_length=24)),
                ('confirmed_by', models.CharField(blank=True, max_length=200)),
                ('acute', models.BooleanField(default=False)),
                ('protected', models.BooleanField(default=False)),
                ('reported_on', models.DateField(blank=True, null=True)),
                ('review_on', models.DateField(blank=True, null=True)),
                ('last_seen_earliest_on', models.DateField(blank=True, null=True)),
                ('last_seen_latest_on', models.DateField(blank=True, null=True)),
                ('last_seen_precision', models.CharField(choices=[('exact', 'Exact time known'), ('day', 'Day known'), ('month', 'Month known'), ('year', 'Year known'), ('approximate', 'About then'), ('range', 'Between two dates'), ('unknown', 'Not known')], default='unknown', max_length=12)),
                ('last_seen_state', models.CharField(default='ZZ', max_length=2)),
                ('last_seen_county', models.CharField(blank=True, max_length=100)),
                ('tribal_land', models.CharField(choices=[('yes', 'Yes'), ('no', 'No'), ('unknown', 'Not known')], default='unknown', max_length=8)),
                ('last_seen_city', models.CharField(blank=True, max_length=100)),
                ('place_precision', models.CharField(choices=[('address', 'Address known'), ('locality', 'City or locality known'), ('county', 'County known'), ('state', 'State known'), ('unknown', 'Not known')], default='unknown', max_length=10)),
                ('place_detail', models.CharField(blank=True, max_length=500)),
                ('subject_name', models.CharField(blank=True, max_length=200)),
                ('circumstances', models.TextField(blank=True)),
                ('nation', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='identity.nation')),
                ('owner', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='identity.agency')),
            ],
            options={
                'abstract': False,
                'base_manager_name': 'objects',
                'default_manager_name': 'objects',
            },
        ),
        migrations.CreateModel(
            name='CaseAgency',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('role', models.CharField(choices=[('investigating', 'Investigating'), ('custodian', 'Holds the record'), ('assisting', 'Assisting')], max_length=14)),
                ('agency_name', models.CharField(max_length=200)),
                ('number', models.CharField(blank=True, max_length=60)),
                ('contact', models.CharField(blank=True, max_length=200)),
                ('agency', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='identity.agency')),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='agencies', to='cases.case')),
            ],
            options={
                'verbose_name_plural': 'case agencies',
                'ordering': ['id'],
                'abstract': False,
                'base_manager_name': 'objects',
                'default_manager_name': 'objects',
            },
        ),
        migrations.CreateModel(
            name='CasePerson',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('role', models.CharField(choices=[('missing', 'Missing person'), ('victim', 'Victim'), ('decedent_unidentified', 'Unidentified decedent'), ('witness', 'Witness'), ('family', 'Family'), ('reporting_party', 'Reporting party')], max_length=24)),
                ('family_name', models.CharField(blank=True, max_length=100)),
                ('given_names', models.CharField(blank=True, max_length=100)),
                ('name_suffix', models.CharField(blank=True, max_length=20)),
                ('sex', models.CharField(choices=[('male', 'Male'), ('female', 'Female'), ('unsure', 'Unsure'), ('other', 'Other'), ('unknown', 'Not recorded')], default='unknown', max_length=8)),
                ('races', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(choices=[('white', 'White'), ('black', 'Black or African American'), ('hispanic', 'Hispanic or Latino'), ('asian', 'Asian'), ('american_indian', 'American Indian or Alaska Native'), ('pacific_islander', 'Hawaiian or Pacific Islander'), ('other', 'Other'), ('uncertain', 'Uncertain')], max_length=20), blank=True, default=list, size=None)),
                ('age_min', models.DecimalField(blank=True, decimal_places=2, max_digits=5, null=True)),
                ('age_max', models.DecimalField(blank=True, decimal_places=2, max_digits=5, null=True)),
                ('age_text', models.CharField(blank=True, max_length=60)),
                ('birth', models.CharField(blank=True, max_length=10)),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='people', to='cases.case')),
            ],
            options={
                'verbose_name_plural': 'case people',
                'ordering': ['id'],
                'abstract': False,
                'base_manager_name': 'objects',
                'default_manager_name': 'objects',
            },
        ),
        migrations.CreateModel(
            name='OutsideNumber',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('scheme', models.CharField(choices=[('namus', 'NamUs'), ('ncic', 'NCIC'), ('vicap', 'ViCAP'), ('ncmec', 'NCMEC'), ('fbi', 'FBI'), ('mec', 'Medical examiner or coroner')], max_length=8)),
                ('value', models.CharField(max_length=60)),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='outside_numbers', to='cases.case')),
                ('owner', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='identity.agency')),
            ],
            options={
                'ordering': ['id'],
                'abstract': False,
                'base_manager_name': 'objects',
                'default_manager_name': 'objects',
            },
        ),
        migrations.AddIndex(
            model_name='case',
            index=models.Index(models.F('owner'), models.OrderBy(models.F('opened_at'), descending=True), models.OrderBy(models.F('id'), descending=True), name='case_owner_newest'),
        ),
        migrations.AddIndex(
            model_name='case',
            index=models.Index(models.OrderBy(models.F('opened_at'), descending=True), models.OrderBy(models.F('id'), descending=True), condition=models.Q(('level', 'open')), name='case_open_newest'),
        ),
        migrations.AddIndex(
            model_name='case',
            index=models.Index(models.F('last_seen_state'), models.OrderBy(models.F('opened_at'), descending=True), models.OrderBy(models.F('id'), descending=True), name='case_place_newest'),
        ),
        migrations.AddIndex(
            model_name='case',
            index=models.Index(models.F('last_seen_earliest_on'), name='case_last_seen'),
        ),
        migrations.AddIndex(
            model_name='case',
            index=django.contrib.postgres.indexes.GinIndex(django.contrib.postgres.indexes.OpClass(django.db.models.functions.text.Upper('subject_name'), name='gin_trgm_ops'), name='case_subject_name'),
        ),
        migrations.AddConstraint(
            model_name='case',
            constraint=models.CheckConstraint(condition=models.Q(('last_seen_earliest_on__lte', models.F('last_seen_latest_on')), models.Q(('last_seen_earliest_on', None), ('last_seen_latest_on', None)), _connector='OR'), name='case_last_seen_in_order'),
        ),
        migrations.AddConstraint(
            model_name='case',
            constraint=models.CheckConstraint(condition=models.Q(('state', 'resolved'), ('outcome', ''), _connector='XOR'), name='case_outcome_when_resolved'),
        ),
        migrations.AddConstraint(
            model_name='outsidenumber',
            constraint=models.UniqueConstraint(fields=('owner', 'scheme', 'value'), name='outside_number_once_an_owner'),
        ),
        NumberSequence("C"),
        RequireLeaf("cases_case", "case"),
        RequireLeaf("cases_caseperson", "case", "case_id"),
        RequireLeaf("cases_caseagency", "case", "case_id"),
        RequireLeaf("cases_outsidenumber", "case", "case_id"),
    ]
