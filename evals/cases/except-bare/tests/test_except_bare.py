import os, sys
sys.path.insert(0, os.getcwd())

from parse_port import parse_port
assert parse_port("x") == 8080 and parse_port("99") == 99 and parse_port("70000") == 8080
