import os, sys
sys.path.insert(0, os.getcwd())

from urls import bare_host
assert bare_host("https://shop.example/") == "shop.example"
