/** A window as people call it: `3号` is 3号窗口. */
export const windowName = (number: string): string =>
  number.endsWith('窗口') || number.endsWith('台') ? number : `${number}窗口`

/** A window with what it deals with: 3号窗口 社会保险. */
export const windowTitle = ({ number, business }: { number: string; business: string }): string =>
  `${windowName(number)} ${business}`
