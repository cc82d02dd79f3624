import { useState } from "react";

/** Copies a text as it is, hidden characters included. */
export function CopyButton({ text, label }: { readonly text: string; readonly label: string }) {
  const [said, setSaid] = useState("Copy");
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text);
      setSaid("Copied");
    } catch {
      setSaid("Not allowed");
    }
    setTimeout(() => setSaid("Copy"), 1500);
  };
  return (
    <button type="button" className="small" aria-label={label} onClick={() => void copy()}>
      {said}
    </button>
  );
}
