import xml.etree.ElementTree as ET


def titles(feed: str) -> list[str]:
    root = ET.fromstring(feed)
    return [item.findtext("title", "") for item in root.iter("item")]
