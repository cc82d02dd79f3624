import asyncio


class Store:
    def __init__(self) -> None:
        self.rows: list[int] = []

    async def save(self, row: int) -> None:
        await asyncio.sleep(0)
        self.rows.append(row)


async def save_all(store: Store, rows: list[int]) -> int:
    for row in rows:
        await store.save(row)
    return len(store.rows)
