import { Icon } from "@/components/ui/icon";
import type { GiftMessages } from "./gift-messages";
import type { GiftProblemKind } from "./use-gift-link";

/** Why no gift can be opened here, and what helps. */
export function GiftProblem({ words }: { words: GiftMessages["problem"][GiftProblemKind] }) {
  return (
    <section
      role="alert"
      data-testid="gift-problem"
      className="rounded-card border border-line bg-surface px-5 py-10 text-center shadow-raised sm:px-8"
    >
      <span className="mx-auto grid size-16 place-items-center rounded-full bg-warn-soft text-warn">
        <Icon name="gift" size={32} />
      </span>
      <h1 className="mt-5 font-semibold text-2xl">{words.title}</h1>
      <p className="mx-auto mt-3 max-w-prose text-muted">{words.text}</p>
    </section>
  );
}
