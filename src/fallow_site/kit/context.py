"""What every page may say about the installation itself.

It knows nothing of who is looking.
"""

from django.conf import settings
from django.http import HttpRequest


def page_context(_request: HttpRequest) -> dict[str, object]:
    """This will tell templates of an invented practice, of built fonts, and of mail."""
    return {
        "is_demo": settings.FALLOW_IS_DEMO,
        "has_fonts": bool(settings.STATICFILES_DIRS),
        "sends_mail": settings.FALLOW_SENDS_MAIL,
    }
