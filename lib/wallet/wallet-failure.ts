import { membersOf } from "../is-record";

/** Why a payment from a browser wallet stopped before anything was sent; each has its own words. */
export const FAILURE_KINDS = [
  "rejected",
  "connect_rejected",
  "busy",
  "wrong_chain",
  "insufficient",
  "insufficient_fee",
  "recipient",
  "order_moved",
  "unguarded",
  "unreachable",
  "unknown",
] as const;

export type FailureKind = (typeof FAILURE_KINDS)[number];

type Facts = {
  /** What the account holds and what it needs, decimals in the coin. */
  held?: string;
  needed?: string;
};

/** An expected end of the way to a payment. */
export class WalletFailure extends Error {
  readonly kind: FailureKind;
  readonly facts: Facts;

  constructor(kind: FailureKind, facts: Facts = {}) {
    super(kind);
    this.name = "WalletFailure";
    this.kind = kind;
    this.facts = facts;
  }
}

const USER_REJECTED = 4001;
const ALREADY_ASKING = -32002;

/** The code of a wallet's error; some wallets wrap the one that matters. */
export function errorCode(error: unknown): number | undefined {
  const { code, data } = membersOf(error);
  const inner = membersOf(membersOf(data).originalError).code;
  if (typeof inner === "number") return inner;
  return typeof code === "number" ? code : undefined;
}

/**
 * Whether the buyer refused, which is certain only by the code, or by the words that wallets without
 * codes begin their message with.
 */
export function isRejection(error: unknown): boolean {
  if (errorCode(error) === USER_REJECTED) return true;
  const { message } = membersOf(error);
  return (
    typeof message === "string" &&
    /^(the )?user (has )?(rejected|denied|declined|cancell?ed)\b/i.test(message)
  );
}

export const isAskingAlready = (error: unknown): boolean => errorCode(error) === ALREADY_ASKING;

/** What an unexpected error means to the buyer, at a time when nothing has been sent. */
export function toFailure(error: unknown, whenRejected: FailureKind): WalletFailure {
  if (error instanceof WalletFailure) return error;
  if (isRejection(error)) return new WalletFailure(whenRejected);
  return new WalletFailure(isAskingAlready(error) ? "busy" : "unknown");
}
