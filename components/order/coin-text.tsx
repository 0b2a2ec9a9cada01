type Props = { amount: string; coin: string };

/** An amount with its coin keeps its order in a language that is written from the right, too. */
export function CoinText({ amount, coin }: Props) {
  return (
    <bdi dir="ltr" translate="no" className="notranslate tabular-nums">
      {amount} {coin}
    </bdi>
  );
}
