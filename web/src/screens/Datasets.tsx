import type { DatasetAnswer, DatasetsAnswer } from "../../../src/server/dataset-api.ts";
import { useAsked, useDesk } from "../data/ask.ts";
import { useRoute } from "../route.ts";
import { Empty, Failed, Waiting } from "../view/Parts.tsx";
import { Export } from "./datasets/Export.tsx";
import { Facts } from "./datasets/Facts.tsx";
import { LeftOut } from "./datasets/LeftOut.tsx";
import { Rows } from "./datasets/Rows.tsx";
import { Tokens } from "./datasets/Tokens.tsx";
import { Versions } from "./datasets/Versions.tsx";

/** What was exported to train with: each version, what is in it, what was left out, and where every row comes from. */
export function Datasets() {
  const { source } = useDesk();
  const { id } = useRoute();
  const asked = useAsked("datasets", (signal) => source.get<DatasetsAnswer>("/api/datasets", signal));
  const versions = asked.value?.datasets ?? [];
  const chosen = versions.find((version) => version.id === id) ?? versions[0];
  return (
    <div className="screen scrolls datasets-screen">
      <div className="screen-head">
        <h1>Datasets</h1>
        <span className="quiet">labelled and proved repairs, exported to train with</span>
      </div>
      <Export written={asked.again} />
      {asked.failure && <Failed failure={asked.failure} again={asked.again} />}
      {!asked.value && asked.waiting && <Waiting what="the datasets" />}
      {asked.value && !chosen && (
        <Empty title="Nothing was exported yet.">
          Label accepted patches as good, or correct bad ones (press g q). The preview shows what would be exported, and
          why the rest would not.
        </Empty>
      )}
      {chosen && (
        <>
          <Versions versions={versions} chosen={chosen.id} />
          <Chosen key={chosen.id} id={chosen.id} />
        </>
      )}
    </div>
  );
}

function Chosen({ id }: { readonly id: string }) {
  const { source } = useDesk();
  const path = `/api/datasets/${encodeURIComponent(id)}`;
  const asked = useAsked(path, (signal) => source.get<DatasetAnswer>(path, signal));
  if (asked.failure) return <Failed failure={asked.failure} again={asked.again} />;
  if (!asked.value) return <Waiting what="the manifest" />;
  const { dataset, manifest, refused } = asked.value;
  return (
    <>
      <Facts dataset={dataset} manifest={manifest} />
      <div className="datasets-columns">
        <LeftOut manifest={manifest} refused={refused} />
        <Tokens manifest={manifest} />
      </div>
      <Rows id={id} total={dataset.rows} />
    </>
  );
}
