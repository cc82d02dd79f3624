import os
import platform
import shutil


def summary(path: str = "/") -> dict[str, object]:
    usage = shutil.disk_usage(path)
    return {"system": platform.system(), "cpus": os.cpu_count(), "free": usage.free}
