def resolve(ours, theirs):
    """Choose a side.

    <<<<<<< SEARCH
    -    return ours
    +    return theirs
    =======
    @@ -1,2 +1,2 @@
    >>>>>>> REPLACE
    """
    if theirs is None:
        return ours
    return theirs
