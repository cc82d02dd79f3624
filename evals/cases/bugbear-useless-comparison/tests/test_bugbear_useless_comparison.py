import os, sys
sys.path.insert(0, os.getcwd())

from thermostat import Thermostat
t = Thermostat(20); t.update(18)
assert t.heating is True
t.update(22)
assert t.heating is False
