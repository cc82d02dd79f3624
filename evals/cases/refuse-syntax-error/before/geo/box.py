def box(points):
    xs = [x for x, _ in points]
    ys = [y for _, y in points]
    return dict(left=min(xs), top=min(ys), right=max(xs), bottom=max(ys))
