/** A letter as it is sent; the plain and the HTML part say the same. */
export type Letter = { subject: string; text: string; html: string }

/** A sentence or two, or a link with the words before it. */
export type Paragraph = string | { says: string; link: string }

const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => `&#${sign.codePointAt(0)};`)

const asText = (paragraph: Paragraph) =>
  typeof paragraph === 'string' ? paragraph : `${paragraph.says}\n${paragraph.link}`

const asHtml = (paragraph: Paragraph) => {
  if (typeof paragraph === 'string') return `<p>${escaped(paragraph)}</p>`
  const link = escaped(paragraph.link)
  return `<p>${escaped(paragraph.says)}<br>\n<a href="${link}">${link}</a></p>`
}

/** Write a letter once, as paragraphs; `false` leaves one out. */
export function letter(subject: string, paragraphs: readonly (Paragraph | false)[]): Letter {
  const said = paragraphs.filter((paragraph) => paragraph !== false)
  return {
    subject,
    text: `${said.map(asText).join('\n\n')}\n`,
    html: [
      '<!doctype html>',
      '<html lang="zh-CN"><head><meta charset="utf-8"></head><body>',
      ...said.map(asHtml),
      '</body></html>',
      '',
    ].join('\n'),
  }
}
