def make_actions(labels: list[str]) -> dict[str, object]:
    actions = {}
    for label in labels:
        actions[label] = lambda: f"pressed {label}"
    return actions
