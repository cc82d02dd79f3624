import asyncio, os, sys
sys.path.insert(0, os.getcwd())
from async_jobs import run
assert asyncio.run(run(["a", "b"])) == 2
