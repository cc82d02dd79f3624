def visits(lines, host=None, only_errors=False):
    count = 0
    for line in lines:
        if host is None or line["host"] == host:
            if not only_errors or line["status"] >= 400:
                count += 1
    return count
