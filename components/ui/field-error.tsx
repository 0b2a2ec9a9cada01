import type { ReactNode } from "react";
import { Icon } from "./icon";

type Props = { id: string; children: ReactNode };

/** What is wrong with a control, under it; the control names it by `aria-describedby`. */
export function FieldError({ id, children }: Props) {
  return (
    <p id={id} className="flex items-start gap-1.5 font-medium text-danger text-sm">
      <Icon name="warning" size={18} className="mt-px" />
      <span>{children}</span>
    </p>
  );
}
