export function report(rows) {
  const lines = [];
  for (const row of rows) {
    if (row.state == "open") lines.push(`${row.id}: ${row.title}`);
  }
  return lines.join("\r\n");
}
