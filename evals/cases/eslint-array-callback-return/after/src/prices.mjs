export function withVat(prices, vat) {
  return prices.map((price) => {
    return Math.round(price * (1 + vat) * 100) / 100;
  });
}
