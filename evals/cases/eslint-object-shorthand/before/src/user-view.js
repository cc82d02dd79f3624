export function view(user) {
  const name = user.name.trim();
  const initials = name.split(" ").map((part) => part[0]).join("");
  return { name: name, initials: initials, since: user.created.getFullYear() };
}
