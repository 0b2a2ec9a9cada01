/** So many orders stream at once in one browser; more would starve the shop's other requests of connections. */
const SLOTS = ["order-stream-1", "order-stream-2", "order-stream-3"];

/** Takes a place that all tabs share. Returns what gives it back, or nothing when all are taken. */
export async function takeStreamSlot(
  locks: Pick<LockManager, "request">,
): Promise<(() => void) | undefined> {
  for (const name of SLOTS) {
    const release = await takeLock(locks, name);
    if (release) return release;
  }
  return undefined;
}

/** A lock is held for as long as the promise that its callback returns is open. */
function takeLock(
  locks: Pick<LockManager, "request">,
  name: string,
): Promise<(() => void) | undefined> {
  return new Promise((resolve, reject) => {
    locks
      .request(name, { ifAvailable: true }, (lock) =>
        lock ? new Promise<void>((release) => resolve(release)) : resolve(undefined),
      )
      .catch(reject);
  });
}
