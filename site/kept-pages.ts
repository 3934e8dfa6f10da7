import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http'

/** A page asks with this header to be kept for so many seconds; it is taken off before sending. */
export const KEEP_HEADER = 'x-keep-seconds'

const MOST_PAGES = 500
const ENCODINGS = ['br', 'gzip'] as const

type Kept = { until: number; status: number; headers: OutgoingHttpHeaders; body: Buffer }

/**
 * Pages that are the same for everybody, kept for some seconds just as they were sent: by
 * address, size of letters and compression. Nothing that sets a cookie is kept.
 */
export class KeptPages {
  #kept = new Map<string, Kept>()
  #now: () => number

  constructor(now: () => number = () => performance.now()) {
    this.#now = now
  }

  /** Answer from what is kept, or watch what is sent now. Says whether it answered. */
  answered(req: IncomingMessage, res: ServerResponse, size: string): boolean {
    if (req.method !== 'GET') return false
    const accepts = String(req.headers['accept-encoding'] ?? '')
    const encoding = ENCODINGS.find((one) => accepts.includes(one)) ?? 'plain'
    const key = `${req.url} ${size} ${encoding}`
    const kept = this.#kept.get(key)
    if (kept && kept.until > this.#now()) {
      res.writeHead(kept.status, kept.headers)
      res.end(kept.body)
      return true
    }
    this.#kept.delete(key)
    this.#watch(key, res)
    return false
  }

  #watch(key: string, res: ServerResponse): void {
    const parts: Buffer[] = []
    let seconds = 0
    const writeHead = res.writeHead.bind(res)
    res.writeHead = ((status: number, ...more: unknown[]) => {
      const headers = more.at(-1) as OutgoingHttpHeaders | undefined
      if (headers && typeof headers === 'object' && KEEP_HEADER in headers) {
        seconds = Number(headers[KEEP_HEADER])
        delete headers[KEEP_HEADER]
      }
      if (res.hasHeader(KEEP_HEADER)) {
        seconds = Number(res.getHeader(KEEP_HEADER))
        res.removeHeader(KEEP_HEADER)
      }
      return writeHead(status, ...(more as [OutgoingHttpHeaders]))
    }) as typeof res.writeHead
    const write = res.write.bind(res)
    const end = res.end.bind(res)
    const hear = (chunk: unknown) => {
      if (typeof chunk === 'string' || chunk instanceof Uint8Array) parts.push(Buffer.from(chunk))
    }
    res.write = ((chunk: unknown, ...more: never[]) => {
      hear(chunk)
      return write(chunk as never, ...more)
    }) as typeof res.write
    res.end = ((chunk: unknown, ...more: never[]) => {
      hear(chunk)
      const sent = end(chunk as never, ...more)
      this.#keep(key, res, seconds, Buffer.concat(parts))
      return sent
    }) as typeof res.end
  }

  #keep(key: string, res: ServerResponse, seconds: number, body: Buffer): void {
    const headers = { ...res.getHeaders() }
    if (seconds <= 0 || headers['set-cookie'] || res.statusCode !== 200) return
    delete headers['transfer-encoding']
    if (this.#kept.size >= MOST_PAGES) this.#kept.clear()
    this.#kept.set(key, {
      until: this.#now() + seconds * 1000,
      status: res.statusCode,
      headers: { ...headers, 'content-length': body.length },
      body,
    })
  }
}
