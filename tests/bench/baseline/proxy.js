import { NextResponse } from "next/server";

/** What the shop's own does with every page: another internal path, and a header. */
export default function proxy(request) {
  const response = NextResponse.rewrite(new URL("/", request.url));
  response.headers.set("content-security-policy", "default-src 'self'");
  return response;
}

export const config = { matcher: ["/((?!_next/static/|stream/).*)"] };
