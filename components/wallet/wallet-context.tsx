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
import type { Job, WalletStep } from "@/lib/wallet/pay-order";
import type { WalletFailure } from "@/lib/wallet/wallet-failure";
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
  /** The whole way to the wallet's answer; it ends with what stopped it. */
  run(
    job: Pick<Job, "reference" | "device" | "onStep" | "signal">,
  ): Promise<WalletFailure | undefined>;
};

type Running = { wallet: string; stop: AbortController; asked: boolean };

type WalletContextValue = WalletSetup & {
  demo: boolean;
  /** What a wallet was asked to send for this order, in whatever tab. */
  sent: SentPayment | undefined;
  attempt: Attempt;
  /** Takes the place of an attempt that has not asked for the payment yet; after that it does nothing. */
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
  const running = useRef<Running>(undefined);
  const sent = useSent(reference);

  const cancel = useCallback(() => {
    // What a wallet was asked to send it may still send.
    if (!running.current || running.current.asked) return;
    running.current.stop.abort();
    running.current = undefined;
    setAttempt({ kind: "idle" });
  }, []);
  const pay = useCallback(
    ({ wallet, run }: Payment) => {
      if (running.current?.wallet === wallet) return;
      cancel();
      if (running.current) return;
      const mine: Running = { wallet, stop: new AbortController(), asked: false };
      running.current = mine;
      const { signal } = mine.stop;
      const onStep = (step: WalletStep) => {
        // A wallet that answers late is asked for nothing more.
        signal.throwIfAborted();
        mine.asked = step === "asking";
        setAttempt({ kind: "running", wallet, step });
      };
      void run({ reference, device: sentDevice(), onStep, signal }).then((failure) => {
        if (running.current !== mine) return;
        running.current = undefined;
        setAttempt(failure ? { kind: "failed", wallet, failure } : { kind: "idle" });
      });
    },
    [reference, cancel],
  );
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
