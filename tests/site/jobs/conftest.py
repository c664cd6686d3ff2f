"""Pages are looked at as the canaries' sweep does."""

from tests.site.canary.conftest import places

__all__ = ["places"]
