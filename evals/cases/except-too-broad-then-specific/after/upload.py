def classify(upload) -> str:
    try:
        upload()
    except ValueError:
        return "bad data"
    except OSError:
        return "disk"
    return "ok"
