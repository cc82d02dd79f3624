def header(sender: str, recipient: str, subject: str) -> str:
    return """\
From: {}
To: {}
Subject: {}
""".format(sender, recipient, subject)
