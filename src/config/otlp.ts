/** A collector of OpenTelemetry traces, as the environment names it. */
export interface OtlpTarget {
  /** The whole address that traces are posted to. */
  readonly url: string;
  /** May hold keys. */
  readonly headers: Readonly<Record<string, string>>;
  /** Why nothing can be sent there, for people; undefined if it can. */
  readonly unusable?: string;
}

/** A header's name (RFC 9110, section 5.1), and a value that fetch takes. */
const NAME = /^[!#$%&'*+\-.^_`|~\w]+$/;
const VALUE = /^[\t\x20-\x7e\x80-\xff]*$/;

/**
 * Where traces go, by OpenTelemetry's own variables (opentelemetry.io, "OTLP Exporter Configuration"): those of traces alone
 * go before those of all signals, and only the address of all signals gets `/v1/traces` added. Undefined if none is named,
 * or the SDK is switched off.
 */
export function otlpTarget(get: (name: string) => string | undefined): OtlpTarget | undefined {
  const either = (name: string): string | undefined =>
    get(`OTEL_EXPORTER_OTLP_TRACES_${name}`) ?? get(`OTEL_EXPORTER_OTLP_${name}`);
  const own = get("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT");
  const shared = get("OTEL_EXPORTER_OTLP_ENDPOINT");
  const url = own ?? (shared === undefined ? undefined : `${shared.replace(/\/+$/, "")}/v1/traces`);
  if (url === undefined || get("OTEL_SDK_DISABLED")?.toLowerCase() === "true") return undefined;
  const headers = headersIn(either("HEADERS") ?? "");
  const variable = `OTEL_EXPORTER_OTLP_${own === undefined ? "" : "TRACES_"}ENDPOINT`;
  if (!/^https?:$/.test(protocolOf(url))) return { url, headers, unusable: `${variable} is no http or https address` };
  if (either("PROTOCOL") === "grpc")
    return { url, headers, unusable: "OTEL_EXPORTER_OTLP_PROTOCOL is grpc, and PatchPro speaks http/json only" };
  return { url, headers };
}

function protocolOf(url: string): string {
  return URL.parse(url)?.protocol ?? "";
}

/** `name=value,name=value`, values percent-encoded (W3C Baggage); what is no header is left out. */
function headersIn(text: string): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const pair of text.split(",")) {
    const [name = "", ...rest] = pair.split("=");
    const value = decoded(rest.join("=").trim());
    if (NAME.test(name.trim()) && VALUE.test(value)) headers[name.trim().toLowerCase()] = value;
  }
  return headers;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
