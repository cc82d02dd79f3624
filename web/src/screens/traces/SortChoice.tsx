import { setParams } from "../../route.ts";

const SORTS = [
  ["newest", "Newest first"],
  ["oldest", "Oldest first"],
  ["cost", "Highest cost"],
  ["latency", "Longest latency"],
  ["attempts", "Most attempts"],
] as const;

export function SortChoice({ sort }: { readonly sort: string }) {
  return (
    <select
      aria-label="Order"
      value={sort}
      onChange={(event) =>
        setParams({ sort: event.target.value === "newest" ? undefined : event.target.value, row: undefined })
      }
    >
      {SORTS.map(([value, label]) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </select>
  );
}
