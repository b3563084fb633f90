/** The worker file that is served is the one of the msw that is installed. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

test('public/mockServiceWorker.js is the installed msw’s (renew it with `npx msw init public --no-save`)', () => {
  const [served, installed] = ['public', 'node_modules/msw/lib'].map((folder) =>
    readFileSync(`${folder}/mockServiceWorker.js`, 'utf8'),
  )
  expect(served).toBe(installed)
})
