import { randomUUID } from "node:crypto";
import { shutdown } from "@/lib/shutdown";
import { store } from "@/lib/store/current-store";

export const dynamic = "force-dynamic";

const STORE_TIMEOUT_MS = 1_000;

/** Configuration is checked before the process listens, so what is left is the store and shutting down. */
export async function GET(): Promise<Response> {
  const ready = !shutdown().signal.aborted && (await storeAnswers());
  return Response.json(
    { status: ready ? "ok" : "unavailable" },
    {
      status: ready ? 200 : 503,
      headers: { "cache-control": "no-store", "x-request-id": randomUUID() },
    },
  );
}

async function storeAnswers(): Promise<boolean> {
  const late = new Promise<false>((resolve) => setTimeout(() => resolve(false), STORE_TIMEOUT_MS));
  const answer = store()
    .get("health")
    .then(() => true)
    .catch(() => false);
  return Promise.race([answer, late]);
}
