import subprocess


def pack(name):
    subprocess.run(f"tar cf out.tar {name}", shell=True, check=True)
