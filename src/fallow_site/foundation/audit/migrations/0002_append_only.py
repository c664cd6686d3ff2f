"""The database itself refuses to change or remove a line of the audit trail."""

from django.db import migrations

_SENTENCE = "The audit trail can only be added to."
_SQLITE = [
    f"""CREATE TRIGGER audit_no_{verb.lower()} BEFORE {verb} ON audit_auditentry
    BEGIN SELECT RAISE(ABORT, '{_SENTENCE}'); END"""
    for verb in ("UPDATE", "DELETE")
]
_POSTGRESQL = [
    f"""CREATE FUNCTION audit_refuse() RETURNS trigger AS $$
    BEGIN RAISE EXCEPTION '{_SENTENCE}'; END $$ LANGUAGE plpgsql""",
    """CREATE TRIGGER audit_append_only BEFORE UPDATE OR DELETE ON audit_auditentry
    FOR EACH ROW EXECUTE FUNCTION audit_refuse()""",
]


def _protect(apps, schema_editor):
    statements = _SQLITE if schema_editor.connection.vendor == "sqlite" else _POSTGRESQL
    for statement in statements:
        schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("audit", "0001_initial")]
    operations = [migrations.RunPython(_protect, migrations.RunPython.noop)]
