import node from '@astrojs/node'
import svelte from '@astrojs/svelte'
import { defineConfig } from 'astro/config'

export default defineConfig({
  srcDir: '.',
  publicDir: './static',
  outDir: '../dist',
  output: 'server',
  adapter: node({ mode: 'middleware', bodySizeLimit: 0 }),
  integrations: [svelte()],
  compressHTML: true,
  session: false,
  prefetch: false,
  devToolbar: { enabled: false },
  build: { inlineStylesheets: 'always', redirects: false },
  security: {
    checkOrigin: false,
    csp: {
      directives: [
        "default-src 'none'",
        "img-src 'self' data: blob:",
        "connect-src 'self'",
        "manifest-src 'self'",
        "worker-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
      ],
    },
  },
  vite: {
    build: {
      target: ['chrome64', 'safari12'],
      cssTarget: ['chrome64', 'safari12'],
      assetsInlineLimit: 0,
    },
  },
})
