import os, sys
sys.path.insert(0, os.getcwd())

from argv import command
assert command("a", ["-x"], ["f"]) == ["a", "-x", "--", "f"]
