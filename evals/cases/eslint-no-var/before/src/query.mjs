export function parseQuery(text) {
  var result = {};
  for (const pair of text.replace(/^\?/, "").split("&")) {
    const [key, value = ""] = pair.split("=");
    if (key !== "") result[decodeURIComponent(key)] = decodeURIComponent(value);
  }
  return result;
}
