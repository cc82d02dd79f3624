/** What `fetch` reads from its options beyond the standard: Node's own HTTP client (undici). */
type Dispatcher = object;

const GLOBAL_DISPATCHER = Symbol.for("undici.globalDispatcher.1");
let patient: Promise<Dispatcher | undefined> | undefined;

/**
 * Node's fetch gives up when no header arrives within 300 s, which a local model's long answer exceeds.
 * This is the same kind of client as the process uses (one that obeys proxy settings stays one that does)
 * without that limit; the request's own time-out bounds it instead. Undefined if this runtime hides its client.
 */
export function patientDispatcher(): Promise<Dispatcher | undefined> {
  patient ??= makePatient();
  return patient;
}

async function makePatient(): Promise<Dispatcher | undefined> {
  // Node makes its client at the first use of fetch.
  await fetch("data:,").catch(() => undefined);
  const current: unknown = Reflect.get(globalThis, GLOBAL_DISPATCHER);
  if (typeof current !== "object" || current === null) return undefined;
  try {
    const made: unknown = Reflect.construct(current.constructor, [{ headersTimeout: 0, bodyTimeout: 0 }]);
    return typeof made === "object" && made !== null ? made : undefined;
  } catch {
    return undefined;
  }
}
