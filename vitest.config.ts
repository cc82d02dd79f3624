import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    // Far more than any test needs alone: on a loaded machine a slow test is not a wrong one.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    teardownTimeout: 30_000,
    // Most of the time goes to programs that are started (git, ESLint, Semgrep): every core can take one more file.
    maxWorkers: "100%",
    reporters: ["default", "./test/support/closing-line.ts"],
  },
});
