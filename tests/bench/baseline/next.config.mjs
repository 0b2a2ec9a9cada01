/** The least that Next can be, with the headers of the shop: what the shop adds is measured against it. */
export default {
  poweredByHeader: false,
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
