from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('cases', '0013_asked_by_each_name'),
    ]

    operations = [
        migrations.AddIndex(
            model_name='case',
            index=models.Index(fields=['id'], include=('level', 'owner', 'protected'), name='case_decided_by_key'),
        ),
    ]
