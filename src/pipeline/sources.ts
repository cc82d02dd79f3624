import { permittedFixes } from "../domain/policy.ts";
import type { CodemodOffers } from "../fix/codemod/offer.ts";
import { NATIVE } from "../fix/offered.ts";
import type { OpenFinding } from "../fix/open-finding.ts";
import type { Repair } from "./repair.ts";
import type { AskSource } from "./rounds.ts";

/** What the analyzers themselves offer stands with the findings already. */
export const askNative: AskSource = async () => NATIVE;

/** Asks codemods anew in each round: what they match moves with the texts. */
export function askCodemods(offers: CodemodOffers): AskSource {
  return async (open, repair, { unsafe }) => {
    const standing = open.filter((one) => standsWhereItSays(one, repair));
    const offered = await offers(standing, repair.ground.texts);
    for (const one of standing) {
      const offer = offered.get(one.finding);
      const why = offer?.why ?? whyNotPermitted(offer?.fixes ?? [], unsafe);
      if (why !== undefined) one.noCodemod = why;
    }
    return { source: "codemod", fixesOf: ({ finding }) => offered.get(finding)?.fixes ?? [] };
  };
}

/** A finding whose tool cannot be asked again has no place any more in a text that was changed. */
function standsWhereItSays({ finding }: OpenFinding, { ground, originals }: Repair): boolean {
  const seen = ground.seen.get(finding);
  if (seen) return seen.sighting !== undefined;
  return ground.texts.get(finding.path)?.text === originals.get(finding.path)?.text;
}

function whyNotPermitted(
  fixes: Parameters<typeof permittedFixes>[0]["fixes"],
  unsafe: Parameters<typeof permittedFixes>[1],
): string | undefined {
  const [first] = fixes;
  if (!first?.codemod || permittedFixes({ fixes }, unsafe).length > 0) return undefined;
  return `the codemod ${first.codemod.id} does not call itself safe, and unsafe = "${unsafe}" allows no other`;
}
