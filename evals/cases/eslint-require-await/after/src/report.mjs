export async function report(load) {
  const rows = await load();
  return { count: rows.length, first: rows[0] };
}
