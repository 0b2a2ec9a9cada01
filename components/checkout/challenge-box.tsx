import { useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { ChallengeProvider } from "@/lib/challenge/providers";
import type { CheckoutMessages } from "./checkout-types";
import { loadChallenge } from "./load-challenge";

type Props = {
  /** A new object for each refusal, so that a token that did not pass brings a new challenge. */
  asked: { provider: ChallengeProvider; siteKey: string };
  busy: boolean;
  messages: CheckoutMessages;
  onToken: (token: string) => void;
};

/** The provider's own widget; its token goes back to the shop with the same order. */
export function ChallengeBox({ asked, busy, messages, onToken }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const answer = useRef(onToken);
  answer.current = onToken;
  const [failed, setFailed] = useState(false);
  const [round, setRound] = useState(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new round asks again.
  useEffect(() => {
    let remove = () => {};
    let gone = false;
    setFailed(false);
    loadChallenge(asked.provider)
      .then((widget) => {
        const place = box.current;
        if (gone || !place) return;
        const id = widget.render(place, {
          sitekey: asked.siteKey,
          callback: (token) => answer.current(token),
          "error-callback": () => setFailed(true),
          "expired-callback": () => setRound((before) => before + 1),
        });
        remove = () => widget.remove(id);
      })
      .catch(() => setFailed(true));
    return () => {
      gone = true;
      remove();
    };
  }, [asked, round]);

  return (
    <Notice tone="info" title={messages.challengeTitle}>
      <p>{messages.challengeText}</p>
      <div ref={box} aria-busy={busy} className="mt-3 min-h-16 max-w-full overflow-x-auto" />
      {failed ? (
        <div className="mt-3 grid justify-items-start gap-3">
          <p role="status">{messages.challengeFailed}</p>
          <Button onClick={() => setRound((before) => before + 1)}>{messages.tryAgain}</Button>
        </div>
      ) : null}
    </Notice>
  );
}
