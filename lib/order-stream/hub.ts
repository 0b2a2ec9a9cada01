import "server-only";
import { isDeepStrictEqual } from "node:util";
import { UpstreamError } from "../cryptorefills/errors";
import type { Identity } from "../cryptorefills/headers";
import type { UpstreamOrder } from "../cryptorefills/schemas/order";
import { openOrderStream } from "../cryptorefills/stream";
import { limitKeyOfIp } from "../http/client-ip";
import { describeError, log } from "../log";
import { phaseOf, watchOf } from "../orders/status";
import { backoffMs } from "./backoff";
import { noteEvent, readOrder } from "./read-order";

/** While the stream is alive the hub still reads now and then: a push is a hint, the read is the truth. */
const SLOW_READ_FACTOR = 6;
const SLOWEST_READ_MS = 5 * 60_000;
const FIRST_READ_SECONDS = 5;

export type Subscriber = {
  onOrder(order: UpstreamOrder): void;
  /** Nothing more comes by stream. */
  onStop(): void;
  /** Somebody gave up the right to the order: whoever still has it shows it anew. */
  onRightsChanged(): void;
};

type Channel = {
  shopId: string;
  orderId: string;
  identity: Identity;
  subscribers: Set<Subscriber>;
  last?: UpstreamOrder;
  stream?: { close(): void };
  connected: boolean;
  attempt: number;
  reconnect?: NodeJS.Timeout;
  read?: NodeJS.Timeout;
};

type Hub = {
  channels: Map<string, Channel>;
  /** How many browsers watch from an address, as limits count those; here so that a cap costs no search. */
  addresses: Map<string, number>;
  browsers: number;
};

const holder = globalThis as typeof globalThis & { __storefrontHub?: Hub };

function hub(): Hub {
  holder.__storefrontHub ??= { channels: new Map(), addresses: new Map(), browsers: 0 };
  return holder.__storefrontHub;
}
const channels = () => hub().channels;

function count(ip: string, change: 1 | -1): void {
  const { addresses } = hub();
  const key = limitKeyOfIp(ip);
  const watching = (addresses.get(key) ?? 0) + change;
  if (watching > 0) addresses.set(key, watching);
  else addresses.delete(key);
  hub().browsers += change;
}

/** How many browsers watch this order here, how many from this address, and how many in all. */
export function hubLoad(
  shopId: string,
  orderId: string,
  ip: string,
): { order: number; address: number; process: number } {
  return {
    order: channels().get(`${shopId}|${orderId}`)?.subscribers.size ?? 0,
    address: hub().addresses.get(limitKeyOfIp(ip)) ?? 0,
    process: hub().browsers,
  };
}

/** How many browsers watch here, and how many orders are watched for them upstream. */
export function hubTotals(): { browsers: number; orders: number } {
  return { browsers: hub().browsers, orders: channels().size };
}

/** The orders of a shop that are watched here. */
export function watchedOrders(shopId: string): string[] {
  return [...channels().values()].flatMap((channel) =>
    channel.shopId === shopId ? [channel.orderId] : [],
  );
}

/**
 * Joins the one upstream stream of an order in this process. The last known order comes at once.
 * @returns a function that leaves again; the last one to leave closes the upstream stream.
 */
export function subscribeToOrder(
  shopId: string,
  orderId: string,
  identity: Identity,
  subscriber: Subscriber,
): () => void {
  const key = `${shopId}|${orderId}`;
  let channel = channels().get(key);
  if (!channel) {
    channel = {
      shopId,
      orderId,
      identity,
      subscribers: new Set(),
      connected: false,
      attempt: 0,
    };
    channels().set(key, channel);
    connect(channel);
    scheduleRead(channel);
  }
  const joined = channel;
  joined.subscribers.add(subscriber);
  count(identity.ip, 1);
  if (joined.last) subscriber.onOrder(joined.last);
  return () => {
    if (!joined.subscribers.delete(subscriber)) return;
    count(identity.ip, -1);
    if (joined.subscribers.size === 0) end(key, joined);
  };
}

