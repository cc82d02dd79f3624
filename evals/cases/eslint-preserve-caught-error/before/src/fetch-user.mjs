export async function fetchUser(client, id) {
  try {
    return await client.get(`/users/${id}`);
  } catch (error) {
    throw new Error(`user ${id} could not be loaded`);
  }
}
