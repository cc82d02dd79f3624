import asyncio


async def retry(work, tries: int = 3, pause: float = 0.01):
    for attempt in range(tries):
        if await work():
            return attempt
        await asyncio.sleep(pause)
    return await asyncio.sleep(0, -1)
