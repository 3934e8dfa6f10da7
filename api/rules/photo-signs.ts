const SIGNS: readonly (readonly [at: number, text: string])[][] = [
  [[0, '\xff\xd8\xff']],
  [[0, '\x89PNG\r\n\x1a\n']],
  [
    [0, 'RIFF'],
    [2 * 'RIFF'.length, 'WEBP'],
  ],
]

/** Whether a file begins as a JPEG, a PNG or a WebP does, whatever its name says. */
export const isPhoto = (bytes: Uint8Array): boolean =>
  SIGNS.some((sign) =>
    sign.every(([at, text]) =>
      Array.from(text).every((character, index) => bytes[at + index] === character.charCodeAt(0)),
    ),
  )
