"use client";

import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from "react";
import { deviceStorage } from "@/lib/device/device-storage";
import {
  parseSent,
  readSent,
  releaseSent,
  type SentDevice,
  type SentPayment,
  watchSent,
} from "@/lib/device/sent-payments";
import { payOrder, type ReadyPayment, type WalletStep } from "@/lib/wallet/pay-order";
import { toFailure, type WalletFailure } from "@/lib/wallet/wallet-failure";
import type { WalletMessages } from "./wallet-messages";

/** What the server gives to the page so that it can offer browser wallets. */
export type WalletSetup = {
  words: WalletMessages;
  /** Whether the shop has a node to read Solana through. */
  solana: boolean;
};

export type Attempt =
  | { kind: "idle" }
  | { kind: "running"; wallet: string; step: WalletStep }
  | { kind: "failed"; wallet: string; failure: WalletFailure };

export type Payment = {
  wallet: string;
  prepare(onStep: (step: WalletStep) => void): Promise<ReadyPayment>;
  stillDue(): Promise<boolean>;
};

type WalletContextValue = WalletSetup & {
  demo: boolean;
  /** What a wallet was asked to send for this order, in whatever tab. */
  sent: SentPayment | undefined;
  attempt: Attempt;
  /** Does nothing while another attempt runs. */
  pay(payment: Payment): void;
  /** Gives up whatever has not reached the wallet's last question yet. */
  cancel(): void;
  /** Forgets how the last attempt ended. */
  dismiss(): void;
  /** The buyer's word that the wallet sent nothing. */
  release(): Promise<boolean>;
};

export const WalletContext = createContext<WalletContextValue | undefined>(undefined);

/** `undefined` where browser wallets are not part of the page. */
export function useWallet(): WalletContextValue | undefined {
  return useContext(WalletContext);
}

type Props = {
  setup: WalletSetup | undefined;
  reference: string;
  demo: boolean;
  children: ReactNode;
};

/**
 * Holds an attempt to pay above the payment card, which leaves the page in the moment in which the
 * wallet is asked.
 */
export function WalletProvider({ setup, reference, demo, children }: Props) {
  const [attempt, setAttempt] = useState<Attempt>({ kind: "idle" });
  const running = useRef<AbortController>(undefined);
  const sent = useSent(reference);

  const pay = useCallback(
    ({ wallet, prepare, stillDue }: Payment) => {
      if (running.current) return;
      const controller = new AbortController();
      running.current = controller;
      const onStep = (step: WalletStep) => setAttempt({ kind: "running", wallet, step });
      const { signal } = controller;
      payOrder({ reference, device: sentDevice(), prepare, stillDue, onStep, signal })
        .then(() => setAttempt({ kind: "idle" }))
        .catch((error: unknown) => {
          const failure = toFailure(error, "rejected");
          // Who closed the list is not told about it.
          const told = !(signal.aborted && failure.kind === "order_moved");
          setAttempt(told ? { kind: "failed", wallet, failure } : { kind: "idle" });
        })
        .finally(() => {
          running.current = undefined;
        });
    },
    [reference],
  );
  const cancel = useCallback(() => running.current?.abort(), []);
  const dismiss = useCallback(
    () => setAttempt((last) => (last.kind === "failed" ? { kind: "idle" } : last)),
    [],
  );
  const release = useCallback(() => releaseSent(sentDevice(), reference), [reference]);

  const value = useMemo(
    () => setup && { ...setup, demo, sent, attempt, pay, cancel, dismiss, release },
    [setup, demo, sent, attempt, pay, cancel, dismiss, release],
  );
  return <WalletContext value={value}>{children}</WalletContext>;
}

function useSent(reference: string): SentPayment | undefined {
  const raw = useSyncExternalStore(
    watchSent,
    () => readSent(deviceStorage(), reference),
    () => undefined,
  );
  return useMemo(
    () => (raw === undefined ? undefined : parseSent(raw, reference)),
    [raw, reference],
  );
}

const sentDevice = (): SentDevice => ({
  storage: deviceStorage(),
  // Absent on insecure pages and in old browsers, whatever the types say.
  locks: (navigator as { locks?: LockManager }).locks,
  now: () => new Date(),
});
