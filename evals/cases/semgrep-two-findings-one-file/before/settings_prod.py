import os

DEBUG = False
SMTP_HOST = os.environ.get("SMTP_HOST", "localhost")
SMTP_PASSWORD = "orange-river-77"
SIGNING_KEY = "k3y-for-cookies-only"
TIME_ZONE = "Europe/Berlin"
