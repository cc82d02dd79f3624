def load(text):
    values = eval(text)
    return list(values)
