def missing(user):
    return user == None
