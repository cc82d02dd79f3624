import os, sys
sys.path.insert(0, os.getcwd())

from translations import translate
assert translate("save", "de") == "Speichern" and translate("open", "de") == "open" and translate("save", "it") == "save"
