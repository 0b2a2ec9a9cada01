import type { ComponentProps } from "react";
import { classNames } from "./class-names";
import { Icon } from "./icon";
import { Input } from "./input";

/** A field to search in, with its sign, for a box that is positioned. */
export function SearchInput({ className, ...rest }: ComponentProps<"input">) {
  return (
    <>
      <Icon
        name="search"
        className="pointer-events-none absolute start-4 top-1/2 -translate-y-1/2 text-muted"
      />
      <Input
        type="search"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={80}
        {...rest}
        className={classNames("ps-12", className)}
      />
    </>
  );
}
