import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    // Far more than any test needs alone: on a loaded machine a slow test is not a wrong one.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    teardownTimeout: 30_000,
    // A machine that stalls must not refuse a change; what passed only at the second try is named at the end, to be mended.
    retry: process.env.CI === "true" ? 1 : 0,
    // Most of the time goes to programs that are started (git, ESLint, Semgrep): every core can take one more file.
    maxWorkers: "100%",
    reporters: ["default", "./test/support/closing-line.ts"],
  },
});
