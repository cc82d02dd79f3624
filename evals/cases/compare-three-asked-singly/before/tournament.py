def seeded(players, banned=()):
    table = []
    for l in players:
        if not l["name"] in banned and l["rank"] != None:
            table.append(l)
    return sorted(table, key=lambda player: player["rank"])
