import "server-only";
import { shutdown } from "../shutdown";

type OpenStream = {
  /** Called every second. */
  beat(): void;
  /** This process ends. */
  comeBack(): void;
};

const BEAT_MS = 1_000;

const open = new Set<OpenStream>();
let clock: NodeJS.Timeout | undefined;
let ending: AbortSignal | undefined;

/** One clock and one ear for the end of the process, however many streams are open. */
export function keepOpen(stream: OpenStream): () => void {
  if (open.size === 0) {
    clock = setInterval(beat, BEAT_MS);
    ending = shutdown().signal;
    ending.addEventListener("abort", sendHome, { once: true });
  }
  open.add(stream);
  return () => {
    if (!open.delete(stream) || open.size > 0) return;
    clearInterval(clock);
    ending?.removeEventListener("abort", sendHome);
  };
}

function beat(): void {
  for (const stream of open) stream.beat();
}

function sendHome(): void {
  for (const stream of open) stream.comeBack();
}
