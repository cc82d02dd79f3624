def header(sender: str, recipient: str, subject: str) -> str:
    return """\
From: {0}
To: {1}
Subject: {2}
""".format(sender, recipient, subject)
