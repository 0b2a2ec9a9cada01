import type { MouseEvent, Ref } from "react";
import { classNames } from "@/components/ui/class-names";
import { SoftLink } from "@/components/ui/soft-link";

export type Option = {
  key: string;
  label: string;
  note: string;
  /** Where it leads, or what it puts into the field. */
  href?: string;
  query?: string;
};

type Props = {
  ref: Ref<HTMLDivElement>;
  id: string;
  options: readonly Option[];
  active: number;
  isShown: boolean;
  title: string;
  forget: { label: string; run: () => void } | undefined;
  onChoose: (option: Option) => void;
};

const ENTRY =
  "flex min-h-11 cursor-pointer items-center justify-between gap-4 rounded-field px-3 py-1.5 hover:bg-sunken";

function Entry({ option }: { option: Option }) {
  return (
    <>
      <span className="min-w-0 truncate">{option.label}</span>
      <span className="shrink-0 text-muted text-sm">{option.note}</span>
    </>
  );
}

export function SearchOptionsList(props: Props) {
  const { ref, id, options, active, isShown, title, forget, onChoose } = props;
  return (
    <div
      ref={ref}
      hidden={!isShown}
      className="absolute inset-x-0 top-full z-20 mt-1 max-h-96 overflow-y-auto rounded-card border border-line bg-surface p-1.5 shadow-lg"
    >
      <div id={`${id}-list`} role="listbox" aria-label={title}>
        {options.map((option, index) => {
          const common = {
            id: `${id}-${index}`,
            role: "option",
            tabIndex: -1,
            "aria-selected": index === active,
            // The focus stays in the field: a press of the mouse must not take it away.
            onMouseDown: (event: MouseEvent) => event.preventDefault(),
            onClick: () => onChoose(option),
            className: classNames(ENTRY, index === active && "bg-brand-soft"),
          };
          return option.href === undefined ? (
            <div key={option.key} {...common}>
              <Entry option={option} />
            </div>
          ) : (
            <SoftLink key={option.key} href={option.href} {...common}>
              <Entry option={option} />
            </SoftLink>
          );
        })}
      </div>
      {forget && isShown ? (
        <button
          type="button"
          onMouseDown={(event) => event.preventDefault()}
          onClick={forget.run}
          className="inline-flex min-h-11 items-center px-3 text-brand text-sm underline underline-offset-4"
        >
          {forget.label}
        </button>
      ) : null}
    </div>
  );
}
