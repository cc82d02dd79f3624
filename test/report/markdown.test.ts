import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { renderMarkdown } from "../../src/report/markdown.ts";
import { code, codeBlock, words } from "../../src/report/markdown-text.ts";
import { finding, patchOf, run, sampleRun } from "./sample.ts";

describe("report.md", () => {
  it("reads well", async () => {
    await expect(renderMarkdown(sampleRun())).toMatchFileSnapshot("expected/report.md");
  });

  it("gets no HTML, link, mention, image or heading from outside", () => {
    const evil =
      "x\n# h\n<img src=x onerror=alert(1)> @octocat #12 ![a](http://evil) [b](javascript:x) https://evil.example www.evil.example | c ```";
    const bad = finding({ tool: evil, ruleId: evil, path: evil, message: evil });
    const text = renderMarkdown(
      run(
        [
          { finding: bad, outcome: { kind: "accepted", source: "model", patchId: "p", checks: [], note: evil } },
          { finding: bad, outcome: { kind: "failed", code: "LLM_ERROR", reason: evil } },
        ],
        [{ ...patchOf("p", [bad], { summary: evil }), diff: Buffer.from("+```\n+</details>@octocat\n") }],
        { notices: [evil], stopped: { why: "budget", detail: evil } },
      ),
    );
    const outsideOfCode = text.replace(/^(`{3,})diff\n[\s\S]*?\n\1$/gm, "").replace(/(`+)(?!`)[^\n]*?[^`]\1(?!`)/g, "");
    expect(outsideOfCode).not.toMatch(/<(?!\/?sub>)/);
    expect(outsideOfCode).not.toMatch(/@octocat|#12|:\/\/|www\.|(?<!\\)\]\(|(?<!\\)!\[/);
    expect(text).not.toMatch(/^# h/m);
  });

  it("makes every fence longer than any fence inside", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom("`", "a", "\n", " ") }), (text) => {
        const block = codeBlock(text, "diff");
        const [opening = ""] = block.split("\n");
        const fence = opening.replace("diff", "");
        expect(block.endsWith(`\n${fence}`)).toBe(true);
        expect(block.split(fence).length).toBe(3);
      }),
    );
  });

  it("keeps code of tools as code, and cells of tables in their cells", () => {
    expect(words("`a | b` imported")).toBe("`a | b` imported");
    expect(words("`a | b` | c", true)).toBe("`a \\| b` \\| c");
    expect(code("a ` b")).toBe("``a ` b``");
    expect(code("`x`")).toBe("`` `x` ``");
  });

  it("names the patches that have no room", () => {
    const text = renderMarkdown(sampleRun(), { diffLimit: 400 });
    expect(text).toContain("3 more patches in `patches/`.");
  });
});
