from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("action_plan", "0005_partnership_parts")]

    operations = [
        migrations.CreateModel(
            name="PublicRecord",
            fields=[
                ("number", models.CharField(max_length=20, primary_key=True, serialize=False)),
                (
                    "noun",
                    models.CharField(
                        choices=[
                            ("partnerships", "Partnerships with countries"),
                            ("recommendations", "Recommendations"),
                            ("decisions", "Decisions of meetings"),
                        ],
                        max_length=16,
                    ),
                ),
                ("title", models.CharField(max_length=300)),
                ("told", models.JSONField(default=dict)),
                ("changed_at", models.DateTimeField()),
            ],
            options={
                "ordering": ["title", "number"],
                "indexes": [models.Index(models.F("noun"), models.F("title"), models.F("number"), name="public_record_noun")],
            },
        ),
    ]
