"""Settings for tests: the product's own, in a throw-away home, with work done at once."""

import os
import tempfile

os.environ.setdefault("FALLOW_HOME", tempfile.mkdtemp(prefix="fallow-tests-"))

from fallow_site.settings import *  # noqa: F403
from fallow_site.settings import DATABASES, STORAGES

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # speed alone
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = True
ACCOUNT_RATE_LIMITS = False
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["TEST"] = {
        "NAME": os.path.join(os.environ["FALLOW_HOME"], "tests.sqlite3")
    }
