import type { ReactNode } from "react";
import { Icon } from "./icon";

type Props = { title: string; children: ReactNode; testId?: string; open?: boolean };

/** A row that folds open; it works before any script does. */
export function Disclosure({ title, children, testId, open }: Props) {
  return (
    <details className="group" data-testid={testId} open={open}>
      <summary className="flex min-h-13 list-none items-center justify-between gap-4 py-3 font-medium [&::-webkit-details-marker]:hidden">
        {title}
        <Icon name="chevron" className="text-muted transition-transform group-open:rotate-180" />
      </summary>
      <div className="pt-1 pb-5">{children}</div>
    </details>
  );
}
