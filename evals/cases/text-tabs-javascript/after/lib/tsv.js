export function toTsv(rows) {
	const separator = "	";
	return rows.map((row) => row.join(separator)).join("\n");
}
