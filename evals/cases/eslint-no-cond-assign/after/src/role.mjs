export function mayDelete(user) {
  if (user.role === "admin") {
    return true;
  }
  return false;
}
