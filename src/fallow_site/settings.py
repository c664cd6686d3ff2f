"""The settings of the product. The environment is read by `kit.environment` alone.

They know nothing of clinical or privacy numbers; those are cited constants of the domain.
"""

from pathlib import Path

from fallow_site.kit.environment import DATABASE_FILE, read_environment
from fallow_site.kit.keys import read_keys
from fallow_site.kit.policies import SERVER_POLICY

ENVIRONMENT = read_environment()
HERE = Path(__file__).resolve().parent
FALLOW_HOME = ENVIRONMENT.home
FALLOW_IS_DEMO = ENVIRONMENT.is_demo  # invented people sign in with a password alone
FALLOW_BUILT = HERE / "built"
FALLOW_SIGN_UP_IS_OPEN = ENVIRONMENT.is_open or ENVIRONMENT.is_demo
FALLOW_SENDS_MAIL = ENVIRONMENT.mail is not None
FALLOW_TELL_OF_CHANGES = ["fallow_site.workload.tasks.refresh_in_background"]
FALLOW_TELL_OF_ERASURE = [
    "fallow_site.sharing.actions.drop_vault",
    "fallow_site.individual.reminders.actions.drop_reminder",
    "fallow_site.workload.keeping.forgetting.forget_person",
]
FALLOW_ALLOW_LOOPBACK_SOURCES = False  # tests alone read calendars from this machine

SECRET_KEY = ENVIRONMENT.secret or read_keys(FALLOW_HOME)["signing"]
DEBUG = ENVIRONMENT.is_debug
ALLOWED_HOSTS = list(ENVIRONMENT.hosts)
CSRF_TRUSTED_ORIGINS = [f"https://{host}" for host in ENVIRONMENT.hosts if ENVIRONMENT.is_https]
ROOT_URLCONF = "fallow_site.urls"
WSGI_APPLICATION = "fallow_site.wsgi.application"

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "fallow_site.kit",
    "fallow_site.foundation.accounts",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "csp",
    "django_htmx",
    "django_tasks",
    "django_tasks_db",
    "fallow_site.foundation.audit",
    "fallow_site.foundation.organizations",
    "fallow_site.foundation.resources",
    "fallow_site.foundation.room",
    "fallow_site.sharing",
    "fallow_site.workload",
    "fallow_site.organizational.posted",
    "fallow_site.individual.mine",
    "fallow_site.individual.reminders",
    "fallow_site.jobs",
]

MIDDLEWARE = [
    "csp.middleware.CSPMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "fallow_site.foundation.sign_in.last_seen.last_seen_middleware",
    "fallow_site.kit.middleware.no_store_middleware",
    "fallow_site.foundation.sign_in.second_factor.second_factor_middleware",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "fallow_site.kit.context.page_context",
            ],
            "builtins": ["fallow_site.kit.templatetags.words"],
        },
    }
]

SQLITE = {
    "ENGINE": "django.db.backends.sqlite3",
    "NAME": str(FALLOW_HOME / DATABASE_FILE),
    "CONN_MAX_AGE": None,
    "OPTIONS": {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;",
    },
}
DATABASES = {"default": ENVIRONMENT.database or SQLITE}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "fallow_cache",
    }
}
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

AUTH_USER_MODEL = "accounts.Account"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 15},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "home"
ACCOUNT_LOGOUT_REDIRECT_URL = "home"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_ADAPTER = "fallow_site.foundation.sign_in.adapters.AccountAdapter"
ACCOUNT_EMAIL_VERIFICATION = "mandatory" if ENVIRONMENT.is_open else "none"
ACCOUNT_EMAIL_NOTIFICATIONS = FALLOW_SENDS_MAIL
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
PASSWORD_RESET_TIMEOUT = 24 * 60 * 60
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_FORMS = {
    "login": "fallow_site.foundation.sign_in.forms.SignInForm",
    "signup": "fallow_site.foundation.sign_in.forms.SignUpForm",
}
ACCOUNT_SESSION_REMEMBER = None
ALLAUTH_TRUSTED_PROXY_COUNT = ENVIRONMENT.proxies
MFA_ADAPTER = "fallow_site.foundation.sign_in.adapters.SecondFactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_PASSKEY_SIGNUP_ENABLED = False
MFA_ALLOW_UNVERIFIED_EMAIL = True  # no mail is sent, so no address could ever be verified
MFA_FORMS = {"add_webauthn": "fallow_site.foundation.sign_in.forms.PasskeyForm"}
MFA_TOTP_ISSUER = "Fallow"
USERSESSIONS_TRACK_ACTIVITY = True
MAIL = ENVIRONMENT.mail
EMAIL_BACKEND = f"django.core.mail.backends.{'smtp' if MAIL else 'dummy'}.EmailBackend"
if MAIL:
    EMAIL_HOST, EMAIL_PORT, EMAIL_TIMEOUT = MAIL.host, MAIL.port, 10
    EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = MAIL.name, MAIL.word
    EMAIL_USE_SSL, EMAIL_USE_TLS = MAIL.has_tls, MAIL.has_starttls
    DEFAULT_FROM_EMAIL = MAIL.sender

if ENVIRONMENT.is_https:  # the prefix lets no other host of the domain set or read them
    SESSION_COOKIE_NAME, CSRF_COOKIE_NAME = "__Host-session", "__Host-csrf"
SESSION_COOKIE_AGE = 14 * 24 * 60 * 60
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = ENVIRONMENT.is_https
CSRF_FAILURE_VIEW = "fallow_site.kit.views.form_open_too_long"
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SECURE_SSL_REDIRECT = ENVIRONMENT.is_https
SECURE_REDIRECT_EXEMPT = ["^health/$"]
SILENCED_SYSTEM_CHECKS = [  # other hosts of a practice's domain are not ours to bind
    "security.W005",  # HSTS for subdomains
    "security.W021",  # HSTS preloading
]
SECURE_HSTS_SECONDS = 31_536_000 if ENVIRONMENT.is_https else 0
SECURE_PROXY_SSL_HEADER = (
    ("HTTP_X_FORWARDED_PROTO", "https") if ENVIRONMENT.proxies and ENVIRONMENT.is_https else None
)
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {"DIRECTIVES": SERVER_POLICY}
DATA_UPLOAD_MAX_MEMORY_SIZE = 5_000_000
FILE_UPLOAD_MAX_MEMORY_SIZE = 20_000_000

LANGUAGE_CODE = "en-us"
TIME_ZONE = "UTC"
USE_I18N = True
USE_TZ = True

STATIC_URL = "static/"
STATIC_ROOT = FALLOW_HOME / "static"
STATICFILES_DIRS = [path for path in [FALLOW_BUILT / "static"] if path.is_dir()]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"quiet": {"()": "fallow_site.kit.failing.quiet.QuietFormatter"}},
    "filters": {"routes": {"()": "fallow_site.kit.failing.quiet.RouteFilter"}},
    "handlers": {
        "console": {
            "class": "logging.StreamHandler",
            "formatter": "quiet",
            "filters": ["routes"],
        }
    },
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {
        "httpcore": {"level": "WARNING"},  # below it, hosts of calendars are written down
        "django.request": {"level": "ERROR"},  # below it, who looked for what is written down
    },
}
