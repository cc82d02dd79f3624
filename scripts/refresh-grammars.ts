import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A package of the registry that carries grammars built for WebAssembly. `integrity`: SHA-512 of the tarball, as npm writes it. */
interface GrammarPackage {
  readonly name: string;
  readonly version: string;
  readonly integrity: string;
  readonly files: readonly string[];
}

/** The JavaScript grammar is left out: what it reads, the one for TSX reads too. */
const PACKAGES: readonly GrammarPackage[] = [
  {
    name: "tree-sitter-python",
    version: "0.25.0",
    integrity: "sha512-eCmJx6zQa35GxaCtQD+wXHOhYqBxEL+bp71W/s3fcDMu06MrtzkVXR437dRrCrbrDbyLuUDJpAgycs7ncngLXw==",
    files: ["tree-sitter-python.wasm"],
  },
  {
    name: "tree-sitter-typescript",
    version: "0.23.2",
    integrity: "sha512-e04JUUKxTT53/x3Uq1zIL45DoYKVfHH4CZqwgZhPg5qYROl5nQjV+85ruFzFGZxu+QeFVbRTPDRnqL9UbU4VeA==",
    files: ["tree-sitter-tsx.wasm", "tree-sitter-typescript.wasm"],
  },
];

const TARGET = join(import.meta.dirname, "..", "vendor", "grammars");

/** Fetches the packages, compares them with what is pinned here, and takes the grammars and their licences; nothing of them is run. */
const folder = mkdtempSync(join(tmpdir(), "patchpro-grammars-"));
try {
  mkdirSync(TARGET, { recursive: true });
  for (const one of PACKAGES) takeFrom(one);
  writeFileSync(join(TARGET, "README.md"), readme());
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function takeFrom({ name, version, integrity, files }: GrammarPackage): void {
  const said = execFileSync("npm", ["pack", "--ignore-scripts", "--silent", `${name}@${version}`], {
    cwd: folder,
    encoding: "utf8",
  });
  const tarball = join(folder, said.trim().split("\n").at(-1) ?? "");
  const found = `sha512-${createHash("sha512").update(readFileSync(tarball)).digest("base64")}`;
  if (found !== integrity) throw new Error(`${name}@${version} is not what was pinned: ${found}`);
  execFileSync("tar", ["-xzf", tarball, "-C", folder, ...["LICENSE", ...files].map((file) => `package/${file}`)]);
  for (const file of files) copyFileSync(join(folder, "package", file), join(TARGET, file));
  copyFileSync(join(folder, "package", "LICENSE"), join(TARGET, `LICENSE.${name}`));
}

function readme(): string {
  const rows = PACKAGES.flatMap(({ name, version, files }) =>
    files.map((file) => {
      const hash = createHash("sha256")
        .update(readFileSync(join(TARGET, file)))
        .digest("hex");
      return `| \`${file}\` | ${name} ${version} | \`${hash}\` |`;
    }),
  );
  return `# Grammars

Tree-sitter grammars for codemods, as their authors built them; MIT licences beside them. Written by
\`node scripts/refresh-grammars.ts\`, which pins what it takes. Codemods for JavaScript use the grammar for TSX.

| file | from | SHA-256 |
| --- | --- | --- |
${rows.join("\n")}
`;
}
