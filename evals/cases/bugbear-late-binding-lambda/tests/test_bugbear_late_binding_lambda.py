import os, sys
sys.path.insert(0, os.getcwd())

from buttons import make_actions
actions = make_actions(["ok", "cancel"])
assert actions["ok"]() == "pressed ok"
assert actions["cancel"]() == "pressed cancel"
