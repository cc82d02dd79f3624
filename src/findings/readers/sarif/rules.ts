import { z } from "zod";
import type { Severity } from "../../../domain/finding.ts";
import { severityOf } from "../severity.ts";
import { type Message, type Result, type Rule, type Run, rule, type ToolComponent, toolComponent } from "./schema.ts";

const toolShape = z.object({
  driver: toolComponent.optional(),
  extensions: z.array(toolComponent.catch({})).nullish().catch(undefined),
});
const legacyRules = z.object({ rules: z.union([z.array(z.unknown()), z.record(z.string(), z.unknown())]) });

/** A rule that a result names; `rule` is what the tool says about it, if anything. */
export interface NamedRule {
  readonly id: string;
  readonly rule: Rule | undefined;
  readonly component: ToolComponent;
}

/** The tool of a SARIF run, its rules (the driver's and its extensions') and their texts. */
export class Rules {
  readonly driver: ToolComponent;
  readonly #extensions: readonly ToolComponent[];
  readonly #rules = new Map<ToolComponent, readonly (Rule | undefined)[]>();
  readonly #byId = new Map<string, NamedRule>();

  constructor({ tool, resources }: Run) {
    const parsed = toolShape.safeParse(tool).data;
    // In the 2.0.0 drafts the tool itself was the driver, and the rules were the run's.
    this.driver = parsed?.driver ?? toolComponent.safeParse(tool).data ?? {};
    this.#extensions = parsed?.extensions ?? [];
    const legacy = Object.values(legacyRules.safeParse(resources).data?.rules ?? []);
    for (const component of [this.driver, ...this.#extensions]) {
      const listed = component.rules ?? (component === this.driver ? legacy : []);
      const rules = listed.map((one) => rule.safeParse(one).data);
      this.#rules.set(component, rules);
      for (const one of rules) {
        if (one?.id && !this.#byId.has(one.id)) this.#byId.set(one.id, { id: one.id, rule: one, component });
      }
    }
  }

  /** The rule of a result: by id, else by index or GUID, in the driver or in the extension that the result names (3.27.5 to 3.27.7). */
  of(result: Result): NamedRule {
    const component = this.#componentOf(result) ?? this.driver;
    const rules = this.#rules.get(component) ?? [];
    const index = result.ruleIndex ?? result.rule?.index ?? -1;
    const guid = result.rule?.guid;
    const id = result.ruleId ?? result.rule?.id;
    const byId = id
      ? (rules.find((one) => one?.id === id) ?? rules.find((one) => one?.id && id.startsWith(`${one.id}/`)))
      : undefined;
    const found = byId ?? rules[index] ?? (guid ? rules.find((one) => one?.guid === guid) : undefined);
    if (!found && id && this.#byId.has(id)) return this.#byId.get(id) ?? { id, rule: undefined, component };
    return { id: id ?? found?.id ?? found?.name ?? "unknown", rule: found, component };
  }

  #componentOf({ rule: reference }: Result): ToolComponent | undefined {
    const wanted = reference?.toolComponent;
    if (!wanted) return undefined;
    const { index, guid, name } = wanted;
    if (typeof index === "number" && index >= 0) return this.#extensions[index];
    return [this.driver, ...this.#extensions].find((one) => (guid ? one.guid === guid : name && one.name === name));
  }
}

/** A message's text: its own, or the rule's by id, with `{0}` replaced by the arguments (3.11.5). */
export function textOf(message: Message | null | undefined, { rule: named, component }: NamedRule): string | undefined {
  if (!message) return undefined;
  const id = message.id ?? message.messageId;
  const strings = { ...component.globalMessageStrings, ...named?.messageStrings };
  const byId = id && Object.hasOwn(strings, id) ? strings[id] : undefined;
  const text = message.text ?? message.markdown ?? (typeof byId === "string" ? byId : byId?.text);
  return text?.replace(/\{\{|\}\}|\{(\d+)\}/g, (whole, at: string | undefined) =>
    at === undefined ? whole.slice(1) : String(message.arguments?.[Number(at)] ?? whole),
  );
}

/**
 * `level`, else the rule's default level, else `warning` (3.27.10). A numeric `security-severity` (CVSS, GitHub's
 * convention) raises it: 7 and above is an error, 4 and above at least a warning.
 */
export function severityOfResult({ level, kind }: Result, named: Rule | undefined): Severity {
  const word =
    level ??
    (kind === "informational" ? "note" : undefined) ??
    named?.defaultConfiguration?.level ??
    named?.configuration?.defaultLevel ??
    "warning";
  const severity = severityOf(word);
  const score = Number(named?.properties?.["security-severity"] ?? Number.NaN);
  if (score >= 7) return "error";
  return score >= 4 && severity === "info" ? "warning" : severity;
}