function end(key: string, channel: Channel): void {
  if (channels().get(key) === channel) channels().delete(key);
  clearTimeout(channel.reconnect);
  clearTimeout(channel.read);
  channel.stream?.close();
}

const isLive = (channel: Channel): boolean =>
  channels().get(`${channel.shopId}|${channel.orderId}`) === channel;

/** Opens the stream first and reads the order once it stands, so that nothing falls between the two. */
function connect(channel: Channel): void {
  channel.stream = openOrderStream(channel.identity, channel.orderId, {
    onOpen: () => {
      channel.connected = true;
      void readNow(channel);
    },
    onOrder: (order) => {
      channel.attempt = 0;
      noteEvent(channel.shopId, channel.orderId, order);
      publish(channel, order);
      if (isOver(order)) void readNow(channel);
    },
    onStop: () => {
      channel.connected = false;
      void readNow(channel).then(() => stop(channel));
    },
    onClose: (error) => {
      if (!isLive(channel)) return;
      const wasConnected = channel.connected;
      const isFirstTry = channel.attempt === 0 && !channel.last;
      channel.connected = false;
      if (error) log.debug({ event: "stream_lost", error: describeError(error) });
      const waitMs = Math.max(backoffMs(channel.attempt), askedToWaitMs(error));
      channel.reconnect = setTimeout(() => connect(channel), waitMs);
      channel.attempt += 1;
      // A stream that fails again and again must not put the read off each time.
      if (wasConnected) scheduleRead(channel);
      // Who has seen nothing yet does not wait for the stream to come back.
      else if (isFirstTry && askedToWaitMs(error) === 0) void readNow(channel);
    },
  });
}

function publish(channel: Channel, order: UpstreamOrder): void {
  // The read that confirms the end of an order has nothing to add to it.
  const isConfirmation = isOver(order) && isDeepStrictEqual(order, channel.last);
  channel.last = order;
  if (isConfirmation) return;
  for (const subscriber of [...channel.subscribers]) subscriber.onOrder(order);
  scheduleRead(channel);
}

async function readNow(channel: Channel): Promise<void> {
  try {
    const order = await readOrder(channel.shopId, channel.orderId, channel.identity, {
      fresh: true,
    });
    if (!isLive(channel)) return;
    publish(channel, order);
    // Upstream need not say stop for an order that it says is over.
    if (isOver(order)) stop(channel);
  } catch (error) {
    // The last good state stays; the next read or event replaces it.
    log.warn({ event: "order_read_failed", error: describeError(error) });
    scheduleRead(channel, askedToWaitMs(error));
  }
}

/** Sends everybody home; the last one to leave closes the channel. */
function stop(channel: Channel): void {
  for (const subscriber of [...channel.subscribers]) subscriber.onStop();
}

/** Has every browser that watches an order in this process come back with the rights that it then has. */
export function askForRights(shopId: string, orderId: string): void {
  const watching = channels().get(`${shopId}|${orderId}`)?.subscribers ?? [];
  for (const subscriber of [...watching]) subscriber.onRightsChanged();
}

const handlingOf = (order: UpstreamOrder) =>
  watchOf(phaseOf(order.order_state, order.payment_state), false);

/** Nothing more will come, by stream or by reading. */
function isOver(order: UpstreamOrder): boolean {
  const { stream, pollSeconds } = handlingOf(order);
  return !stream && pollSeconds === undefined;
}

const askedToWaitMs = (error: unknown): number =>
  error instanceof UpstreamError ? (error.retryAfterSeconds ?? 0) * 1000 : 0;

function scheduleRead(channel: Channel, atLeastMs = 0): void {
  clearTimeout(channel.read);
  if (!isLive(channel)) return;
  const pollSeconds = (channel.last && handlingOf(channel.last).pollSeconds) ?? FIRST_READ_SECONDS;
  const paceMs = pollSeconds * 1000 * (channel.connected ? SLOW_READ_FACTOR : 1);
  const waitMs = Math.max(atLeastMs, Math.min(SLOWEST_READ_MS, paceMs));
  channel.read = setTimeout(() => void readNow(channel), waitMs);
}
