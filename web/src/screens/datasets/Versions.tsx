import type { DatasetVersion } from "../../../../src/domain/dataset.ts";
import { linkTo } from "../../route.ts";
import { count, moment } from "../../text/figures.ts";
import { Panel } from "../../view/Parts.tsx";
import { Safe } from "../../view/Safe.tsx";

/** Every export, newest first. */
export function Versions({
  versions,
  chosen,
}: {
  readonly versions: readonly DatasetVersion[];
  readonly chosen: string;
}) {
  return (
    <Panel title="Versions" side={<span className="quiet number">{count(versions.length)}</span>}>
      <div className="datasets-scroll">
        <table className="rows datasets-table">
          <thead>
            <tr>
              <th>Dataset</th>
              <th>Format</th>
              <th className="number">Rows</th>
              <th className="number">Tokens, about</th>
              <th>Content</th>
              <th>Exported</th>
            </tr>
          </thead>
          <tbody>
            {versions.map(({ id, dataset, version, format, rows, tokens, contentHash, createdAt }) => (
              <tr key={id} className={id === chosen ? "chosen" : ""}>
                <td>
                  <a href={linkTo("datasets", id)} aria-current={id === chosen ? "true" : undefined}>
                    <Safe text={`${dataset} v${version}`} most={80} />
                  </a>
                </td>
                <td>{format}</td>
                <td className="number">{count(rows)}</td>
                <td className="number">{count(tokens)}</td>
                <td>
                  <code>{contentHash.slice(0, 12)}</code>
                </td>
                <td>{moment(createdAt)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}
