import { CHALLENGE_PROVIDERS, type ChallengeProvider } from "@/lib/challenge/providers";

type Options = {
  sitekey: string;
  callback: (token: string) => void;
  "error-callback": () => void;
  "expired-callback": () => void;
};

/** What both providers' scripts leave on the window. */
export type ChallengeWidget = {
  render(box: HTMLElement, options: Options): string | number;
  remove(id: string | number): void;
};

const LOAD_MS = 15_000;
const READY_MS = 50;

/** @throws Error when the provider's script does not come. */
export async function loadChallenge(provider: ChallengeProvider): Promise<ChallengeWidget> {
  const { script: url, global } = CHALLENGE_PROVIDERS[provider];
  const ready = () =>
    (globalThis as Record<string, unknown>)[global] as ChallengeWidget | undefined;
  if (!ready()?.render) await loadScript(url);
  const until = performance.now() + LOAD_MS;
  while (!ready()?.render && performance.now() < until) {
    await new Promise((resolve) => setTimeout(resolve, READY_MS));
  }
  const widget = ready();
  if (!widget?.render) throw new Error("The challenge did not load");
  return widget;
}

function loadScript(url: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.async = true;
    script.onload = () => resolve();
    script.onerror = () => reject(new Error("The challenge did not load"));
    script.src = url;
    document.head.append(script);
  });
}
