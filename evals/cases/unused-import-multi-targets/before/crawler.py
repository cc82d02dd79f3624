import asyncio
import functools
import itertools
from urllib.parse import quote, urljoin, urlsplit


async def crawl(start: str, links: list[str]) -> list[str]:
    await asyncio.sleep(0)
    host = urlsplit(start).netloc
    return [full for link in links if urlsplit(full := urljoin(start, link)).netloc == host]
