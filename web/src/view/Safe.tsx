// biome-ignore-all lint/suspicious/noArrayIndexKey: the parts of a text have no identity but their place
import { memo } from "react";
import { visibleParts } from "../text/visible.ts";

const MOST = 400;

/**
 * A text from outside as text: characters that hide or turn text around are shown as what they are. Longer than `most`
 * UTF-16 units, it is cut and says so.
 */
export const Safe = memo(function Safe({ text, most = MOST }: { readonly text: string; readonly most?: number }) {
  const cut = text.length > most ? text.slice(0, most) : text;
  return (
    <bdi className="safe">
      {visibleParts(cut).map((part, at) =>
        part.mark === undefined ? (
          part.text
        ) : (
          <span key={at} className="hidden-mark" title={part.mark}>
            {part.text}
          </span>
        ),
      )}
      {cut.length < text.length && (
        <span className="cut"> … {(text.length - cut.length).toLocaleString("en")} more</span>
      )}
    </bdi>
  );
});
