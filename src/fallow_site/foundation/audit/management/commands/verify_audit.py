"""Walks the audit trail and says whether it is whole."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from fallow_site.foundation.audit.queries import find_broken_line


class Command(BaseCommand):
    """`verify_audit`: exit 0 when every line fits the one before it."""

    help = "Walk the audit trail."

    def handle(self, *_arguments: Any, **_options: Any) -> None:
        broken = find_broken_line()
        if broken is not None:
            raise CommandError(
                f"Line {broken} of the audit trail does not fit the line before it. "
                "Compare it with a backup."
            )
        self.stdout.write("The audit trail is whole.")
