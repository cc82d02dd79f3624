def changed(cart):
    cart.changed = True
