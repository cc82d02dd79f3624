import ftplib
import os


def push(path: str) -> None:
    with ftplib.FTP_TLS("files.example", user="shop", passwd=os.environ["FTP_PASSWORD"]) as ftp, open(path, "rb") as source:
        ftp.storbinary(f"STOR {os.path.basename(path)}", source)
