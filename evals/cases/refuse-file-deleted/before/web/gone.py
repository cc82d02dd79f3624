def run(code, scope):
    exec(code, scope)
    return scope
