import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

const config: NextConfig = {
  output: "standalone",
  poweredByHeader: false,
  reactStrictMode: true,
  typedRoutes: false,
  images: { unoptimized: true },
  // Metadata decides the status of a page here, so no page may stream before it is known.
  htmlLimitedBots: /.*/,
  // How long a cache in front may go on with an old page while it fetches a new one: without a bound it
  // would be a year, and a shop's old look would live as long on pages that few people open.
  expireTime: 86_400,
  experimental: {
    // Every distinct slug would write files for ever; the page cache lives in memory instead.
    isrFlushToDisk: false,
    globalNotFound: true,
  },
  serverExternalPackages: ["pino", "ioredis"],
  // A browser asks for this by itself on a page that could name no icon.
  rewrites: async () => [{ source: "/favicon.ico", destination: "/icon.svg" }],
  headers: async () => [
    {
      source: "/:path*",
      headers: [
        { key: "x-content-type-options", value: "nosniff" },
        { key: "referrer-policy", value: "strict-origin-when-cross-origin" },
        { key: "cross-origin-opener-policy", value: "same-origin" },
        { key: "permissions-policy", value: "camera=(), microphone=(), geolocation=()" },
        { key: "strict-transport-security", value: "max-age=31536000" },
      ],
    },
  ],
};

export default createNextIntlPlugin("./lib/i18n/request.ts")(config);
