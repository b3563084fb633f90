/** Browser journeys (`npm run e2e`) and measurements (`npm run bench`) against the built page on the preview server. */
import { defineConfig, devices } from '@playwright/test'

// PLAYWRIGHT_CHROMIUM is set by .ci/ensure-browser.mjs; without it Playwright uses a browser of its own.
const { CI, PLAYWRIGHT_CHROMIUM, PORT = '4173' } = process.env

const browser = PLAYWRIGHT_CHROMIUM ? { executablePath: PLAYWRIGHT_CHROMIUM } : {}

/** Names of other machines lead nowhere, whoever asks: page, frame, worker or the browser itself. `e2e/test.ts` reports who does. */
const ALONE = '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1'

/** The same journeys in each engine (`npm run engines`): the fixtures in `e2e/engines/test.ts` start them. */
const ENGINES = [
  { name: 'chromium', launchOptions: { args: [ALONE] } },
  // Debian's Firefox is not patched: this channel drives it over WebDriver BiDi.
  { name: 'firefox', launchOptions: { channel: 'moz-firefox' } },
  { name: 'webkit', launchOptions: {} },
].map(({ name, launchOptions }) => ({
  name,
  testMatch: 'engines/*.spec.ts',
  // In Chromium `scenarios.spec.ts` compares them, message by message, and `places.spec.ts` tries more places.
  ...(name === 'chromium' && { testIgnore: ['engines/outcomes.spec.ts', 'engines/places.spec.ts'] }),
  timeout: 180_000,
  use: { launchOptions, screenshot: 'off' as const },
}))

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  fullyParallel: true,
  // Generous, so that a busy machine is slow and not red: how fast something is belongs to the bench.
  timeout: 90_000,
  expect: { timeout: 15_000 },
  forbidOnly: Boolean(CI),
  workers: 2,
  reporter: [['list'], ['./.ci/count-reporter.mjs'], ['./.ci/bench-reporter.mjs']],
  use: {
    ...devices['Desktop Chrome'],
    baseURL: `http://localhost:${PORT}`,
    launchOptions: browser,
    screenshot: 'only-on-failure',
  },
  projects: [
    // Without motion, which the processor would have to draw; `happy-run.spec.ts` and the bench have it.
    {
      name: 'e2e',
      testMatch: '*.spec.ts',
      testIgnore: 'engines/*',
      use: { contextOptions: { reducedMotion: 'reduce' }, launchOptions: { ...browser, args: [ALONE] } },
    },
    ...ENGINES,
    { name: 'bench', testMatch: 'bench/*.bench.ts', fullyParallel: false, timeout: 150_000 },
  ],
  webServer: {
    // What the README starts, so that the journeys prove it.
    command: `npm start -- --port ${PORT} --strictPort`,
    url: `http://localhost:${PORT}`,
    reuseExistingServer: !CI,
    timeout: 120_000,
  },
})
