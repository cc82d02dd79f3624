export function slug(title) {
  title = title.normalize("NFKD").toLowerCase();
  return title.replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
}
