import { z } from "zod";
import type { ReportedFix } from "../../../domain/finding.ts";
import type { ColumnUnit } from "../../../domain/location.ts";
import { excerpt } from "../input-error.ts";
import type { Notices } from "../notices.ts";
import type { Artifacts } from "./artifacts.ts";
import { regionOf } from "./region.ts";
import { artifactLocation, message, region } from "./schema.ts";

/** 3.57; the 2.0.0 drafts wrote `insertedContent` the same way and offsets as `deletedOffset`, `deletedLength` before that. */
const replacement = z.object({
  deletedRegion: region,
  insertedContent: z.object({ text: z.string().nullish(), binary: z.string().nullish() }).nullish(),
});
/** 3.56; 2.0.0: `fileLocation`. */
const artifactChange = z.object({
  artifactLocation: artifactLocation.nullish(),
  fileLocation: artifactLocation.nullish(),
  replacements: z.array(replacement),
});
/** 3.55; 2.0.0: `fileChanges`. */
const fix = z.object({
  description: message.nullish().catch(undefined),
  artifactChanges: z.array(artifactChange).nullish(),
  fileChanges: z.array(artifactChange).nullish(),
});
type Edit = ReportedFix["edits"][number];

const PROSE = "a fix is only described in words, without edits";
const UNREADABLE = "a fix that cannot be read was left out, its finding was kept";

/** The fixes of a result: alternatives, each of which is all of its changes or none. SARIF cannot say whether they are safe. */
export function fixesOf(
  value: unknown,
  artifacts: Artifacts,
  unit: ColumnUnit,
  where: string,
  notices: Notices,
): ReportedFix[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) {
    notices.note(UNREADABLE, `${where}.fixes`);
    return [];
  }
  return value.flatMap((one: unknown, at) => fixOf(one, artifacts, unit, `${where}.fixes[${at}]`, notices) ?? []);
}

function fixOf(
  value: unknown,
  artifacts: Artifacts,
  unit: ColumnUnit,
  where: string,
  notices: Notices,
): ReportedFix | undefined {
  const parsed = fix.safeParse(value);
  if (!parsed.success) {
    notices.note(UNREADABLE, where);
    return undefined;
  }
  const changes = parsed.data.artifactChanges ?? parsed.data.fileChanges ?? [];
  const edits = changes.flatMap((change) => {
    const uri = artifacts.uri(change.artifactLocation ?? change.fileLocation);
    return change.replacements.map((one) => editOf(one, uri, unit));
  });
  if (edits.length === 0) {
    notices.note(PROSE, where);
    return undefined;
  }
  const readable = edits.filter((one) => one !== undefined);
  if (readable.length < edits.length) {
    notices.note(UNREADABLE, where);
    return undefined;
  }
  const { description } = parsed.data;
  return {
    applicability: "unknown",
    message: excerpt(description?.text ?? description?.markdown ?? ""),
    edits: readable,
  };
}

/** A replacement without `insertedContent` is a deletion (3.57.4). */
function editOf(
  { deletedRegion, insertedContent }: z.infer<typeof replacement>,
  uri: string | undefined,
  unit: ColumnUnit,
): Edit | undefined {
  const region = regionOf(deletedRegion, unit);
  if (!region || uri === undefined) return undefined;
  if (!insertedContent) return { uri, region, text: "" };
  return typeof insertedContent.text === "string" ? { uri, region, text: insertedContent.text } : undefined;
}
