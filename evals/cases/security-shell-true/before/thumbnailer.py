import subprocess


def size_of(path: str) -> int:
    done = subprocess.run(f"wc -c < {path}", shell=True, capture_output=True, text=True, check=True)
    return int(done.stdout)
