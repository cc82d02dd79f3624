import os, sys
sys.path.insert(0, os.getcwd())

from serial_port import frame
assert frame("A", "mac", True) == "A*41\r"
