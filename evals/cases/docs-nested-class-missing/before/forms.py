"""Sign-up forms."""


class SignupForm:
    """What a new member fills in."""

    class Meta:
        fields = ("name", "email")

    def missing(self, data: dict) -> list[str]:
        """Name the fields that are still empty."""
        return [field for field in self.Meta.fields if not data.get(field)]
