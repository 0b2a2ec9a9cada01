import type { ComponentProps } from "react";
import { classNames } from "@/components/ui/class-names";
import { Input } from "@/components/ui/input";

type Props = Omit<ComponentProps<"input">, "onChange"> & { onType: (passphrase: string) => void };

/** Shown as it is typed: it is told to somebody, and a slip in it would cost the gift. */
export function PassphraseInput({ onType, className, ...rest }: Props) {
  return (
    <Input
      type="text"
      dir="auto"
      autoComplete="off"
      autoCapitalize="none"
      autoCorrect="off"
      spellCheck={false}
      maxLength={200}
      {...rest}
      onChange={({ target }) => onType(target.value)}
      className={classNames("font-mono", className)}
    />
  );
}
