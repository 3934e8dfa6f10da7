/** Sizes of letters a person may set; the choice is kept in the one cookie a citizen can have. */
export const TEXT_SIZES = ['standard', 'large', 'huge'] as const
type TextSize = (typeof TEXT_SIZES)[number]

/** The size a cookie header asks for. */
export const textSizeIn = (cookies: string | undefined): TextSize => {
  const kept = /(?:^|;\s*)size=(\w+)/.exec(cookies ?? '')?.[1]
  return TEXT_SIZES.find((size) => size === kept) ?? 'standard'
}
