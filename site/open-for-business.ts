import qrcode from 'qrcode'
import { firstLink } from '../api/acts/hall/first-hall.ts'
import type { World } from '../api/context.ts'

type Place = { demo: boolean; port: number; lan: string }

/**
 * Say where the portal is: the demonstration shows a QR that a phone in the same network can scan,
 * a new installation the one-time link of its first administrator.
 */
export async function openForBusiness(world: World, place: Place): Promise<string> {
  if (place.demo) return demonstrationGreeting(place)
  const link = await firstLink(world)
  if (!link) return '星窗 Starwindow'
  return [
    '',
    '  还没有大厅。24 小时内打开这个链接，开设第一个大厅和管理员账户，只能用一次：',
    '  No hall yet. This one-time link sets up the first hall and its administrator:',
    `  ${link}`,
    '',
  ].join('\n')
}

async function demonstrationGreeting({ port, lan }: Place): Promise<string> {
  const phone = `http://${lan}:${port}`
  const code = await qrcode.toString(`${phone}/demo`, { type: 'terminal', small: true })
  return [
    '',
    '  星窗 Starwindow：演示大厅已经开门。The demonstration halls are open.',
    `  本机 This machine    http://localhost:${port}`,
    `  同一网络的手机 Phone    ${phone}`,
    `  导览和一键登录 Tour     http://localhost:${port}/demo`,
    '',
    code,
  ].join('\n')
}
