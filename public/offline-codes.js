// Shows the codes that this device keeps while there is no connection. It reads the vault of
// lib/device/vault.ts, writes nothing, and opens a code only when it is asked for.
const kept = document.querySelector("#kept");
const list = document.querySelector("#kept-codes");
const unlock = document.querySelector("#unlock");
const words = kept.dataset;
const bytes = (text) => new TextEncoder().encode(text);
const { subtle } = crypto;

const answerOf = (request) =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

async function readVault() {
  const opening = indexedDB.open("orders-vault");
  // A device without a vault is left without one.
  opening.onupgradeneeded = () => opening.transaction.abort();
  const db = await answerOf(opening);
  const read = db.transaction(["keys", "parts"]);
  const [keys, parts] = await Promise.all([
    answerOf(read.objectStore("keys").get("current")),
    answerOf(read.objectStore("parts").getAll()),
  ]);
  db.close();
  return { keys, parts };
}

async function fingerprint(reference) {
  const digest = new Uint8Array(await subtle.digest("SHA-256", bytes(`order|${reference}`)));
  return Array.from(digest.subarray(0, 16), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

async function openPart(privateKey, { order, slot, from, iv, data }) {
  const curve = { name: "ECDH", namedCurve: "P-256" };
  const sender = await subtle.importKey("raw", from, curve, false, []);
  const shared = await subtle.deriveBits({ name: "ECDH", public: sender }, privateKey, 256);
  const base = await subtle.importKey("raw", shared, "HKDF", false, ["deriveKey"]);
  const info = bytes("orders-vault.v1");
  const derivation = { name: "HKDF", hash: "SHA-256", salt: from, info };
  const cipher = { name: "AES-GCM", length: 256 };
  const key = await subtle.deriveKey(derivation, base, cipher, false, ["decrypt"]);
  const bound = bytes(`${order}|${slot}`);
  const plain = await subtle.decrypt({ name: "AES-GCM", iv, additionalData: bound }, key, data);
  return JSON.parse(new TextDecoder().decode(plain));
}

async function unwrap({ salt, rounds, iv, data }, passphrase) {
  const typed = bytes(passphrase.normalize("NFKC"));
  const base = await subtle.importKey("raw", typed, "PBKDF2", false, ["deriveKey"]);
  const derivation = { name: "PBKDF2", hash: "SHA-256", salt, iterations: rounds };
  const cipher = { name: "AES-GCM", length: 256 };
  const key = await subtle.deriveKey(derivation, base, cipher, false, ["unwrapKey"]);
  const curve = { name: "ECDH", namedCurve: "P-256" };
  return subtle.unwrapKey("pkcs8", data, key, { name: "AES-GCM", iv }, curve, false, [
    "deriveBits",
  ]);
}

function add(parent, tag, text) {
  const element = document.createElement(tag);
  element.textContent = text;
  parent.append(element);
  return element;
}

function addValue(parent, name, value) {
  if (!value) return;
  if (name) add(parent, "p", name);
  const shown = add(parent, "code", value);
  shown.dir = "ltr";
  shown.translate = false;
}

async function toggle(item, button, privateKey, parts) {
  const shown = item.querySelector("div");
  if (shown) {
    shown.remove();
    button.textContent = words.show;
    return;
  }
  // One that is damaged does not keep the others.
  const opened = await Promise.allSettled(parts.map((part) => openPart(privateKey, part)));
  if (document.visibilityState === "hidden" || item.querySelector("div")) return;
  const place = add(item, "div", "");
  for (const { value } of opened) {
    if (!value) continue;
    const { code, codeUrl, serial, securityCode, esim } = value;
    addValue(place, "", code ?? codeUrl ?? esim?.lpa);
    addValue(place, words.serial, serial);
    addValue(place, words.security, securityCode);
  }
  if (opened.some(({ value }) => !value)) add(place, "p", words.damaged).role = "alert";
  button.textContent = words.hide;
}

async function listCodes(privateKey, parts) {
  const codes = parts.filter(({ slot }) => slot.startsWith("code."));
  for (const order of new Set(codes.map((part) => part.order))) {
    const named = parts.find((part) => part.order === order && part.slot === "order");
    const mine = codes.filter((part) => part.order === order);
    // A code is worth the same where its order's name is damaged or gone.
    const title = await openPart(privateKey, named).then(
      (opened) => opened.title,
      () => "",
    );
    const item = add(list, "li", "");
    if (title) add(item, "h3", title);
    const button = add(item, "button", words.show);
    button.type = "button";
    button.addEventListener("click", () => void toggle(item, button, privateKey, mine));
  }
}

async function start() {
  const page = /^\/[^/]+\/orders(?:\/([^/]+))?\/?$/.exec(location.pathname);
  if (!page) return;
  const { keys, parts } = await readVault();
  const [, reference] = page;
  const order = reference && (await fingerprint(reference));
  const shown = order ? parts.filter((part) => part.order === order) : parts;
  if (!keys || !shown.some(({ slot }) => slot.startsWith("code."))) return;
  kept.hidden = false;
  if (keys.privateKey) {
    await listCodes(keys.privateKey, shown);
    return;
  }
  unlock.hidden = false;
  let visit = 0;
  // A browser may keep the page for the way back, and with it the key that a passphrase opened.
  addEventListener("pagehide", () => {
    visit += 1;
    list.replaceChildren();
    unlock.reset();
    unlock.hidden = false;
  });
  unlock.addEventListener("submit", async (event) => {
    event.preventDefault();
    const mine = visit;
    const typed = unlock.elements.namedItem("passphrase");
    const key = await unwrap(keys.wrapped, typed.value).catch(() => undefined);
    typed.value = "";
    if (mine !== visit) return;
    document.querySelector("#unlock-wrong").hidden = Boolean(key);
    unlock.hidden = Boolean(key);
    if (key) await listCodes(key, shown);
  });
}

// Codes close when the page is left, as they do everywhere else.
document.addEventListener("visibilitychange", () => {
  if (document.visibilityState !== "hidden") return;
  for (const button of list.querySelectorAll("li:has(div) button")) button.click();
});

start().catch(() => {
  // Without a database, or with one of another making, there is nothing to show.
});
