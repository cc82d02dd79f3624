import subprocess


def log(count: int) -> list[str]:
    done = subprocess.run(["git", "log", f"-{count}", "--oneline"], capture_output=True, check=True)
    return done.stdout.decode().splitlines()
