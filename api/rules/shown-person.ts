/** Somebody as the public sees them: by name and number, or by number alone. */
export type ShownPerson = { number: string; name: string | null; label: string }

/**
 * A person under a hall's rule on names: Anci 信息公开制度 and Bingcha 政务公开制度 show who serves by
 * name, Qingpu shows its winners by name and those who serve by number.
 */
export const shownPerson = (
  { number, name }: { number: string; name: string },
  isNamed: boolean,
): ShownPerson =>
  isNamed ? { number, name, label: `${name}（${number}）` } : { number, name: null, label: number }
