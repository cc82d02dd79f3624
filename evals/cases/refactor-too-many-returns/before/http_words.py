def words(code: int) -> str:
    if code == 200:
        return "ok"
    if code == 301:
        return "moved"
    if code == 400:
        return "bad request"
    if code == 403:
        return "forbidden"
    if code == 404:
        return "not found"
    if code == 500:
        return "server error"
    return "unknown"
