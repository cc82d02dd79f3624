def depth(node):
	try:
		children = node["children"]
	except:
		return 1
	return 1 + max((depth(child) for child in children), default=0)
