import os, sys
sys.path.insert(0, os.getcwd())
from api.public import *
assert ApiError and Client
