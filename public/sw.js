// Answers an order page or the list of orders without a connection with an empty page that reads this
// device's own copy of the payment and the codes kept here. It never keeps a page that came from the shop.
const CACHE = "offline-v1";
const SCRIPTS = ["/offline.js", "/offline-codes.js"];

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== self.location.origin) return;
  if (request.mode === "navigate") {
    event.respondWith(fetch(request).catch(() => shell(pathname)));
  } else if (SCRIPTS.includes(pathname)) {
    event.respondWith(fetch(request).catch(() => kept(pathname)));
  }
});

self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(self.clients.matchAll({ type: "window" }).then(([page]) => page?.focus()));
});

const shell = (pathname) => kept(`/api/offline?lang=${pathname.split("/")[1]}`);

async function kept(path) {
  const cache = await caches.open(CACHE);
  return (await cache.match(path)) ?? Response.error();
}
