WORDS = {
    200: "ok",
    301: "moved",
    400: "bad request",
    403: "forbidden",
    404: "not found",
    500: "server error",
}


def words(code: int) -> str:
    return WORDS.get(code, "unknown")
