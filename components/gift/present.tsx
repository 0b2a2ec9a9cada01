import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";
import { Icon } from "@/components/ui/icon";

type Props = { children?: ReactNode; untied?: boolean };

const MOVES = "origin-[78%_72%] transition-all duration-700 ease-out [transform-box:view-box]";

/** A card with a ribbon around it, in the colours of the shop; the ribbon is gone once it was untied. */
export function Present({ children, untied = false }: Props) {
  return (
    <div className="grid place-items-center bg-brand-soft px-6 pt-8 pb-7" data-untied={untied}>
      <div className="relative w-full max-w-72 rounded-card shadow-raised">
        {children ?? (
          <div className="wrapping grid aspect-[300/190] place-items-center rounded-card">
            <span className="grid size-20 place-items-center rounded-full bg-surface text-brand">
              <Icon name="gift" size={44} />
            </span>
          </div>
        )}
        <svg
          aria-hidden="true"
          viewBox="0 0 300 190"
          className="pointer-events-none absolute inset-0 size-full overflow-visible stroke-surface"
        >
          <g strokeWidth="0" className="fill-brand">
            <path
              d="M222 0h24v190h-24z"
              className={classNames(MOVES, untied && "-translate-y-1/4 opacity-0")}
            />
            <path
              d="M0 125h300v24H0z"
              className={classNames(MOVES, untied && "translate-x-1/4 opacity-0")}
            />
          </g>
          <g
            strokeWidth="2"
            strokeLinejoin="round"
            className={classNames("fill-brand", MOVES, untied && "scale-50 opacity-0")}
          >
            <path d="m229 141-19 38 13-3 7 10 8-41zM239 141l19 38-13-3-7 10-8-41z" />
            <path d="M234 137c-14-28-56-32-52-9 3 19 33 19 52 9ZM234 137c14-28 56-32 52-9-3 19-33 19-52 9Z" />
            <path d="M226 129q8-4 16 0 4 8 0 16-8 4-16 0-4-8 0-16Z" />
          </g>
        </svg>
      </div>
    </div>
  );
}
