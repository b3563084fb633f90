// @ts-check
/**
 * Finds the browsers that the arguments need, installing what there is none of, and runs Playwright in them:
 * `node .ci/ensure-browser.mjs test --project=webkit`. Without arguments it prints the path of Chromium. Chromium must be
 * there; Firefox and WebKit must in CI, elsewhere their journeys are skipped with a sentence. Where it looks and what it
 * installs is in `browsers.mjs`.
 */
import { spawnSync } from 'node:child_process'
import { findChromium, findFirefox, findWebKit, playwrightCli } from './browsers.mjs'

const { env, execPath } = process
const args = process.argv.slice(2)

/** @param {string} project */
const isAskedFor = (project) => args.includes(`--project=${project}`)

/** @param {string} sentence @param {boolean} isFatal */
function missing(sentence, isFatal) {
  console.error(`browser: ${sentence}`)
  if (isFatal) process.exit(1)
}

const chromium = await findChromium()
if (!chromium) missing('none found. Install Chrome or Chromium, or set PLAYWRIGHT_CHROMIUM=/path/to/it.', true)
// Some places of `e2e/places.spec.ts` are those of Firefox.
const needsFirefox = isAskedFor('firefox') || isAskedFor('e2e')
const firefox = needsFirefox ? await findFirefox() : undefined
if (!firefox && needsFirefox)
  missing(
    'there is no Firefox here, so its journeys are skipped. Install it, or set PLAYWRIGHT_FIREFOX.',
    Boolean(env.CI) && isAskedFor('firefox'),
  )
const webkit = isAskedFor('webkit') ? findWebKit() : undefined
if (!webkit && isAskedFor('webkit'))
  missing(
    'there is no WebKit here that tests can drive (Debian and Ubuntu have one), so its journeys are skipped.',
    Boolean(env.CI),
  )

if (args.length === 0) {
  console.log(chromium)
} else {
  const childEnv = { ...env, PLAYWRIGHT_CHROMIUM: chromium, PLAYWRIGHT_FIREFOX: firefox, ...webkit }
  process.exitCode = spawnSync(execPath, [playwrightCli, ...args], { stdio: 'inherit', env: childEnv }).status ?? 1
}
