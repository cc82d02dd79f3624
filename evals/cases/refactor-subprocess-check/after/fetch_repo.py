import subprocess


def clone(url: str, target: str) -> str:
    subprocess.run(["git", "clone", "--depth=1", url, target], check=True)
    return target
