import { STREAM_GAP_MS } from "@/lib/doctor/check-stream";
import { handle } from "@/lib/http/handle";
import { turnAway } from "../turn-away";

export const dynamic = "force-dynamic";

/** Two events with a pause between them: a proxy that collects them delivers both at once. */
export const GET = handle({ route: "/setup/stream" }, async ({ request, limit }) => {
  const refusal = await turnAway({ request, limit });
  if (refusal) return refusal;
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(encoder.encode("data: first\n\n"));
      const timer = setTimeout(() => {
        controller.enqueue(encoder.encode("data: last\n\n"));
        controller.close();
      }, STREAM_GAP_MS);
      request.signal.addEventListener("abort", () => clearTimeout(timer), { once: true });
    },
  });
  // The same headers as those of an order's stream, or the trial would prove nothing.
  return new Response(body, {
    headers: {
      "content-type": "text/event-stream; charset=utf-8",
      "cache-control": "no-cache, no-transform",
      "x-accel-buffering": "no",
    },
  });
});
