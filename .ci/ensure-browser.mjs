// @ts-check
/**
 * Finds the browsers that the arguments need, installing what there is none of, and runs Playwright in them:
 * `node .ci/ensure-browser.mjs test --project=webkit`. Without arguments it prints the path of Chromium. Chromium must be
 * there. The journeys of a Firefox or a WebKit that is missing are skipped with a sentence; in CI that is a failure, once
 * the others have run. Where it looks and what it installs is in `browsers.mjs`.
 */
import { spawnSync } from 'node:child_process'
import { findChromium, findFirefox, findWebKit, playwrightCli } from './browsers.mjs'

const { env, execPath } = process
const args = process.argv.slice(2)

/** @param {string} project */
const isAskedFor = (project) => args.includes(`--project=${project}`)

/** @type {string[]} */
const missing = []

/** @param {string} sentence */
function tellMissing(sentence) {
  console.error(`browser: ${sentence}`)
  missing.push(sentence)
}

const chromium = await findChromium()
if (!chromium) {
  tellMissing('none found. Install Chrome or Chromium, or set PLAYWRIGHT_CHROMIUM=/path/to/it.')
  process.exit(1)
}
// Some places of `e2e/places.spec.ts` are those of Firefox.
const needsFirefox = isAskedFor('firefox') || isAskedFor('e2e')
const firefox = needsFirefox ? await findFirefox() : undefined
if (!firefox && needsFirefox)
  tellMissing('there is no Firefox here, so its journeys are skipped. Install it, or set PLAYWRIGHT_FIREFOX.')
const webkit = isAskedFor('webkit') ? findWebKit() : undefined
if (!webkit && isAskedFor('webkit'))
  tellMissing('there is no WebKit here that tests can drive (Debian and Ubuntu have one), so its journeys are skipped.')

if (args.length === 0) {
  console.log(chromium)
} else {
  const childEnv = { ...env, PLAYWRIGHT_CHROMIUM: chromium, PLAYWRIGHT_FIREFOX: firefox, ...webkit }
  const { status } = spawnSync(execPath, [playwrightCli, ...args], { stdio: 'inherit', env: childEnv })
  for (const sentence of missing) console.error(`browser: ${sentence}`)
  process.exitCode = env.CI && missing.length > 0 ? 1 : (status ?? 1)
}
