/** How comments and strings are written in a file: enough to tell one from the other. */
export type Language = "python" | "javascript" | "c-like" | "hash" | "markup" | "json" | "unknown";

const BY_EXTENSION: Readonly<Record<string, Language>> = {
  ...each("python", "py pyi pyw pyx"),
  ...each("javascript", "js jsx ts tsx mjs cjs mts cts"),
  ...each("c-like", "java go c h cc cpp cxx hpp cs kt kts swift rs scala php dart groovy gradle proto css scss less"),
  ...each("hash", "yml yaml toml sh bash zsh rb tf hcl ini cfg mk cmake pl r ex exs nix conf properties"),
  ...each("markup", "html htm xml svg vue svelte astro md mdx"),
  ...each("json", "json jsonc json5"),
};

const HASH_FILES = /^(dockerfile.*|makefile|gemfile|rakefile|\..*ignore|\.flake8|\.pylintrc|\.coveragerc)$/;

export function languageOf(path: string): Language {
  const name = path.slice(path.lastIndexOf("/") + 1).toLowerCase();
  if (HASH_FILES.test(name)) return "hash";
  return BY_EXTENSION[name.slice(name.lastIndexOf(".") + 1)] ?? "unknown";
}

function each(language: Language, extensions: string): Record<string, Language> {
  return Object.fromEntries(extensions.split(" ").map((extension) => [extension, language]));
}
