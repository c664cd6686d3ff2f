"""PostgreSQL can empty a table without removing its rows one by one; that is refused too."""

from django.db import migrations


def _protect(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(
            """CREATE TRIGGER audit_no_truncation BEFORE TRUNCATE ON audit_auditentry
            FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse()"""
        )


class Migration(migrations.Migration):
    dependencies = [("audit", "0002_append_only")]
    operations = [migrations.RunPython(_protect, migrations.RunPython.noop)]
