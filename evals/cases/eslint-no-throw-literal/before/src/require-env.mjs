export function requireEnv(env, name) {
  const value = env[name];
  if (!value) throw `${name} is not set`;
  return value;
}
