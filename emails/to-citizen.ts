import { type Letter, letter, type Paragraph } from './letter.ts'

const GREETING = '您好。'
const CLOSING = ['有急事，请拨 12345。', '这封信由系统发出，不用回复。']

/** A letter to who lodged a complaint: what happened, and the one place where it is read. */
export const toCitizen = (
  origin: string,
  subject: string,
  paragraphs: readonly (Paragraph | false)[],
): Letter =>
  letter(subject, [
    GREETING,
    ...paragraphs,
    { says: '请用您的查询码查看：', link: `${origin}/follow` },
    ...CLOSING,
  ])
