def missing(user):
    return user is None
