/** A flat configuration for ESLint with just these rules, for every kind of script; TypeScript's own syntax needs a parser that a case brings along. */
export function eslintConfiguration(rules: Readonly<Record<string, unknown>>): string {
  const entry = {
    files: ["**/*.{js,mjs,cjs,jsx,ts,mts,cts,tsx}"],
    languageOptions: { ecmaVersion: "latest", sourceType: "module", parserOptions: { ecmaFeatures: { jsx: true } } },
    rules,
  };
  return `export default [${JSON.stringify(entry, null, 2)}];\n`;
}
