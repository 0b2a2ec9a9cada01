/** A country as the list needs it: `also` holds other words it is known by. */
export type PickerCountry = { code: string; name: string; also: string };
