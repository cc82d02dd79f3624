export function label({ street, number, zip, city }) {
  return street + " " + number + ", " + zip + " " + city;
}
