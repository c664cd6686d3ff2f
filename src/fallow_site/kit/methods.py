"""Which ways of asking a page answers; every other one is told 405.

Pages that only show use Django's `require_safe`, buttons use `require_POST`.
"""

from django.views.decorators.http import require_http_methods

require_form = require_http_methods(["GET", "HEAD", "POST"])
"""This will let a page be looked at and its form be sent, and nothing else."""
