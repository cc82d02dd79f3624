def shown(post):
    return post["public"] == True
