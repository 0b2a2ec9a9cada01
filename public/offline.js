// Says that there is no connection; on the page of an order it shows this device's copy of the payment
// until its deadline. The entries are written by lib/device/payment-copy.ts.
const PREFIX = "pay-copy.v1.";
const SENT_PREFIX = "sent.v1.";
const CLOCK_SLACK_MS = 60_000;
const RETRY_MS = 4_000;

const reference = /^\/[^/]+\/orders\/([^/]+)/.exec(location.pathname)?.[1];
const pay = document.querySelector("#pay");
const none = document.querySelector("#none");
const away = document.querySelector("#away");

function readCopy() {
  try {
    // A wallet was asked to send already: nothing may invite to pay once more.
    if (localStorage.getItem(SENT_PREFIX + reference)) return undefined;
    const copy = JSON.parse(localStorage.getItem(PREFIX + reference) ?? "null");
    const now = Date.now();
    const current = now < copy?.untilMs && now > copy.savedAtMs - CLOCK_SLACK_MS;
    if (copy && !current) localStorage.removeItem(PREFIX + reference);
    return current ? copy : undefined;
  } catch {
    // Blocked or damaged storage has no copy.
    return undefined;
  }
}

function show() {
  const copy = reference && readCopy();
  pay.hidden = !copy;
  none.hidden = Boolean(copy) || !reference;
  away?.toggleAttribute("hidden", Boolean(reference));
  const { lang } = document.documentElement;
  const until = copy && new Intl.DateTimeFormat(lang, { timeStyle: "short" }).format(copy.untilMs);
  const texts = { ...copy, until };
  for (const name of ["amount", "coin", "network", "address", "until"]) {
    const place = document.querySelector(`#${name}`);
    const text = texts[name] ?? "";
    // To write the same once more would undo what somebody is selecting.
    if (place.textContent !== text) place.textContent = text;
  }
}

async function copyOf(button) {
  const shown = document.querySelector(`#${button.dataset.copy}`);
  try {
    await navigator.clipboard.writeText(shown.textContent);
    button.textContent = button.dataset.done;
  } catch {
    // Without a clipboard the text is selected, so that the person can copy it.
    getSelection()?.selectAllChildren(shown);
  }
}

for (const button of document.querySelectorAll("[data-copy]")) {
  button.addEventListener("click", () => void copyOf(button));
}
document.querySelector("#again").addEventListener("click", () => location.reload());
window.addEventListener("online", () => location.reload());
// A connection that is back is not always announced, and the first try may come too early.
setInterval(() => {
  if (document.visibilityState === "hidden") return;
  fetch("/api/health/live", { method: "HEAD", cache: "no-store" }).then(
    ({ ok }) => ok && location.reload(),
    () => undefined,
  );
}, RETRY_MS);
document.addEventListener("visibilitychange", show);
setInterval(show, 1000);
show();
