import subprocess


def branch() -> str:
    done = subprocess.run(
        ["git", "branch", "--show-current"], stdout=subprocess.PIPE, universal_newlines=True, check=True
    )
    return done.stdout.strip()
