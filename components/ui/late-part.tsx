import { type ComponentType, createElement, lazy, Suspense, useState } from "react";

const Nothing = () => null;

/**
 * A part of a page whose script comes later. Where it does not arrive, as without a connection or
 * after a release that has replaced it, the page stays whole: `Missing` stands in its place, and when
 * the part is next put on the page it is fetched anew.
 */
export function latePart<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  Missing: ComponentType<Props> = Nothing,
) {
  const begin = () =>
    lazy(() =>
      load().then(
        (Loaded) => ({ default: Loaded }),
        () => {
          next = begin();
          return { default: Missing };
        },
      ),
    );
  let next = begin();

  function LatePart(props: Props) {
    const [Part] = useState<ComponentType<Props>>(() => next);
    return <Suspense>{createElement(Part, props)}</Suspense>;
  }
  /** Has it here before it is needed, when there may be no connection any more. */
  LatePart.fetch = () => void load().catch(Nothing);
  return LatePart;
}
