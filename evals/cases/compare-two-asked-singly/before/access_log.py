def visits(lines, host=None, only_errors=False):
    count = 0
    for line in lines:
        if host == None or line["host"] == host:
            if only_errors == False or line["status"] >= 400:
                count += 1
    return count
