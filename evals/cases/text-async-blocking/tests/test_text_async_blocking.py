import os, sys
sys.path.insert(0, os.getcwd())

import asyncio
from aio.backoff import retry
async def no(): return False
async def main():
    ticks = []
    async def tick():
        for _ in range(3): ticks.append(1); await asyncio.sleep(0)
    _, _ = await asyncio.gather(retry(no, 2, 0.02), tick())
    return ticks
assert asyncio.run(main()) == [1, 1, 1]
