import os, sys
sys.path.insert(0, os.getcwd())

from syslog_line import line
assert line("h", "cron", 7, "x") == "h cron[7]: x"
