import { type Letter, letter, type Paragraph } from './letter.ts'

/** A letter to an officer: what is to be done, and the page of the desk where it is done. */
export const toOfficer = (
  origin: string,
  subject: string,
  paragraphs: readonly (Paragraph | false)[],
  page: `/${string}`,
): Letter =>
  letter(subject, [
    '您好。',
    ...paragraphs,
    { says: '请登录工作台办理：', link: origin + page },
    '信里不写投诉内容和姓名。',
  ])

/** The page of one refusal on file. */
export const filingPage = (number: string) => `/desk/refusals/${number}` as const

/** The page of one case on the desk. */
export const casePage = (number: string) => `/desk/cases/${number}` as const
