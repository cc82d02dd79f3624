import email

import imaplib


import ssl


def unread(host: str, user: str, secret: str) -> list[str]:
    with imaplib.IMAP4_SSL(host, ssl_context=ssl.create_default_context()) as box:
        box.login(user, secret)
        box.select("INBOX", readonly=True)
        _, (ids,) = box.search(None, "UNSEEN")
        messages = [box.fetch(one, "(RFC822)")[1][0][1] for one in ids.split()]
    return [email.message_from_bytes(raw)["Subject"] for raw in messages]
