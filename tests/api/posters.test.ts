import jsqr from 'jsqr'
import sharp from 'sharp'
import { qrCode, scannedAddress, typedAddress } from '../../site/qr-code.ts'
import { expect, test } from '../support/portal.ts'

type Json = Record<string, any>
const read = jsqr as unknown as (
  pixels: Uint8ClampedArray,
  width: number,
  height: number,
) => { data: string; version: number } | null

const scan = async (svg: string, width = 600) => {
  const { data, info } = await sharp(Buffer.from(svg))
    .resize(width)
    .flatten({ background: '#fff' })
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  return read(new Uint8ClampedArray(data), info.width, info.height)
}

test('only an officer prints posters, and only of the own hall', async ({ portal }) => {
  expect((await portal.get('/posters')).status).toBe(401)
  const answer = await portal.get('/posters', await portal.as('complaintDesk', 'qingpu'))
  const body = (await answer.json()) as Json
  const codes = (await portal.windowsOf('qingpu')).map(({ code }) => code)
  expect(body.hall.key).toBe('qingpu')
  expect(body.day).toBe('2026-03-02')
  expect(body.windows.map(({ code }: Json) => code).sort()).toEqual(codes.sort())
})

test('every window’s QR is read as its own address, in capitals', async ({ portal }) => {
  const origin = 'https://pj.example.gov.cn'
  for (const hall of ['anci', 'bingcha', 'qingpu']) {
    for (const { code } of await portal.windowsOf(hall)) {
      const found = await scan(await qrCode(origin, code))
      expect(found?.data).toBe(`HTTPS://PJ.EXAMPLE.GOV.CN/W/${code.toUpperCase()}`)
      expect(found?.version).toBe(3)
    }
  }
})

test.for<[why: string, origin: string]>([
  ['a hall’s own network', 'http://192.168.1.20:4321'],
  ['a long name', 'https://pingjia.zwfw.some-long-district.somecity.gov.cn'],
])('the QR is read: %s', async ([, origin]) => {
  const found = await scan(await qrCode(origin, 'a2b3c4d5'))
  expect(found?.data).toBe(scannedAddress(origin, 'a2b3c4d5'))
})

test('it is read when small, and when a patch is scratched away', async () => {
  const svg = await qrCode('https://pj.example.gov.cn', 'a2b3c4d5')
  const scratched = svg.replace('</svg>', '<path fill="#fff" d="M14 14h4v3h-4z"/></svg>')
  expect(scratched).not.toBe(svg)
  for (const drawn of [svg, scratched]) {
    expect((await scan(drawn, 185))?.data).toBe('HTTPS://PJ.EXAMPLE.GOV.CN/W/A2B3C4D5')
  }
})

test('four white squares stand around it, and nothing but black and white is in it', async () => {
  const svg = await qrCode('https://pj.example.gov.cn', 'a2b3c4d5')
  expect(svg).toMatch(/viewBox="0 0 37 37"/)
  expect([...svg.matchAll(/#[0-9a-f]+/g)].map(([colour]) => colour)).toEqual(['#ffffff', '#000000'])
  expect(svg).toMatch(/M4 4\.5h7/)
  expect(svg).not.toMatch(/style=|<script|<image/)
})

test('the typed address is short and in small letters', () => {
  expect(typedAddress('https://pj.example.gov.cn', 'a2b3c4d5')).toBe('pj.example.gov.cn/w/a2b3c4d5')
})
