class Cart:
    def __init__(self, id):
        self.id = id
        self.items = []
