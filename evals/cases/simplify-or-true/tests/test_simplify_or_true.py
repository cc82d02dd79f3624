import os, sys
sys.path.insert(0, os.getcwd())

from debug_log import should_log
assert should_log(40, False) and should_log(10, True) and not should_log(10, False)
