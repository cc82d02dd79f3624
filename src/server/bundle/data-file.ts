/** One file of a bundle. */
export interface BundleFile {
  /** Below the bundle's folder, `/` between parts. */
  readonly name: string;
  readonly text: string;
}

/**
 * A value as a classic script that hands it to the page, which is all that a page from `file://` can load. The value is a
 * string for `JSON.parse`: it is read faster than an object of JavaScript, and no key of it (`__proto__`) means anything.
 */
export function dataFile(name: string, value: object): BundleFile {
  const json = JSON.stringify(JSON.stringify(value));
  return { name: `data/${name}.js`, text: `globalThis.patchproData(${JSON.stringify(name)},JSON.parse(${json}));\n` };
}
