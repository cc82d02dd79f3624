import asyncio
from collections.abc import AsyncIterator


async def lines(reader: asyncio.StreamReader) -> AsyncIterator[str]:
    async for raw in reader:
        yield raw.decode(errors="replace").rstrip()


async def collect(reader: asyncio.StreamReader, seconds: float) -> list[str]:
    found: list[str] = []
    try:
        async with asyncio.timeout(seconds):
            async for line in lines(reader):
                found.append(line)
    except Exception:
        found.append("(timed out)")
    return found
