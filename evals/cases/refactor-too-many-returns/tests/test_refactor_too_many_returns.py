import os, sys
sys.path.insert(0, os.getcwd())

from http_words import words
assert words(404) == "not found" and words(200) == "ok" and words(1) == "unknown"
