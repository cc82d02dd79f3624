registry = {}


def route(path):
    def add(call):
        registry[path] = call
        return call

    return add
