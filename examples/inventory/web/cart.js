// The cart of the shop's page.

export function total(items) {
  var sum = 0;
  for (const item of items) {
    let price = item.price;
    sum += price * item.pieces;
  }
  return sum;
}

export function find(items, article) {
  return items.find((item) => item.article == article);
}

export function remember(items, storage) {
  try {
    storage.setItem("cart", JSON.stringify(items));
  } catch (error) {}
}
