interface Profile {
  name: string;
  age: number;
}

interface Request {
  body: unknown;
}

function parseProfile(value: unknown): Profile {
  const { name, age } = value as Record<string, unknown>;
  if (typeof name !== "string" || typeof age !== "number") throw new TypeError("not a profile");
  return { name, age };
}

export function greeting(req: Request): string {
  const profile = parseProfile(req.body);
  return `${profile.name} is ${profile.age}`;
}
