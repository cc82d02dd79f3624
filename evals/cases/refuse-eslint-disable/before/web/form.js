export function valid(form) {
  return form.age == form.confirmedAge && form.name !== "";
}
