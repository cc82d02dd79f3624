def read_left(port):
    value = port.read()
    if value == None:
        value = 0
    return value


def read_right(port):
    value = port.read()
    if value is None:
        value = 0
    return value
