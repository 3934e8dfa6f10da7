/** Whether a text is the whole address of a page anybody can open: https or http, with a host. */
export function isWebAddress(typed: string): boolean {
  if (!/^https?:\/\/[^\s]+$/i.test(typed) || !URL.canParse(typed)) return false
  const { hostname, username, password } = new URL(typed)
  return /^[^.]+(?:\.[^.]+)+$/.test(hostname) && username === '' && password === ''
}
