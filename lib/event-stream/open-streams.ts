import "server-only";
import { shutdown } from "../shutdown";

type OpenStream = {
  /** Called every second. */
  beat(): void;
  /** This process ends. */
  comeBack(): void;
};

const BEAT_MS = 1_000;
/** A second has as many turns; streams take theirs by when they came, so that a crowd does not beat at once. */
const TURNS = 20;

const turns = Array.from({ length: TURNS }, () => new Set<OpenStream>());
let open = 0;
let turn = 0;
let clock: NodeJS.Timeout | undefined;
let ending: AbortSignal | undefined;

/** One clock and one ear for the end of the process, however many streams are open. */
export function keepOpen(stream: OpenStream): () => void {
  if (open === 0) {
    clock = setInterval(takeTurn, BEAT_MS / TURNS);
    ending = shutdown().signal;
    ending.addEventListener("abort", sendHome, { once: true });
  }
  open += 1;
  const mine = turns[turn];
  mine?.add(stream);
  return () => {
    if (!mine?.delete(stream)) return;
    open -= 1;
    if (open > 0) return;
    clearInterval(clock);
    ending?.removeEventListener("abort", sendHome);
  };
}

function takeTurn(): void {
  turn = (turn + 1) % TURNS;
  for (const stream of turns[turn] ?? []) stream.beat();
}

function sendHome(): void {
  for (const streams of turns) for (const stream of streams) stream.comeBack();
}
