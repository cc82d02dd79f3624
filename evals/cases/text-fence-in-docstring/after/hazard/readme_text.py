def usage(name: str) -> str:
    """Say how a tool is called.

    ```python
    usage("{}")
    ```
    """
    return f"usage: {name} FILE"
