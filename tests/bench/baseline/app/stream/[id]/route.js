export const dynamic = "force-dynamic";

/** The proxy that anybody would write first: one upstream stream for each browser, passed on as it is. */
export async function GET(request, { params }) {
  const { id } = await params;
  const upstream = await fetch(`${process.env.API_URL}/v5/orders/${id}/subscribe`, {
    cache: "no-store",
    signal: request.signal,
  });
  return new Response(upstream.body, {
    headers: { "content-type": "text/event-stream", "cache-control": "no-cache, no-transform" },
  });
}
