"""Vocabularies of vehicles, telephones and accounts."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class VehicleRelation(TextChoices):
    """What a vehicle has to do with the case. Source: NamUs and ViCAP."""

    MISSING_WITH = "missing_with", _("Missing with the person")
    USED_BY_PERSON = "used_by_person", _("Used by the person")
    FOUND = "found", _("Found later")
    SUSPECT = "suspect", _("Used by a suspect")
    WITNESS = "witness", _("Seen by a witness")
    OTHER = "other", _("Other")


class PhoneUse(TextChoices):
    """Whose or what a telephone number is. Source: investigation practice and hotline records."""

    OWN = "own", _("Own number")
    CALLED = "called", _("Called or messaged")
    ADVERTISEMENT = "advertisement", _("In an advertisement")
    SUSPECT = "suspect", _("Used by a suspect")
    FAMILY = "family", _("Family")
    WORK = "work", _("Work")
    OTHER = "other", _("Other")


class OnlinePlatform(TextChoices):
    """Where an account is. Source: the platforms HTCDS 2.0 lists, and advertisements."""

    FACEBOOK = "facebook", "Facebook"
    INSTAGRAM = "instagram", "Instagram"
    WHATSAPP = "whatsapp", "WhatsApp"
    TELEGRAM = "telegram", "Telegram"
    MESSENGER = "messenger", "Facebook Messenger"
    VIBER = "viber", "Viber"
    SNAPCHAT = "snapchat", "Snapchat"
    LINE = "line", "Line"
    FOR_SALE = "for_sale", "4Sale"
    WECHAT = "wechat", "WeChat"
    QQ = "qq", "QQ"
    QZONE = "qzone", "QZone"
    TIKTOK = "tiktok", "TikTok"
    TWITTER = "twitter", "Twitter"
    EMAIL = "email", _("Electronic mail")
    DATING = "dating", _("Dating site")
    ADVERTISEMENT = "advertisement", _("Advertisement site")
    GAMING = "gaming", _("Game")
    PAYMENT = "payment", _("Payment service")
    OTHER = "other", _("Other")
