export function total(lines, vat) {
  let net = lines.reduce((sum, line) => sum + line.price * line.count, 0);
  let tax = 0;
  if (vat) tax = net * vat;
  return Math.round((net + tax) * 100) / 100;
}
