import subprocess


def deploy(branch: str) -> None:
    subprocess.run(f"git pull origin {branch}", shell=True, check=True)
