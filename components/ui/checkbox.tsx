import type { ComponentProps, ReactNode } from "react";
import { classNames } from "./class-names";

type Props = Omit<ComponentProps<"input">, "type"> & { label: ReactNode };

/** The whole line is the target, not the small box alone. */
export function Checkbox({ label, className, ...rest }: Props) {
  return (
    <label
      className={classNames(
        "flex min-h-11 cursor-pointer items-start gap-3 py-2 has-disabled:cursor-not-allowed has-disabled:text-muted",
        className,
      )}
    >
      <input {...rest} type="checkbox" className="mt-0.5 size-5 shrink-0 accent-brand" />
      <span className="min-w-0">{label}</span>
    </label>
  );
}
