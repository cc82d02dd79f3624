def seeded(players, banned=()):
    table = []
    for player in players:
        if player["name"] not in banned and player["rank"] is not None:
            table.append(player)
    return sorted(table, key=lambda player: player["rank"])
