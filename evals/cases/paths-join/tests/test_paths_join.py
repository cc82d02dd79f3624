import os, sys
sys.path.insert(0, os.getcwd())

from logdir import logfile
assert str(logfile("web")).replace("\\", "/") == "/var/log/shop/web.log"
