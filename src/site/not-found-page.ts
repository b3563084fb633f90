/** `404.html`, which most static hosts answer for an address that does not exist, wherever that is. */
import type { SiteFile } from './markup.ts'

/** No relative address leads anywhere from here, so its script and its style stand in it, each named by its hash in the policy (Content Security Policy Level 3 §2.3.1). */
const NOT_FOUND_STYLE =
  ':root{color-scheme:light dark}body{max-width:36rem;margin:20vh auto 0;padding:0 1.5rem;font:1rem/1.6 system-ui,sans-serif}'

/** Writes it. The hashes are put in by the build, which has what makes them. */
export function notFoundPage(script: string): SiteFile {
  return {
    path: '404.html',
    text: [
      '<!doctype html>',
      '<html lang="en">',
      '<head>',
      '<meta charset="utf-8">',
      '<meta name="viewport" content="width=device-width, initial-scale=1">',
      '<meta name="robots" content="noindex">',
      '<title>No such page · Authlane</title>',
      `<style>${NOT_FOUND_STYLE}</style>`,
      `<script>${script}</script>`,
      '</head>',
      '<body>',
      '<h1>There is no page at this address</h1>',
      '<p>A link to Authlane may have been cut off or changed on its way. Copy the whole link again, or ask for a new one.</p>',
      '</body>',
      '</html>',
      '',
    ].join('\n'),
  }
}
