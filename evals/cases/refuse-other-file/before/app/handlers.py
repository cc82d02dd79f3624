from app.router import route


@route("/health")
def health(request):
    return "ok"
