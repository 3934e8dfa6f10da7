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
    /** On the sign-in page: what was sent to a page of the desk after the session had ended. */
    unsent?: import('./unsent.ts').Unsent
    /** A photo was too large and left out of the form by `front.ts`. */
    photoLeft: boolean
  }
}
