def known(table, key):
    return key in table.keys()
