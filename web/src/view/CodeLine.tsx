// biome-ignore-all lint/suspicious/noArrayIndexKey: the parts of a text have no identity but their place
import { memo } from "react";
import { inkParts } from "../text/colour.ts";
import { visibleParts } from "../text/visible.ts";
import { wordParts } from "../text/words.ts";

const MOST = 1500;

interface CodeLineProps {
  readonly text: string;
  readonly fileType: string;
  /** The line it stands for, or that stands for it. */
  readonly pair?: string | undefined;
}

/** One line of code: light colours, changed words marked, hidden characters shown. Worked out when it comes into sight. */
export const CodeLine = memo(function CodeLine({ text, fileType, pair }: CodeLineProps) {
  const line = text.endsWith("\r") ? text.slice(0, -1) : text;
  const cut = line.length > MOST ? line.slice(0, MOST) : line;
  const words = pair === undefined ? [{ text: cut, changed: false }] : wordParts(cut, pair.slice(0, MOST));
  return (
    <bdi className="code-line">
      {words.map((word, at) => {
        const inner = <Inked key={at} text={word.text} fileType={fileType} />;
        return word.changed ? <mark key={at}>{inner}</mark> : inner;
      })}
      {cut.length < line.length && (
        <span className="cut"> … {(line.length - cut.length).toLocaleString("en")} more</span>
      )}
      {line.length < text.length && (
        <span className="hidden-mark" title="carriage return">
          ␍
        </span>
      )}
    </bdi>
  );
});

function Inked({ text, fileType }: { readonly text: string; readonly fileType: string }) {
  return inkParts(text, fileType).map((part, at) => (
    <span key={at} className={part.ink === "plain" ? undefined : `ink-${part.ink}`}>
      {visibleParts(part.text).map((piece, index) =>
        piece.mark === undefined ? (
          piece.text
        ) : (
          <span key={index} className="hidden-mark" title={piece.mark}>
            {piece.text}
          </span>
        ),
      )}
    </span>
  ));
}
