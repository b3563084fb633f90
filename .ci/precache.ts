/** Names every file of the built page for the service worker, which keeps them for a person without a network. */
import { createHash } from 'node:crypto'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Plugin } from 'vite'

/** Read by the build and by the worker itself, never by the page. */
const LEFT_OUT = /^(?:\.vite\/|service-worker\.js|mockServiceWorker\.js|precache\.js|screenshot\.png|index\.html)/

/** Pages for those who come from elsewhere: `run-page.html` stands for all of them. */
const READ_WITHOUT_US = /^(?:r\/|errors\/|404\.html|robots\.txt|sitemap\.xml)/

/** The plugin: `precache.js` with the list, and a version that changes with any of the files. */
export function precache(): Plugin {
  let folder = 'dist'
  return {
    name: 'precache',
    apply: 'build',
    configResolved(config) {
      folder = config.build.outDir
    },
    // After `public` has been copied, so that its files are named too.
    async closeBundle(error?: Error) {
      if (error !== undefined) return
      const entries = await readdir(folder, { recursive: true, withFileTypes: true })
      const paths = entries
        .filter((entry) => entry.isFile())
        .map((entry) =>
          join(entry.parentPath, entry.name)
            .slice(folder.length + 1)
            .replaceAll('\\', '/'),
        )
        .filter((path) => !READ_WITHOUT_US.test(path))
        .sort()
      const hash = createHash('sha256')
      for (const path of paths)
        if (!path.startsWith('.vite/')) hash.update(path).update(await readFile(join(folder, path)))
      // The page itself is the folder's address.
      const files = ['', ...paths.filter((path) => !LEFT_OUT.test(path))]
      const list = JSON.stringify({ version: hash.digest('hex').slice(0, 16), files })
      await writeFile(join(folder, 'precache.js'), `self.PRECACHE = ${list}\n`)
    },
  }
}
