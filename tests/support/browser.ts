import { existsSync } from 'node:fs'
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { type ChildProcess, spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { AxeBuilder } from '@axe-core/playwright'
import bundled, { inflate } from '@sparticuz/chromium'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { expect, inject, test as base } from 'vitest'

const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]
const SYSTEM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

const CACHE = join(process.cwd(), 'node_modules/.cache/chromium')

/**
 * Unpack the Chromium that is inside the npm package, with the libraries it needs on a machine
 * that has none of them, into a folder of this checkout's own.
 */
async function unpacked(): Promise<{ executablePath: string; env: Record<string, string> }> {
  const before = process.env.TMPDIR
  await mkdir(CACHE, { recursive: true })
  process.env.TMPDIR = CACHE
  try {
    const bin = join(dirname(fileURLToPath(import.meta.resolve('@sparticuz/chromium'))), '../bin')
    await inflate(join(bin, 'al2023.tar.br'))
    const executablePath = await bundled.executablePath()
    const libraries = join(CACHE, 'al2023/lib')
    const known = Object.entries(process.env).filter(([, value]) => value !== undefined)
    return {
      executablePath,
      env: { ...(Object.fromEntries(known) as Record<string, string>), LD_LIBRARY_PATH: libraries },
    }
  } finally {
    if (before === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = before
  }
}

/** A Chromium of the system where there is one, else the one inside the npm package. */
export async function launch(): Promise<Browser> {
  const found = SYSTEM.find((path) => existsSync(path))
  if (found && !process.env.PACKAGED_BROWSER) {
    return chromium.launch({ executablePath: found, args: QUIET })
  }
  const args = [...new Set([...bundled.args, ...QUIET])].filter((arg) => arg !== '--single-process')
  return chromium.launch({ ...(await unpacked()), args })
}

const freePort = () =>
  new Promise<number>((found) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number }
      probe.close(() => found(port))
    })
  })

export type Served = {
  url: string
  folder: string
  child: ChildProcess
  /** Set the server's clock, in the halls' time: `'2026-03-02 17:30'`. */
  setClock(text: string): Promise<void>
  /** Let the night do what is due now. */
  runDueJobs(): Promise<void>
  /** Kill it as a power cut would. */
  kill(): Promise<void>
  /** Stop it as an operator would. */
  stop(): Promise<void>
}

/** Start the built portal on a data folder of its own. */
export async function serveBuilt(
  folder: string,
  clock = '2026-03-02 09:00',
  env: Record<string, string> = {},
): Promise<Served> {
  const port = await freePort()
  const clockFile = join(folder, 'clock')
  const setClock = (text: string) =>
    writeFile(clockFile, new Date(`${text.replace(' ', 'T')}:00+08:00`).toISOString())
  await setClock(clock)
  const child = spawn(process.execPath, ['site/serve.ts', ...(env.DEMO ? ['--demo'] : [])], {
    env: {
      ...process.env,
      TEST: '1',
      CLOCK_FILE: clockFile,
      DATA_DIR: folder,
      HOST: '127.0.0.1',
      PORT: String(port),
      ...env,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const url = `http://127.0.0.1:${port}`
  await new Promise<void>((ready, fail) => {
    let said = ''
    child.stdout!.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      if (said.includes('starwindow ready')) ready()
    })
    child.once('exit', (code) => fail(new Error(`the portal ended with ${code}\n${said}`)))
  })
  const gone = (signal: NodeJS.Signals) =>
    new Promise<void>((ended) => {
      if (child.exitCode !== null || child.signalCode !== null) return ended()
      child.removeAllListeners('exit')
      child.once('exit', () => ended())
      child.kill(signal)
    })
  return {
    url,
    folder,
    child,
    setClock,
    async runDueJobs() {
      const answer = await fetch(`${url}/api/test/run-due-jobs`, {
        method: 'POST',
        headers: { 'sec-fetch-site': 'same-origin' },
      })
      if (!answer.ok) throw new Error(`run-due-jobs: ${answer.status} ${await answer.text()}`)
    },
    kill: () => gone('SIGKILL'),
    stop: () => gone('SIGTERM'),
  }
}

/** A data folder with the three furnished halls and nothing that happened. */
export async function furnishedFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'starwindow-built-'))
  await cp(inject('furnishedPortal'), folder, { recursive: true })
  return folder
}

export const removeFolder = (folder: string) => rm(folder, { recursive: true, force: true })

type Fixtures = { browser: Browser; served: Served; context: BrowserContext; page: Page }

/** A browser and a built portal for one test; `page` is a phone of 360 by 740. */
export const test = base.extend<Fixtures>({
  browser: [
    async ({}, use) => {
      const browser = await launch()
      await use(browser)
      await browser.close()
    },
    { scope: 'worker' },
  ],
  served: async ({}, use) => {
    const folder = await furnishedFolder()
    const served = await serveBuilt(folder)
    await use(served)
    await served.stop()
    await removeFolder(folder)
  },
  context: async ({ browser, served }, use) => {
    const context = await browser.newContext({
      baseURL: served.url,
      viewport: { width: 360, height: 740 },
      locale: 'zh-CN',
    })
    await use(context)
    await context.close()
  },
  page: async ({ context }, use) => {
    await use(await context.newPage())
  },
})

/** No axe violation on the page as it stands, at the width of a phone and of a desk. */
export async function expectAccessible(page: Page): Promise<void> {
  const before = page.viewportSize()
  for (const width of [360, 1440]) {
    await page.setViewportSize({ width, height: 900 })
    const { violations } = await new AxeBuilder({ page }).analyze()
    const found = violations.map(
      ({ id, nodes }) => `${id} at ${page.url()}: ${nodes.map(({ html }) => html).join(' | ')}`,
    )
    expect(found).toEqual([])
  }
  if (before) await page.setViewportSize(before)
}

export { describe, expect } from 'vitest'
