import type { JobOrder } from "../../../src/server/job-api.ts";
import { CopyButton } from "../view/CopyButton.tsx";
import { useKeys } from "../view/keys.ts";
import { Kbd } from "../view/Parts.tsx";
import { Safe } from "../view/Safe.tsx";
import type { JobDesk } from "./use-job.ts";

interface JobButtonProps {
  readonly desk: JobDesk;
  readonly name: string;
  /** Starts it too; as in `KeyboardEvent.key`. */
  readonly keyName: string;
  /** Undefined: there is nothing to do it with. */
  readonly order: JobOrder | undefined;
  /** What does the same in a terminal. */
  readonly command: string;
  readonly primary?: boolean;
}

/** Starts a job; where nothing can be started, the command to type. */
export function JobButton({ desk, name, keyName, order, command, primary }: JobButtonProps) {
  const ready = desk.can && !desk.busy && order !== undefined;
  const press = (): void => {
    if (order) desk.start(order);
  };
  useKeys({ [keyName]: press }, ready);
  if (!desk.can)
    return (
      <span className="job-command">
        <span className="quiet">{name}:</span>{" "}
        <code>
          <Safe text={command} most={200} />
        </code>{" "}
        <CopyButton text={command} label={`Copy the command: ${name}`} />
      </span>
    );
  return (
    <button type="button" className={primary ? "primary" : ""} disabled={!ready} title={command} onClick={press}>
      {name} <Kbd>{keyName}</Kbd>
    </button>
  );
}
