import os, sys
sys.path.insert(0, os.getcwd())

from plugin_base import Plugin
Plugin().on("start", 1)
assert Plugin().handlers == {}
