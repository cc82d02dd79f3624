export function noStore(request, response, next) {
  if (request.method !== "GET") response.setHeader("cache-control", "no-store");
  next();
}
