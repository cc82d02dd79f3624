export function showComments(list, comments) {
  list.innerHTML = "";
  for (const comment of comments) {
    const item = document.createElement("li");
    item.innerHTML = comment.text;
    list.append(item);
  }
}
