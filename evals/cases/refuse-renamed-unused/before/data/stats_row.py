def summarize(row):
    total = sum(row)
    share = total / len(row)
    return total
