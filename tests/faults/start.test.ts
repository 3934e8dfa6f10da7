import { spawn } from 'node:child_process'
import { mkdtemp, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { furnishedFolder, removeFolder, serveBuilt } from '../support/browser.ts'

const said = (args: readonly string[], env: Record<string, string>) =>
  new Promise<{ code: number | null; text: string }>((ended) => {
    const child = spawn(process.execPath, args, { env: { ...process.env, ...env } })
    let text = ''
    const hear = (chunk: Buffer) => {
      text += chunk.toString()
      if (text.includes('starwindow ready')) child.kill('SIGTERM')
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    child.once('exit', (code) => ended({ code, text }))
  })

test('a first start makes its keys, prints one link, never seeds and has no tour', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'starwindow-first-'))
  const served = await serveBuilt(folder)
  for (const name of ['app', 'pepper']) {
    expect((await stat(join(folder, 'keys', name))).mode & 0o777).toBe(0o600)
  }
  expect((await fetch(`${served.url}/demo`)).status).toBe(404)
  expect((await fetch(`${served.url}/api/demo`)).status).toBe(404)
  expect(await (await fetch(`${served.url}/api/halls`)).json()).toEqual({ halls: [] })
  expect((await fetch(served.url)).status).toBe(200)
  await served.stop()
  expect(served.child.exitCode).toBe(0)
  const again = await said(['site/serve.ts'], { DATA_DIR: folder, PORT: '0', TEST: '0' })
  expect(again.text.match(/\/desk\/first\?key=[\w-]{40,}/g)).toHaveLength(1)
  expect(again.code).toBe(0)
  const log = await stat(join(folder, 'starwindow.db-wal')).catch(() => null)
  expect(log?.size ?? 0).toBe(0)
  await removeFolder(folder)
})

test('a second process on the same data gives way with a sentence', async () => {
  const folder = await furnishedFolder()
  const served = await serveBuilt(folder)
  const second = await said(['site/serve.ts'], { DATA_DIR: folder, PORT: '0', TEST: '0' })
  expect(second.code).toBe(1)
  expect(second.text).toContain('另一个进程正在使用')
  expect((await fetch(`${served.url}/api/halls`)).status).toBe(200)
  await served.stop()
  await removeFolder(folder)
})

test('what is too large or has no length is refused before it is read', async () => {
  const folder = await furnishedFolder()
  const served = await serveBuilt(folder)
  const post = (path: string, body: BodyInit, more: RequestInit = {}) =>
    fetch(served.url + path, {
      method: 'POST',
      headers: { 'sec-fetch-site': 'same-origin', 'content-type': 'application/json' },
      body,
      ...more,
    }).catch(() => null)
  const large = await post('/api/ratings', 'x'.repeat(4 * 1024 * 1024))
  expect([413, undefined]).toContain(large?.status)
  const stream = new ReadableStream({
    start(controller) {
      controller.enqueue(new TextEncoder().encode('{"window":"x"'))
      controller.close()
    },
  })
  const endless = await post('/api/ratings', stream, { duplex: 'half' } as RequestInit)
  expect(endless?.status).toBe(411)
  expect(await endless?.json()).toMatchObject({ reason: 'length-required' })
  expect((await fetch(`${served.url}/api/halls`)).status).toBe(200)
  await served.stop()
  await removeFolder(folder)
})
