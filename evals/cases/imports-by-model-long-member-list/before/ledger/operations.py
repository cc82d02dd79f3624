def open_account(name): return {"name": name, "entries": []}
def post_entry(account, amount): account["entries"].append(amount)
def reverse_entry(account, index): account["entries"].append(-account["entries"][index])
def list_entries(account): return list(account["entries"])
