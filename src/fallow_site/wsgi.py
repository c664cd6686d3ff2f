"""The door for the web server.

It knows nothing but the settings.
"""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "fallow_site.settings")
application = get_wsgi_application()
