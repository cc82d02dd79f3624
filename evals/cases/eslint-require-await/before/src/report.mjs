export async function report(load) {
  const rows = load();
  return { count: rows.length, first: rows[0] };
}
