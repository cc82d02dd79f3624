import os


def backup(name: str) -> str:
    target = f"/srv/backup/{name}.tar"
    os.system(f"tar cf {target} /srv/{name}")
    return target
