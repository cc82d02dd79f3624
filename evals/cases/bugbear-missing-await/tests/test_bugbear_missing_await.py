import os, sys
sys.path.insert(0, os.getcwd())

import asyncio
from store_async import Store, save_all
assert asyncio.run(save_all(Store(), [1, 2, 3])) == 3
