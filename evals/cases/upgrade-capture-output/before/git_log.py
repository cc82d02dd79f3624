import subprocess


def log(count: int) -> list[str]:
    done = subprocess.run(["git", "log", f"-{count}", "--oneline"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=True)
    return done.stdout.decode().splitlines()
