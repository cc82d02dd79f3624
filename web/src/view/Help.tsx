import { useEffect, useRef } from "react";
import { KEY_HELP } from "./keys.ts";

export function Help({ open, close }: { readonly open: boolean; readonly close: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (open) dialog.current?.showModal();
    else dialog.current?.close();
  }, [open]);
  return (
    <dialog
      ref={dialog}
      className="help"
      aria-label="Keys"
      onClose={close}
      onKeyDown={(event) => event.key === "?" && close()}
      onClick={(event) => event.target === event.currentTarget && close()}
    >
      <div className="help-body">
        <header>
          <h2>Keys</h2>
          <button type="button" className="small" onClick={close}>
            Close
          </button>
        </header>
        <div className="help-groups">
          {KEY_HELP.map(({ where, keys }) => (
            <section key={where}>
              <h3>{where}</h3>
              <dl>
                {keys.map(([key, does]) => (
                  <div key={key}>
                    <dt>
                      <kbd>{key}</kbd>
                    </dt>
                    <dd>{does}</dd>
                  </div>
                ))}
              </dl>
            </section>
          ))}
        </div>
      </div>
    </dialog>
  );
}
