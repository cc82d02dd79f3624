import asyncio


async def publish(bus: asyncio.Queue, event: str) -> None:
    await bus.put(event)


async def run(events: list[str]) -> int:
    bus: asyncio.Queue = asyncio.Queue()
    for event in events:
        done = await publish(bus, event)
    return bus.qsize()
