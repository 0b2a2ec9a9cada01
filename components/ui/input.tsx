import type { ComponentProps } from "react";
import { classNames } from "./class-names";

/** The look of every control one types into or chooses from; 16 px keep iOS from zooming. */
export const CONTROL =
  "w-full min-h-12 rounded-field border border-line-strong bg-surface px-3.5 text-base text-ink placeholder:text-muted hover:border-ink focus-visible:outline-offset-0 disabled:bg-sunken disabled:text-muted aria-invalid:border-danger aria-invalid:bg-danger-soft";

export function Input({ className, ...rest }: ComponentProps<"input">) {
  return <input {...rest} className={classNames(CONTROL, className)} />;
}
