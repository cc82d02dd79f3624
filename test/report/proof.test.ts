import { describe, expect, it } from "vitest";
import { sha256 } from "../../src/domain/digest.ts";
import { PatchProError } from "../../src/domain/errors.ts";
import { buildProof, readProof, renderProof } from "../../src/report/proof.ts";
import { finding, patchOf } from "./sample.ts";

const CONTEXT = {
  runId: "r1",
  toolVersion: "0.1.0",
  createdAt: 0,
  runFolder: ".patchpro/runs/r1",
  files: { patch: "patches/0001-F401-shop-cart.py.diff", proof: "proofs/0001-F401-shop-cart.py.json" },
};

describe("a proof", () => {
  it("holds what is needed to check and to replay it", () => {
    const patch = patchOf("p1", [finding()], { source: "model", strategy: "single", attemptId: "a1" });
    const proof = buildProof(patch, { ...CONTEXT, model: "openai:gpt-5-mini", promptVersion: "single@3" });
    expect(proof).toMatchObject({
      version: 1,
      patchId: "p1",
      findings: [{ id: "f0f0f0f0", tool: "ruff", ruleId: "F401", startLine: 1 }],
      source: "model",
      strategy: "single",
      attempt: { id: "a1", model: "openai:gpt-5-mini", promptVersion: "single@3" },
      checks: [{ name: "anchored" }, { name: "cleared", evidence: { version: "0.16.9", exitCode: 0 } }],
      patchSha256: sha256(patch.diff),
      replay: { command: ["patchpro", "verify", ".patchpro/runs/r1/proofs/0001-F401-shop-cart.py.json"] },
    });
  });

  it("reads back as it was written", () => {
    const proof = buildProof(patchOf("p1", [finding()]), CONTEXT);
    expect(readProof(renderProof(proof), "proof.json")).toEqual(proof);
  });

  it("hashes the bytes of each file in its own encoding, and knows files that are not there", () => {
    const patch = patchOf("p1", [finding()], {
      changes: [
        { path: "latin1.py", before: "é", after: "è", encoding: "latin1" },
        { path: "new.py", before: null, after: "x", encoding: "utf8" },
      ],
    });
    expect(buildProof(patch, CONTEXT).files).toEqual([
      { path: "latin1.py", before: sha256(Buffer.from([0xe9])), after: sha256(Buffer.from([0xe8])) },
      { path: "new.py", before: null, after: sha256("x") },
    ]);
  });

  it("is refused when it is something else", () => {
    for (const text of ["", "{}", '{"version": 2}', "diff --git a/x b/x"])
      expect(() => readProof(text, "p.json")).toThrow(PatchProError);
  });
});
