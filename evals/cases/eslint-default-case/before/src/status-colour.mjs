export function colour(status) {
  switch (status) {
    case "ok":
      return "green";
    case "slow":
      return "yellow";
    case "down":
      return "red";
  }
}
