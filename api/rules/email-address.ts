const LONGEST = 254
const ADDRESS = /^[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63})+$/

/**
 * Whether a text is one plain e-mail address: no name beside it, no quotes, comma or line break,
 * so that it can never address a second reader or add a header.
 */
export const isEmailAddress = (text: string): boolean =>
  text.length <= LONGEST && ADDRESS.test(text)
