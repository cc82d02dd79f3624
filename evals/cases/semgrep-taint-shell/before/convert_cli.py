import os


def main() -> int:
    name = input("File? ").strip()
    command = "file " + name
    return os.system(command)
