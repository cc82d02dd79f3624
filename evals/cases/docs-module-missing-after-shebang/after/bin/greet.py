#!/usr/bin/env python3
# -*- coding: utf-8 -*-
"""Greets people by name."""

import sys


def main() -> int:
    """Greet everyone on the command line."""
    print("Hello", *sys.argv[1:])
    return 0


if __name__ == "__main__":
    sys.exit(main())
