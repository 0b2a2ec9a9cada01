"use client";

import { useEffect, useState } from "react";
import { CodeProvider, useCodeContext } from "@/components/order/code-context";
import { Dialog } from "@/components/ui/dialog";
import type { LineView, RevealedDelivery } from "@/lib/contract/order-view";
import { GiftMade } from "./gift-made";
import type { GiftMessages } from "./gift-messages";
import { type Draft, GiveForm } from "./give-form";
import { type MadeGift, makeGift } from "./make-gift";

type Props = {
  line: LineView;
  delivery: RevealedDelivery;
  words: GiftMessages;
  onClose: () => void;
};

/** Makes a gift of a code: first the words, then the link. Closed, it has forgotten both. */
export function GiveDialog({ line, delivery, words, onClose }: Props) {
  const { messages, locale } = useCodeContext();
  const [draft, setDraft] = useState<Draft>({ words: "", locked: false, passphrase: "" });
  const [made, setMade] = useState<MadeGift>();
  const [open, setOpen] = useState(true);

  // Closed first and gone then: a dialog that is only taken away does not give the focus back.
  useEffect(() => {
    if (!open) onClose();
  }, [open, onClose]);

  return (
    <Dialog
      open={open}
      onClose={() => setOpen(false)}
      title={made ? words.made.title : words.make.title}
      closeLabel={words.make.close}
    >
      {/* Everything outside a modal dialog is silent, so it brings its own live regions. */}
      <CodeProvider messages={messages} locale={locale}>
        {made ? (
          <GiftMade made={made} words={words} onBack={() => setMade(undefined)} />
        ) : (
          <GiveForm
            draft={draft}
            onDraft={setDraft}
            words={words.make}
            onSubmit={async () => {
              const passphrase = draft.locked ? draft.passphrase : undefined;
              const gift = await makeGift({
                line,
                delivery,
                locale,
                said: draft.words,
                passphrase,
              });
              setMade(gift);
              return gift !== undefined;
            }}
          />
        )}
      </CodeProvider>
    </Dialog>
  );
}
