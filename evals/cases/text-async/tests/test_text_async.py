import os, sys
sys.path.insert(0, os.getcwd())

import asyncio
from aio.tail import collect
async def main():
    r = asyncio.StreamReader(); r.feed_data(b"a\nb\n"); r.feed_eof()
    assert await collect(r, 1) == ["a", "b"]
    assert await collect(asyncio.StreamReader(), 0.01) == ["(timed out)"]
asyncio.run(main())
