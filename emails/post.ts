import { createTransport } from 'nodemailer'
import type { Letter } from './letter.ts'

const CONNECTIONS = 2
const CONNECT_MS = 10_000
const GREETING_MS = 10_000
const SILENCE_MS = 30_000

/** A way to hand letters to a mail server; closed after a round. */
export type Post = {
  /** Reach the server and sign in there; throws what keeps it from being spoken to. */
  reach(): Promise<void>
  /** Hand over one letter; throws what the server or the line says. */
  send(letter: Letter, to: string, messageId: string): Promise<void>
  close(): void
}

const isHere = (host: string) => host === 'localhost' || host === '[::1]' || host.startsWith('127.')

/**
 * Open the way to the mail server of an installation, as `smtp://user:password@host:587`. Beyond
 * this machine nothing is said without TLS. Letters can name no file and no address to fetch.
 */
export function openPost(smtpUrl: string, from: string): Post {
  const transport = createTransport({
    url: smtpUrl,
    pool: true,
    maxConnections: CONNECTIONS,
    connectionTimeout: CONNECT_MS,
    greetingTimeout: GREETING_MS,
    socketTimeout: SILENCE_MS,
    requireTLS: !isHere(new URL(smtpUrl).hostname),
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return {
    async reach() {
      await transport.verify()
    },
    async send({ subject, text, html }, to, messageId) {
      await transport.sendMail({
        from: { name: '政务服务评价与投诉', address: from },
        to: { name: '', address: to },
        subject,
        text,
        html,
        messageId,
        headers: { 'auto-submitted': 'auto-generated' },
        disableFileAccess: true,
        disableUrlAccess: true,
      })
    },
    close: () => transport.close(),
  }
}
