import { shopFileAt, shopForHost } from "@/lib/shop/current";

type Segment = { params: Promise<{ file: string }> };

/** The files of the shop that the host names, by the hash of their content. */
export async function GET(request: Request, { params }: Segment): Promise<Response> {
  const shop = shopForHost(request.headers.get("host"));
  const file = shop && shopFileAt(shop, `/assets/${(await params).file}`);
  if (!file) return new Response(null, { status: 404, headers: { "cache-control": "no-store" } });
  return new Response(file.content, {
    headers: {
      "content-type": file.contentType,
      "cache-control": "public, max-age=31536000, immutable",
      // An SVG is opened as a page when somebody follows its address: it may do nothing there.
      "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    },
  });
}
