export default [
  {
    files: ["web/**/*.js"],
    rules: { "no-var": "error", "prefer-const": "error", eqeqeq: "error", "no-empty": "error", "no-unused-vars": "error" },
  },
];
