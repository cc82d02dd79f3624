import os

DEBUG = False
SMTP_HOST = os.environ.get("SMTP_HOST", "localhost")
SMTP_PASSWORD = os.environ["SMTP_PASSWORD"]
SIGNING_KEY = os.environ["SIGNING_KEY"]
TIME_ZONE = "Europe/Berlin"
