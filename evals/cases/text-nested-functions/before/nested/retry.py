def retrying(times):
    def decorate(function):
        def inner(*args):
            for _ in range(times):
                try:
                    return function(*args)
                except:
                    continue
            return None

        def quiet(*args):
            try:
                return function(*args)
            except ValueError:
                return None

        inner.quiet = quiet
        return inner

    return decorate
