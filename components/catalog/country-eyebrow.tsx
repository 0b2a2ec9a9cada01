import { Flag } from "@/components/shop/flag";

/** Above a heading: the country that everything below is for. */
export function CountryEyebrow({ country }: { country: { code: string; name: string } }) {
  return (
    <p className="flex items-center gap-2.5 font-semibold">
      <Flag country={country.code} />
      {country.name}
    </p>
  );
}
