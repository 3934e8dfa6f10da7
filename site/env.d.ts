/// <reference types="astro/client" />
declare namespace App {
  interface Locals {
    /** The API, called in-process on behalf of whoever asked for the page. */
    api: import('../api/client.ts').PageClient
    /** Made by `serve.ts` for each request; `middleware.ts` turns it into `api`. */
    client: (page: Request) => import('../api/client.ts').PageClient
    /** Size of the letters: as the person set it. */
    size: 'standard' | 'large' | 'huge'
    /** Whether the demonstration's tour exists. */
    demo: boolean
    origin: string
  }
}
