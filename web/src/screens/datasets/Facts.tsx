import type { ReactNode } from "react";
import type { DatasetVersion } from "../../../../src/domain/dataset.ts";
import type { DatasetAnswer } from "../../../../src/server/dataset-api.ts";
import { count, plural } from "../../text/figures.ts";
import { Panel } from "../../view/Parts.tsx";
import { Safe } from "../../view/Safe.tsx";

type Manifest = DatasetAnswer["manifest"];

/** What a version is made of. */
export function Facts({ dataset, manifest }: { readonly dataset: DatasetVersion; readonly manifest: Manifest }) {
  const { split, proved, repositories, rules, answers, models, warnings, heldOut } = manifest;
  const notTried = Object.entries(proved.notTried);
  return (
    <Panel
      title={`${dataset.dataset} v${dataset.version}`}
      side={<span className="quiet">PatchPro {manifest.tool.version}</span>}
    >
      <dl className="datasets-facts">
        <Fact name="Rows">
          {count(manifest.rows)} of {plural(manifest.considered, "labelled attempt")}
        </Fact>
        <Fact name={`Split by ${split.by}, seed ${split.seed}`}>
          <SplitBar manifest={manifest} />
        </Fact>
        <Fact name="Proved again by the ladder">
          {count(proved.again)} of {count(manifest.rows)}
          {notTried.map(([why, n]) => (
            <span key={why} className="quiet">
              ; {count(n)} not: <Safe text={why} />
            </span>
          ))}
        </Fact>
        <Fact name="Answers">{listed(Object.entries(answers), 4)}</Fact>
        <Fact name="Rules">
          <Safe text={listed(Object.entries(rules), 12)} />
        </Fact>
        <Fact name="Models that answered">
          <Safe text={listed(Object.entries(models), 6)} />
        </Fact>
        <Fact name="Repositories and licences">
          <Safe
            text={
              Object.entries(repositories)
                .slice(0, 12)
                .map(([name, { rows, licences }]) => `${name} ${count(rows)} (${licences.join(", ")})`)
                .join(", ") || "none"
            }
            most={1000}
          />
        </Fact>
        <Fact name="Compared with">
          {plural(heldOut, "held-out case, finding or label", "held-out cases, findings and labels")}
        </Fact>
      </dl>
      {warnings.map((warning) => (
        <p key={warning} className="datasets-warning">
          <Safe text={warning} />
        </p>
      ))}
    </Panel>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function SplitBar({ manifest: { files, split, rows } }: { readonly manifest: Manifest }) {
  const held = files.find((file) => file.split === "validation")?.rows ?? 0;
  const share = rows === 0 ? 0 : held / rows;
  const unit = split.by === "file" ? "file" : split.by === "repository" ? "repository" : "group";
  const units = unit === "repository" ? "repositories" : `${unit}s`;
  return (
    <>
      {count(rows - held)} to train ({plural(split.groups.train, unit, units)}), {count(held)} to validate (
      {plural(split.groups.validation, unit, units)})
      <svg className="datasets-split" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
        <rect className="train" x="0" y="0" width={100 * (1 - share)} height="6" />
        <rect className="validation" x={100 * (1 - share)} y="0" width={100 * share} height="6" />
      </svg>
    </>
  );
}

function listed(counts: readonly (readonly [string, number])[], most: number): string {
  const more = counts.length > most ? `, ${counts.length - most} more` : "";
  const words = counts.slice(0, most).map(([name, n]) => `${name.replaceAll("-patch", " patch")} ${count(n)}`);
  return words.length === 0 ? "none" : words.join(", ") + more;
}
