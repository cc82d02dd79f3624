def usage(name: str) -> str:
    """Say how a tool is called.

    ```python
    usage("{}")
    ```
    """
    return "usage: {} FILE".format(name)
