import { SMTPServer } from 'smtp-server'

/** What the server says to a reader's address, or to a letter; null takes it. */
type Answer = { code: number; says: string } | null

const refusal = ({ code, says }: NonNullable<Answer>) =>
  Object.assign(new Error(says), { responseCode: code })

/** A real mail server on this machine that keeps what it takes, and answers as the test wishes. */
export async function mailServer(port = 0) {
  const taken: { to: string[]; source: string }[] = []
  const wishes = { toReader: null as Answer, toLetter: null as Answer }
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    logger: false,
    onRcptTo: (_reader, _session, done) =>
      done(wishes.toReader ? refusal(wishes.toReader) : undefined),
    onData(stream, session, done) {
      const pieces: Buffer[] = []
      stream.on('data', (piece: Buffer) => pieces.push(piece))
      stream.on('end', () => {
        if (wishes.toLetter) return done(refusal(wishes.toLetter))
        taken.push({
          to: session.envelope.rcptTo.map(({ address }) => address),
          source: Buffer.concat(pieces).toString('utf8'),
        })
        done()
      })
    },
  })
  server.on('error', () => {})
  await new Promise<void>((ready) => server.listen(port, '127.0.0.1', ready))
  const address = server.server.address() as { port: number }
  return {
    url: `smtp://127.0.0.1:${address.port}`,
    port: address.port,
    taken,
    wishes,
    close: () => new Promise<void>((closed) => server.close(() => closed())),
  }
}

/** The words of a letter as its reader sees them: both parts and the subject, decoded. */
export function wordsOf(source: string): string {
  const decoded = [...source.matchAll(/\r\n\r\n([A-Za-z0-9+/=\r\n]+?)\r\n(?:--|$)/g)].map(
    ([, part]) => Buffer.from(part!.replaceAll(/\s/g, ''), 'base64').toString('utf8'),
  )
  const quoted = source
    .replaceAll(/=\r\n/g, '')
    .replaceAll(/((?:=[0-9A-F]{2})+)/g, (run) =>
      Buffer.from(run.replaceAll('=', ''), 'hex').toString('utf8'),
    )
  const subjects = [...source.matchAll(/=\?UTF-8\?(B|Q)\?([^?]*)\?=/gi)].map(([, how, text]) =>
    how!.toUpperCase() === 'B'
      ? Buffer.from(text!, 'base64').toString('utf8')
      : decodeURIComponent(text!.replaceAll('_', ' ').replaceAll('=', '%')),
  )
  return [...subjects, ...decoded, quoted].join('\n')
}
