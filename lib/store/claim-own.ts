import { store } from "./current-store";

/**
 * Claims a key with a value that nobody else has. A store that answers too late may have set it all the
 * same; then the key is given back before the error is passed on.
 */
export async function claimOwn(key: string, value: string, ttlSeconds: number): Promise<boolean> {
  try {
    return await store().claim(key, value, ttlSeconds);
  } catch (error) {
    // When this fails as well, the key runs out by itself.
    await store()
      .deleteIf(key, value)
      .catch(() => {});
    throw error;
  }
}
