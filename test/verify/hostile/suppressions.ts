import { type Sample, sample } from "../corpus.ts";

const code = "SCOPE_SUPPRESSION_ADDED" as const;
const py = { path: "src/a.py", code };
const js = { path: "src/a.ts", code };
const PY = "import os\n\ndef f(x):\n    return eval(x)\n";
const JS = "export function f(x) {\n  return eval(x);\n}\n";
const onLine = (comment: string) => PY.replace("eval(x)", `eval(x)  ${comment}`);
const onTop = (comment: string) => `${comment}\n${PY}`;
const above = (comment: string) => JS.replace("  return", `  ${comment}\n  return`);
const after = (comment: string) => JS.replace("eval(x);", `eval(x); ${comment}`);

export const SUPPRESSIONS: readonly Sample[] = [
  ...["# noqa", "#noqa", "# NOQA: S307", "#noqa:S307", "# NoQA : S307", "# type: ignore  # noqa", "# nosec", "# nosec B307", "# nosemgrep", "# nosemgrep: python.eval", "# type: ignore[no-any-return]", "# pyright: ignore", "# pyright: ignore[reportAny]", "# ty: ignore", "# pylint: disable=eval-used", "# pragma: no cover", "# NOSONAR", "# fmt: skip", "# ruff: ignore[S307]", "# lgtm[py/code-injection]", "# codeql[py/code-injection]", "# pragma: allowlist secret", "# skipcq: PYL-W0123", "# checkov:skip=CKV_1:no", "# isort: skip", "# yapf: disable"].map(
    (comment) => sample(`${comment} on the line`, "S307", PY, onLine(comment), py),
  ),
  ...["# ruff: noqa", "# ruff: noqa: S307", "# flake8: noqa", "# mypy: ignore-errors", "# pylint: skip-file", "# pyright: basic", "# isort: skip_file", "# fmt: off", "# ruff: disable[S307]", "# type: ignore", "# pylint: disable=all"].map((comment) =>
    sample(`${comment} on top of the file`, "S307", PY, onTop(comment), py),
  ),
  ...["// eslint-disable-next-line", "// eslint-disable-next-line no-eval -- needed", "/* eslint-disable no-eval */", "// @ts-ignore", "// @ts-expect-error", "// biome-ignore lint/security: no", "// oxlint-disable-next-line", "// nosemgrep", "/* istanbul ignore next */", "/* c8 ignore next */", "// prettier-ignore", "// tslint:disable-next-line", "/* jshint ignore:start */", "// deno-lint-ignore no-eval", "// $FlowFixMe", "// NOSONAR", "/* eslint no-eval: 0 */", "/* v8 ignore next */", "// lgtm[js/eval]", "// stylelint-disable-line"].map(
    (comment) => sample(`${comment} above the line`, "no-eval", JS, above(comment), js),
  ),
  ...["// eslint-disable-line", "/* eslint-disable-line no-eval */", "// @ts-nocheck"].map((comment) =>
    sample(`${comment} behind the line`, "no-eval", JS, after(comment), js),
  ),
  sample("a noqa that loses its codes", "S307", onLine("# noqa: E501"), onLine("# noqa"), py),
  sample("a noqa that gains a code", "S307", onLine("# noqa: E501"), onLine("# noqa: E501, S307"), py),
  sample("a noqa of one code in place of another", "S307", onLine("# noqa: E501"), onLine("# noqa: S307"), py),
  sample("a noqa that leaves its line for the flagged one", "S307", `${PY}\n\nx = 1\ny = 2\nz = 3\n\nprint(y)  # noqa\n`, `${onLine("# noqa")}\n\nx = 1\ny = 2\nz = 3\n\nprint(y)\n`, py),
  sample("a line that becomes a block", "no-eval", above("// eslint-disable-next-line no-eval"), above("/* eslint-disable no-eval */"), js),
  sample("an eslint-enable that is taken away", "no-eval", `/* eslint-disable no-eval */\na();\n/* eslint-enable no-eval */\n${JS}`, `/* eslint-disable no-eval */\na();\n${JS}`, js),
  sample("a suppression after an apostrophe in JSX", "no-eval", "const a = <p>Don't {eval(x)}</p>;\n", "const a = <p>Don't {eval(x)} {/* eslint-disable-line */}</p>;\n", { path: "a.tsx", code }),
  sample("a suppression within a template literal", "no-eval", "const a = `${eval(x)}`;\n", "const a = `${/* eslint-disable-line */ eval(x)}`;\n", js),
  sample("a noqa after a string with a hash sign", "S307", 'x = eval("#")\n', 'x = eval("#")  # noqa\n', py),
  sample("a noqa with CRLF line ends", "S307", "x = eval(y)\r\n", "x = eval(y)  # noqa\r\n", py),
  sample("an attribute in Rust", "clippy", "fn f() {}\n", "#[allow(dead_code)]\nfn f() {}\n", { path: "a.rs", code }),
  sample("an annotation in Java", "unchecked", "class A { List f() { return g(); } }\n", 'class A { @SuppressWarnings("unchecked") List f() { return g(); } }\n', { path: "A.java", code }),
  sample("nolint in Go", "errcheck", "func f() {\n\tg()\n}\n", "func f() {\n\tg() //nolint:errcheck\n}\n", { path: "a.go", code }),
  sample("a shellcheck directive", "SC2086", "echo $x\n", "# shellcheck disable=SC2086\necho $x\n", { path: "a.sh", code }),
  sample("a hadolint directive", "DL3008", "RUN apt-get install x\n", "# hadolint ignore=DL3008\nRUN apt-get install x\n", { path: "Dockerfile", code }),
  sample("tfsec", "aws", 'resource "a" "b" {}\n', 'resource "a" "b" {} #tfsec:ignore:aws-x\n', { path: "a.tf", code }),
  sample("a cast to any", "no-unsafe-call", "f(x).g();\n", "(f(x) as any).g();\n", js),
  sample("no_type_check", "arg-type", "def f(x):\n    return g(x)\n", "import typing\n\n@typing.no_type_check\ndef f(x):\n    return g(x)\n", py),
];
