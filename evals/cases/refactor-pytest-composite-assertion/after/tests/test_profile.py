def profile():
    return {"name": "ada", "active": True}


def test_profile():
    data = profile()
    assert data["name"] == "ada"
    assert data["active"]
