/** Build, preview server and unit tests. The built page is a folder of static files that works from any path of any host. */
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'
import { contentSecurityPolicy } from './.ci/content-security-policy.ts'
import { mermaidFrame } from './.ci/mermaid-frame.ts'
import { thirdPartyNotices } from './.ci/notices.ts'
import { pages } from './.ci/pages.ts'
import { precache } from './.ci/precache.ts'

const notices = thirdPartyNotices()

/** Files of a certificate and its key: with both, `npm start` serves by HTTPS, for other machines on a network. */
const { AUTHLANE_CERT, AUTHLANE_KEY } = process.env

/** Tests that share no modules with others. */
const ALONE = ['src/app/**/*.test.ts?(x)', 'src/**/*.alone.test.ts?(x)']

export default defineConfig({
  // Relative, so that one build works at `/`, at `/authlane/` and in any other folder of a static host.
  base: './',
  plugins: [
    react(),
    contentSecurityPolicy(),
    notices.collect(),
    mermaidFrame([notices.collect()]),
    notices.write(),
    pages(),
    precache(),
  ],
  worker: { plugins: () => [notices.collect()] },
  resolve: { alias: { tldts: fileURLToPath(new URL('src/shims/tldts.ts', import.meta.url)) } },
  build: {
    target: 'baseline-widely-available',
    // Every browser of that target preloads modules by itself.
    modulePreload: {
      polyfill: false,
      // A part's style sheets are named beside its import, its modules are not: the list of them would grow with each flow.
      resolveDependencies: (_, files, { hostType }) =>
        hostType === 'html' ? files : files.filter((file) => file.endsWith('.css')),
    },
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
            // What servers encrypt with comes with the servers.
            { name: 'jose', test: /node_modules\/jose\/(?!.*(?:jwe|content_encryption|deflate|key_management))/ },
            { name: 'react', test: /node_modules\/(react|react-dom|scheduler)\// },
            // What the page starts with, in one file: a dozen small ones are more requests and compress worse.
            { name: 'page', tags: ['$initial'] },
            // Otherwise dozens of files of a few lines.
            { name: 'icons', test: /node_modules\/lucide-react\// },
            {
              name: 'kit',
              test: /\/scenario-kit\/(?:goals|regions|client-code\/sign-in-error|parties\/(?:app-page|backend|page-form|web-routes))\.ts$/,
            },
          ],
        },
      },
    },
  },
  preview: {
    port: 4173,
    // Frames without an origin (`sandbox="allow-scripts"`) load scripts only from a host that lets everybody.
    headers: { 'Access-Control-Allow-Origin': '*' },
    ...(AUTHLANE_CERT && AUTHLANE_KEY && { https: { cert: AUTHLANE_CERT, key: AUTHLANE_KEY } }),
  },
  test: {
    projects: [
      // The page has one store, and some tests load modules anew or change globals: each of their files begins afresh.
      { extends: true, test: { name: 'alone', include: ALONE } },
      // Nothing else keeps state, so the files of a worker share their modules and the runs that were played.
      {
        extends: true,
        test: { name: 'shared', include: ['src/**/*.test.ts?(x)'], exclude: ALONE, isolate: false },
      },
    ],
    reporters: ['default', './.ci/count-reporter.mjs'],
    testTimeout: 30_000,
    // By default one core is left free for whoever watches.
    maxWorkers: '100%',
  },
})
