export function toTsv(rows) {
	var separator = "	";
	return rows.map((row) => row.join(separator)).join("\n");
}
