import type { IncomingMessage } from 'node:http'

const MEGABYTE = 1024 * 1024
/** What of a form is kept in memory while its photo is let go. */
const MOST_FIELDS = MEGABYTE
/** The most that is read only to be able to answer. */
export const MOST_READ_BYTES = 64 * MEGABYTE

/**
 * The fields of a multipart form that stand before its first file, as a whole form; null where
 * they cannot be told apart.
 */
export function fieldsBeforeFile(type: string, start: Buffer): Buffer | null {
  const [, quoted, plain] = /boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(type) ?? []
  const boundary = quoted ?? plain
  if (!boundary) return null
  const delimiter = `--${boundary}`
  for (let at = start.indexOf(delimiter); at >= 0;) {
    const next = start.indexOf(delimiter, at + delimiter.length)
    const headEnds = start.indexOf('\r\n\r\n', at)
    if (headEnds < 0) return null
    if (/filename\*?=/i.test(start.toString('latin1', at, headEnds))) {
      return Buffer.concat([start.subarray(0, at), Buffer.from(`${delimiter}--\r\n`)])
    }
    at = next
  }
  return null
}

/**
 * Read a form whose photo is too large to its end, so that the browser hears the answer, and
 * give its other fields; null where there are none.
 */
export async function withoutPhoto(req: IncomingMessage): Promise<Buffer | null> {
  const kept: Buffer[] = []
  let size = 0
  for await (const chunk of req as AsyncIterable<Buffer>) {
    if (size < MOST_FIELDS) kept.push(chunk)
    size += chunk.length
  }
  return fieldsBeforeFile(req.headers['content-type'] ?? '', Buffer.concat(kept))
}
