import { shopFileAt, shopForHost } from "@/lib/shop/current";

type Segment = { params: Promise<{ file: string }> };

/** An SVG is opened as a page when somebody follows its address: it may do nothing there. */
const NOTHING = "default-src 'none'; style-src 'unsafe-inline'; sandbox";
const FOR_EVER = "public, max-age=31536000, immutable";

/** The files of the shop that the host names, by the hash of their content. */
export async function GET(request: Request, { params }: Segment): Promise<Response> {
  const shop = shopForHost(request.headers.get("host"));
  const { file: name } = await params;
  if (!shop) return notFound();
  const file = shopFileAt(shop, `/assets/${name}`);
  return file ? answer(file.content, file.contentType, FOR_EVER) : notFound();
}

const notFound = () =>
  new Response(null, { status: 404, headers: { "cache-control": "no-store" } });

function answer(body: BodyInit, contentType: string, cacheControl: string): Response {
  return new Response(body, {
    headers: {
      "content-type": contentType,
      "cache-control": cacheControl,
      "content-security-policy": NOTHING,
    },
  });
}
