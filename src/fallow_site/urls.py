"""Every address of the product, room by room."""

from django.urls import include, path

from fallow_site.kit.views import health

handler500 = "fallow_site.kit.views.broke"
urlpatterns = [
    path("health/", health, name="health"),
    path("", include("fallow_site.foundation.sign_in.urls")),
    path("accounts/", include("allauth.urls")),
    path("", include("fallow_site.foundation.joining.urls")),
    path("", include("fallow_site.foundation.organizations.urls")),
    path("", include("fallow_site.foundation.audit.urls")),
    path("", include("fallow_site.foundation.resources.urls")),
    path("", include("fallow_site.foundation.room.urls")),
    path("", include("fallow_site.workload.urls")),
    path("", include("fallow_site.organizational.posted.urls")),
    path("", include("fallow_site.individual.mine.urls")),
    path("", include("fallow_site.individual.reminders.urls")),
    path("", include("fallow_site.api.urls")),
]
