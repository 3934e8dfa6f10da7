const SAFE = new Set(['GET', 'HEAD', 'OPTIONS'])

type Asked = {
  method: string
  origin: string | undefined
  fetchSite: string | undefined
  host: string | undefined
}

/**
 * Whether a request may change anything: it must come from the portal's own pages. Where no
 * origin is configured, the host that was asked is taken for it.
 */
export function mayChange(asked: Asked, configured: string | null): boolean {
  if (SAFE.has(asked.method)) return true
  if (asked.fetchSite === 'same-origin') return true
  if (asked.fetchSite !== undefined && asked.fetchSite !== 'none') return false
  if (!asked.origin) return false
  if (configured) return asked.origin === configured
  return asked.origin === `http://${asked.host}` || asked.origin === `https://${asked.host}`
}
