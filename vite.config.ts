/** Build, preview server and unit tests. The built page is a folder of static files that works from any path of any host. */
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import type { Plugin } from 'vite'
import { defineConfig } from 'vitest/config'
import { SIMULATED_ORIGINS } from './src/scenarios/origins.ts'

/** One rule a line. `connect-src` names the simulated origins because it is checked before the service worker is asked. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  `connect-src 'self' ${SIMULATED_ORIGINS.join(' ')}`,
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "frame-src 'self'",
  "manifest-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
].join('; ')

/** Writes the policy into the built page, so that it holds on hosts where nobody can set a header. Dev needs inline scripts. */
function contentSecurityPolicy(): Plugin {
  return {
    name: 'content-security-policy',
    apply: 'build',
    transformIndexHtml: () => [
      {
        tag: 'meta',
        attrs: { 'http-equiv': 'Content-Security-Policy', content: CONTENT_SECURITY_POLICY },
        injectTo: 'head-prepend',
      },
    ],
  }
}

export default defineConfig({
  // Relative, so that one build works at `/`, at `/authlane/` and in any other folder of a static host.
  base: './',
  plugins: [react(), contentSecurityPolicy()],
  resolve: { alias: { tldts: fileURLToPath(new URL('src/shims/tldts.ts', import.meta.url)) } },
  build: {
    target: 'baseline-widely-available',
    // `.ci/check-size.mjs` reads it.
    manifest: true,
    chunkSizeWarningLimit: 700,
    // An inlined asset would be a data: URL, which the policy refuses for fonts.
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'msw', test: /node_modules\/(msw|@mswjs|@open-draft|tough-cookie|rettime|outvariant|graphql)\// },
            { name: 'jose', test: /node_modules\/jose\// },
            { name: 'react', test: /node_modules\/(react|react-dom|scheduler)\// },
          ],
        },
      },
    },
  },
  preview: { port: 4173 },
  test: {
    include: ['src/**/*.test.ts?(x)'],
    reporters: ['default', './.ci/count-reporter.mjs'],
    testTimeout: 30_000,
  },
})
