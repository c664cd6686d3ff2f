"""A kind for being on call: reachable, without a contact."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [("workload", "0002_answers_and_rules")]

    operations = [
        migrations.AlterField(
            model_name="storedappointment",
            name="kind",
            field=models.CharField(
                choices=[
                    ("individual", "individual"),
                    ("couple_family", "couple_family"),
                    ("group", "group"),
                    ("intake", "intake"),
                    ("crisis", "crisis"),
                    ("on_call", "on_call"),
                    ("supervision", "supervision"),
                    ("peer_consultation", "peer_consultation"),
                    ("administration", "administration"),
                    ("training", "training"),
                    ("travel", "travel"),
                    ("protected_time", "protected_time"),
                    ("leave", "leave"),
                    ("personal", "personal"),
                    ("unknown", "unknown"),
                ],
                max_length=20,
            ),
        ),
    ]
