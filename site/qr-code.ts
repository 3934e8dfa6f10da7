import { toString } from 'qrcode'

/**
 * The address in a window's QR: all capitals, which a QR packs tighter and `serve.ts` lowers, so
 * that the squares are larger and read from farther away.
 */
export const scannedAddress = (origin: string, code: string): string =>
  `${origin}/w/${code}`.toUpperCase()

/** The address people type: without `https://`. */
export const typedAddress = (origin: string, code: string): string =>
  `${origin.replace(/^https?:\/\//, '')}/w/${code}`

/** A window's QR as SVG: level Q for a sign that gets scratched, four squares of quiet around. */
export const qrCode = (origin: string, code: string): Promise<string> =>
  toString(scannedAddress(origin, code), {
    type: 'svg',
    errorCorrectionLevel: 'Q',
    margin: 4,
    color: { dark: '#000000', light: '#ffffff' },
  })
