import os, sys
sys.path.insert(0, os.getcwd())

from mail_header import header
assert header("a", "b", "c") == "From: a\nTo: b\nSubject: c\n"
