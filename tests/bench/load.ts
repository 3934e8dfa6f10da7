import autocannon from 'autocannon'

export type Load = { perSecond: number; p99: number; refused: number }

/** Put 64 connections on an address for some seconds. Only acknowledged answers count. */
export async function load(
  url: string,
  seconds: number,
  request: { method: 'GET' | 'POST'; path: string; body?: string },
): Promise<Load> {
  const result = await autocannon({
    url: url + request.path,
    connections: 64,
    duration: seconds,
    method: request.method,
    headers: { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' },
    ...(request.body ? { body: request.body } : {}),
  })
  return {
    perSecond: result['2xx'] / result.duration,
    p99: result.latency.p99,
    refused: result.non2xx + result.errors,
  }
}
