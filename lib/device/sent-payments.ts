/** A payment that a wallet was asked to make. Without a hash nobody knows whether it was made. */
export type SentPayment = { reference: string; hash?: string; sentAt: string };

type SentStorage = Pick<Storage, "getItem" | "setItem" | "removeItem">;

type Locks = Pick<LockManager, "request">;

/** What keeps two tabs from asking twice. A test brings its own. */
export type SentDevice = {
  storage: SentStorage | undefined;
  locks: Locks | undefined;
  now(): Date;
};

export type AskOutcome =
  | { kind: "sent"; hash: string }
  /** The buyer said no in the wallet, so nothing was sent. */
  | { kind: "rejected" }
  /** The answer is lost: it may or may not have been sent. */
  | { kind: "unanswered" }
  /** A wallet has been asked before, here or in another tab. */
  | { kind: "already" }
  /** This browser keeps nothing, so nothing would stop a second payment. */
  | { kind: "unguarded" };

const PREFIX = "sent.v1.";
const HASH = /^[\w-]{32,128}$/;

/** Storage keys are one per order: a shared list could lose an entry when two tabs write at once. */
export const sentKey = (reference: string): string => PREFIX + reference;

/** What is stored of an order, or `undefined` when no wallet was asked. */
export function readSent(storage: SentStorage | undefined, reference: string): string | undefined {
  try {
    return storage?.getItem(sentKey(reference)) ?? undefined;
  } catch {
    // Blocked storage holds nothing; asking a wallet is refused there for the same reason.
    return undefined;
  }
}

/** Anything that is stored counts as sent: a damaged entry must not open the payment again. */
export function parseSent(raw: string, reference: string): SentPayment {
  try {
    const { hash, sentAt } = JSON.parse(raw) as Record<string, unknown>;
    return {
      reference,
      sentAt: typeof sentAt === "string" && !Number.isNaN(Date.parse(sentAt)) ? sentAt : "",
      ...(typeof hash === "string" && HASH.test(hash) && { hash }),
    };
  } catch {
    return { reference, sentAt: "" };
  }
}

/**
 * Asks a wallet to pay an order, at most once. It is written down before the wallet is asked, and
 * only a definite no takes it back.
 */
export async function askOnce(
  device: SentDevice,
  reference: string,
  ask: () => Promise<string>,
  isRejection: (error: unknown) => boolean,
): Promise<AskOutcome> {
  const outcome = await exclusively(device.locks, reference, async (): Promise<AskOutcome> => {
    const { storage } = device;
    if (readSent(storage, reference) !== undefined) return { kind: "already" };
    const sentAt = device.now().toISOString();
    if (!write(storage, { reference, sentAt })) return { kind: "unguarded" };
    try {
      const hash = await ask();
      if (!HASH.test(hash)) return { kind: "unanswered" };
      // The entry may have been taken away meanwhile: a hash is proof that it belongs there.
      write(storage, { reference, hash, sentAt });
      return { kind: "sent", hash };
    } catch (error) {
      if (!isRejection(error)) return { kind: "unanswered" };
      remove(storage, reference);
      return { kind: "rejected" };
    }
  });
  return outcome ?? { kind: "already" };
}

/**
 * The buyer says that the wallet sent nothing.
 * @returns whether the payment is open again; it is not while a wallet's answer is still awaited.
 */
export async function releaseSent(device: SentDevice, reference: string): Promise<boolean> {
  const released = await exclusively(device.locks, reference, async () => {
    remove(device.storage, reference);
    return true;
  });
  return released ?? false;
}

/** The order is over and forgotten: nobody can be asked to pay it again. */
export function dropSent(storage: SentStorage | undefined, reference: string): void {
  remove(storage, reference);
}

const waiting = new Set<string>();
const listeners = new Set<() => void>();

/** Runs alone in this tab and, where the browser has locks, in all tabs; `undefined` when it cannot. */
async function exclusively<T>(
  locks: Locks | undefined,
  reference: string,
  run: () => Promise<T>,
): Promise<T | undefined> {
  if (waiting.has(reference)) return undefined;
  waiting.add(reference);
  try {
    if (!locks) return await run();
    return await locks.request(sentKey(reference), { ifAvailable: true }, (lock) =>
      lock ? run() : undefined,
    );
  } finally {
    waiting.delete(reference);
  }
}

/** @returns whether the entry is really there afterwards. */
function write(storage: SentStorage | undefined, sent: SentPayment): boolean {
  const raw = JSON.stringify(sent);
  try {
    storage?.setItem(sentKey(sent.reference), raw);
  } catch {
    return false;
  }
  notify();
  return readSent(storage, sent.reference) === raw;
}

function remove(storage: SentStorage | undefined, reference: string): void {
  try {
    storage?.removeItem(sentKey(reference));
  } catch {
    // Storage that became blocked keeps the payment closed, which is the safe side.
  }
  notify();
}

function notify(): void {
  for (const listener of listeners) listener();
}

/** Changes of any tab, and what a page may have missed while it was frozen. */
export function watchSent(listener: () => void): () => void {
  const events = ["storage", "pageshow", "focus"] as const;
  listeners.add(listener);
  for (const event of events) window.addEventListener(event, listener);
  return () => {
    listeners.delete(listener);
    for (const event of events) window.removeEventListener(event, listener);
  };
}
