// Answers a page of the shop without a connection with an empty page that says so; on the page of an order,
// and on their list, it reads this device's own copy of the payment and the codes kept here. The worker
// never keeps a page that came from the shop.
const CACHE = "offline-v1";
const SCRIPTS = ["/offline.js", "/offline-codes.js"];

self.addEventListener("install", (event) => {
  self.skipWaiting();
  // What is no page goes past the worker, as if there were none. Where a browser does not know how, the
  // worker is asked about it, and lets it go.
  const mine = [{ requestMode: "navigate" }, ...SCRIPTS.map((urlPattern) => ({ urlPattern }))];
  const rule = { condition: { not: { or: mine } }, source: "network" };
  event.addRoutes?.(rule).catch(() => undefined);
});
// With the preload a page is asked for while the worker still wakes up, so it is no slower for it. Open
// pages are left alone: to claim them would throw away those that the browser keeps for the way back.
self.addEventListener("activate", (event) => {
  event.waitUntil(self.registration.navigationPreload?.enable());
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== self.location.origin) return;
  if (request.mode === "navigate") {
    event.respondWith(page(event).catch(() => shell(pathname)));
  } else if (SCRIPTS.includes(pathname)) {
    event.respondWith(fetch(request).catch(() => kept(pathname)));
  }
});

self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  const pages = self.clients.matchAll({ type: "window", includeUncontrolled: true });
  event.waitUntil(pages.then(([page]) => page?.focus()));
});

const page = async (event) => (await event.preloadResponse) ?? fetch(event.request);

// An address that names no language, or one never read on this device, gets the language last fetched.
async function shell(pathname) {
  const cache = await caches.open(CACHE);
  const pages = (await cache.keys()).filter(({ url }) => new URL(url).pathname === "/api/offline");
  const wanted = pathname.split("/")[1];
  const own = pages.find(({ url }) => new URL(url).searchParams.get("lang") === wanted);
  return kept(own ?? pages.at(-1) ?? "/api/offline");
}

async function kept(path) {
  const cache = await caches.open(CACHE);
  return (await cache.match(path)) ?? Response.error();
}
