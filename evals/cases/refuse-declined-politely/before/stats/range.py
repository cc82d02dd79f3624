def spread(values, weights):
    return max(values) - min(values)
