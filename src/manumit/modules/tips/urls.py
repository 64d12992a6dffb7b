"""Addresses of the screens of tips."""

from django.urls import path

from .pages.public.come_back import come_back
from .pages.public.give_tip import general, of_desk

app_name = "tips"
urlpatterns = [
    path("tip/", general, name="give"),
    path("tip/back/", come_back, name="back"),
    path("tip/at/<slug:desk>/", of_desk, name="give_to"),
]
