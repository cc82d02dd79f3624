import pickle


def load(path: str) -> object:
    with open(path, "rb") as source:
        return pickle.load(source)
