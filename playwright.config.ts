/** Browser journeys (`npm run e2e`) and measurements (`npm run bench`) against the built page on the preview server. */
import { defineConfig, devices } from '@playwright/test'

// PLAYWRIGHT_CHROMIUM is set by .ci/ensure-browser.mjs; without it Playwright uses a browser of its own.
const { CI, PLAYWRIGHT_CHROMIUM, PORT = '4173' } = process.env

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
    launchOptions: PLAYWRIGHT_CHROMIUM ? { executablePath: PLAYWRIGHT_CHROMIUM } : {},
    screenshot: 'only-on-failure',
  },
  projects: [
    // Without motion, which the processor would have to draw; `happy-run.spec.ts` and the bench have it.
    { name: 'e2e', testMatch: '*.spec.ts', use: { contextOptions: { reducedMotion: 'reduce' } } },
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
