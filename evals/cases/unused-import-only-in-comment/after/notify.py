import smtplib
from email.message import EmailMessage

# ssl is terminated by the relay, which listens on localhost only.
NOTE = "ssl: handled by the relay"


def send(to: str, subject: str, body: str) -> None:
    message = EmailMessage()
    message["To"], message["Subject"] = to, subject
    message.set_content(body)
    with smtplib.SMTP("localhost", 2525) as relay:
        relay.send_message(message)
