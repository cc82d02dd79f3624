def choose(ask, options: list[str]) -> str:
    while True:
        answer = ask(f"1-{len(options)}? ")
        try:
            return options[int(answer) - 1]
        except (ValueError, IndexError):
            print("Please give a number.")
