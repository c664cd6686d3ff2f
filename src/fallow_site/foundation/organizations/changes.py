"""Says that the terms of a practice or of a post changed, to whom the settings name.

It knows nothing of who listens: posted weeks depend on caps and zones, and stand a layer above.
"""

from django.conf import settings
from django.utils.module_loading import import_string

from fallow_site.foundation.organizations.models import Practice


def announce_change(practice: Practice) -> None:
    """This will call everyone who is named, with the key of the practice."""
    for name in settings.FALLOW_TELL_OF_CHANGES:
        import_string(name)(practice.pk)
