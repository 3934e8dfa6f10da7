import type { APIRoute } from 'astro'
import { valueOf } from '../../../../submitted.ts'
import { fromPairs } from '../../../../../api/forms/pairs.ts'

/** Forget what was typed, its photos too, and the pages the browser kept of it. */
export const POST: APIRoute = async ({ locals, params, request }) => {
  const typed = fromPairs(new URLSearchParams(await request.text()))
  await locals.api['complaint-steps'].clearing.$post({
    json: { sealed: valueOf(typed, 'sealed') },
  })
  return new Response(null, {
    status: 303,
    headers: {
      location: `/h/${encodeURIComponent(params.hall!)}/complain?cleared=1`,
      'clear-site-data': '"cache"',
      'cache-control': 'no-store',
    },
  })
}

/** Asked for without a form there is nothing to forget. */
export const GET: APIRoute = ({ params, redirect }) =>
  redirect(`/h/${encodeURIComponent(params.hall!)}/complain`, 303)
