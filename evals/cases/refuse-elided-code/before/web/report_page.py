def page(rows, title=None):
    parts = ["<table>"]
    if title != None:
        parts.append(f"<caption>{title}</caption>")
    for name, value in rows:
        parts.append(f"<tr><td>{name}</td><td>{value}</td></tr>")
    parts.append("</table>")
    return "".join(parts)
