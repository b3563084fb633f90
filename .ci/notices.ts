/**
 * Writes `third-party-notices.txt`: every package whose modules or files are in the built page, with its licence. Vite's
 * own `build.license` sees neither the workers nor the Mermaid frame, and accepts a package that has no licence.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'

/** The help dialog links to it. */
const FILE = 'third-party-notices.txt'

/** The folder of the package that a module belongs to; the innermost one, where packages have packages of their own. */
const PACKAGE_FOLDER = /^\0?(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//

const LICENCE_FILE = /^(?:licen[cs]e|copying|notice)(?:[.-].*)?$/i

/** `public/mockServiceWorker.js` is a copy of this package's, and the bundler does not look at it. */
const COPIED = fileURLToPath(new URL('../node_modules/msw', import.meta.url))

const MIT = `Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated
documentation files (the "Software"), to deal in the Software without restriction, including without limitation the
rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit
persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the
Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE
WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR
COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR
OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`

/** What is read of a `package.json`. */
interface Manifest {
  readonly name: string
  readonly version: string
  readonly license?: string
  readonly author?: string | { readonly name: string }
}

/**
 * Two plugins that share what they find: `collect` for every bundle (the page's, its workers', the frame's), `write` for
 * the page's alone, after all others. The build fails when a package has no licence.
 */
export function thirdPartyNotices(): { collect: () => Plugin; write: () => Plugin } {
  const folders = new Set([COPIED])
  return {
    collect: () => ({
      name: 'collect-third-party',
      generateBundle(_options, bundle) {
        for (const output of Object.values(bundle)) {
          for (const id of output.type === 'chunk' ? output.moduleIds : output.originalFileNames) {
            const folder = PACKAGE_FOLDER.exec(id)?.[1]
            if (folder !== undefined) folders.add(folder)
          }
        }
      },
    }),
    write: () => ({
      name: 'third-party-notices',
      apply: 'build',
      generateBundle() {
        const notices = [...folders].map(noticeOf).sort((one, other) => (one < other ? -1 : 1))
        const source = `Authlane is built from these packages.\n\n${[...new Set(notices)].join(`\n${'─'.repeat(80)}\n\n`)}`
        this.emitFile({ type: 'asset', fileName: FILE, source })
      },
    }),
  }
}

/** Name, version, licence and its text. Throws where there is neither a text nor a licence whose text is known here. */
function noticeOf(folder: string): string {
  const { name, version, license, author }: Manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const files = readdirSync(folder).filter((file) => LICENCE_FILE.test(file))
  const texts = files.sort().map((file) => readFileSync(join(folder, file), 'utf8').trim())
  if (texts.length === 0) {
    const found = license === undefined ? 'no licence' : `the licence ${license} without its text`
    if (license !== 'MIT') throw new Error(`${name} ${version} is in the built page and has ${found} (${folder}).`)
    const holder = typeof author === 'string' ? author : author?.name
    texts.push(`Copyright (c) ${holder ?? `the authors of ${name}`}\n\n${MIT}`)
  }
  return `${name} ${version}: ${license ?? 'licence below'}\n\n${texts.join('\n\n')}\n`
}
