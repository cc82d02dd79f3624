export function noStore(request, response, next, options) {
  if (request.method !== "GET") response.setHeader("cache-control", "no-store");
  next();
}
