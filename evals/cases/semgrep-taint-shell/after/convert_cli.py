import subprocess


def main() -> int:
    name = input("File? ").strip()
    command = ["file", "--", name]
    return subprocess.run(command, check=False).returncode
