/** Writes the page's policy into the built page, so that it holds on hosts where nobody can set a header. */
import type { Plugin } from 'vite'
import { SIMULATED_SOURCE } from '../src/http/simulated-hosts.ts'

/** One rule a line. `connect-src` names the simulated hosts because it is checked before the service worker is asked. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  `connect-src 'self' ${SIMULATED_SOURCE}`,
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "frame-src 'self'",
  "manifest-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
]

/** `src/lib/trusted-types.ts` makes the two. Mermaid writes markup, in a frame that can reach nothing. */
const TRUSTED = ["require-trusted-types-for 'script'", 'trusted-types default pages']

/** The plugin. For the build alone: the dev server's page needs inline scripts. */
export function contentSecurityPolicy(): Plugin {
  return {
    name: 'content-security-policy',
    apply: 'build',
    transformIndexHtml: (_, { path }) => [
      {
        tag: 'meta',
        attrs: {
          'http-equiv': 'Content-Security-Policy',
          content: [...POLICY, ...(path === '/index.html' ? TRUSTED : [])].join('; '),
        },
        injectTo: 'head-prepend',
      },
    ],
  }
}
