import type { Random } from "../random.ts";
import { ADJECTIVES, DOMAINS, type Domain, FOREIGN_DOMAINS } from "./domains.ts";

/** The words that one piece of code is written with. */
export interface Words extends Random {
  readonly domain: string;
  /** Singular, as in `invoice`. */
  readonly thing: string;
  /** Its plural. */
  readonly things: string;
  /** Another thing than `thing`. */
  readonly other: string;
  readonly others: string;
  /** Names of a number, two different ones. */
  readonly amount: string;
  readonly second: string;
  /** Names of a text, two different ones. */
  readonly label: string;
  readonly mark: string;
  readonly verb: string;
  readonly adjective: string;
  /** A function's name that no other one of the file has; snake_case. */
  name(stem: string): string;
  /** The same for a class: PascalCase. */
  className(stem: string): string;
}

/** Makes words for the pieces of one file: one domain, names that are given once. `foreign`: with letters beyond ASCII. */
export function wordsOf(random: Random, foreign: boolean): () => Words {
  const domain: Domain = random.pick(foreign ? FOREIGN_DOMAINS : DOMAINS);
  const taken = new Set<string>();
  const once = (stem: string): string => {
    for (let tries = 0; ; tries++) {
      const name = tries === 0 ? stem : `${stem}_${random.pick(ADJECTIVES)}${tries > 6 ? `_${tries}` : ""}`;
      if (taken.has(name)) continue;
      taken.add(name);
      return name;
    }
  };
  return () => {
    const [thing = "", other = ""] = random.some(domain.things, 2);
    const [amount = "", second = ""] = random.some(domain.amounts, 2);
    const [label = "", mark = ""] = random.some(domain.labels, 2);
    return {
      ...random,
      domain: domain.name,
      thing,
      things: `${thing}s`,
      other,
      others: `${other}s`,
      amount,
      second,
      label,
      mark,
      verb: random.pick(domain.verbs),
      adjective: random.pick(ADJECTIVES),
      name: once,
      className: (stem) => pascal(once(stem)),
    };
  };
}

/** `open_invoice` as `OpenInvoice`. */
export function pascal(name: string): string {
  return name
    .split("_")
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join("");
}

/** `open_invoice` as `openInvoice`. */
export function camel(name: string): string {
  const whole = pascal(name);
  return whole.charAt(0).toLowerCase() + whole.slice(1);
}
