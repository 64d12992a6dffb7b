import django.contrib.postgres.fields
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('continued_presence', '0002_files_family_sendings'),
    ]

    operations = [
        migrations.AddField(
            model_name='office',
            name='permit_codes',
            field=django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=4), blank=True, default=list, size=None),
        ),
        migrations.AddField(
            model_name='presencerequest',
            name='permit_code',
            field=models.CharField(blank=True, max_length=4, verbose_name='Category of the work permit'),
        ),
    ]
