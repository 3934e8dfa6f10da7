/** What stands before a text file so that spreadsheets read it as UTF-8. */
const BYTE_ORDER_MARK = '\uFEFF'

/** What a spreadsheet would take for the beginning of a formula. */
const FORMULA = /^(\s*[=+\-@]|[\t\r])/

const textCell = (text: string): string => {
  const safe = FORMULA.test(text) ? `'${text}` : text
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/**
 * Rows as a CSV file: UTF-8 with its mark, lines ended as the format asks. A number stays one; a
 * text that a spreadsheet would run as a formula is kept from it by an apostrophe.
 */
export const csvOf = (rows: readonly (readonly (string | number)[])[]): string =>
  BYTE_ORDER_MARK +
  rows
    .map((row) => row.map((cell) => (typeof cell === 'number' ? String(cell) : textCell(cell))))
    .map((row) => `${row.join(',')}\r\n`)
    .join('')
