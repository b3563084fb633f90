import { expect, test } from 'vitest'
import { cases, findScenario } from '../scenario-kit/played.fixture.ts'
import { addressOf, placeOf } from '../share/address.ts'
import { repairAddress } from '../share/repair.ts'
import { codesOf, troubleCode } from './error-codes.ts'
import { writeSite } from './index.ts'
import { writePage } from './markup.ts'
import { pictureOf } from './picture.ts'
import { showRun } from './shown-run.ts'

const TEMPLATE = `<!doctype html>
<html lang="en">
  <head>
    <meta name="description" content="Watch flows." />
    <title>Authlane</title>
    <link rel="icon" href="./icon.svg" type="image/svg+xml" />
    <script type="module" crossorigin src="./assets/index-abc.js"></script>
    <link rel="modulepreload" crossorigin href="./assets/react-abc.js">
  </head>
  <body>
    <div id="root"></div>
    <noscript>It needs JavaScript.</noscript>
  </body>
</html>
`
const SITE_URL = 'https://host.example/docs/'
const scenario = findScenario('client-credentials')

async function write(siteUrl?: string) {
  const source = { scenarios: [scenario], opensWith: scenario.id, template: TEMPLATE, repairScript: 'repair()' }
  const site = await writeSite({ ...source, siteUrl })
  const textAt = (path: string) => site.files.find((file) => file.path === path)?.text ?? ''
  return { ...site, textAt }
}

test('the address of each outcome’s page leads to that outcome, whole or with what a sentence put behind it', () => {
  const home = 'https://host.example/docs/'
  for (const { scenario, outcome } of cases) {
    const place = { scenario: scenario.id, outcome: outcome.id }
    const page = addressOf(home, '', { place })
    expect(placeOf(page, home)).toEqual(place)
    expect(repairAddress(`${page.slice(0, -1)}),`)).toBe(page)
  }
})

test('every outcome has a page, live and with the run in it', async () => {
  const { files, textAt } = await write()
  const paths = files.map(({ path }) => path)
  for (const { id } of scenario.outcomes) expect(paths).toContain(`r/client-credentials/${id}/index.html`)
  const page = textAt('r/client-credentials/wrong-secret/index.html')
  expect(page).toContain('<script type="module" crossorigin src="../../../assets/index-abc.js"></script>')
  expect(page).toMatch(/<div id="root">\n.*<svg xmlns/s)
  expect(page).toContain('<h2>What goes wrong</h2>')
  expect(page).toMatch(/<a href="\.\.\/\.\.\/\.\.\/errors\/invalid_client\/"><code>invalid_client<\/code><\/a>/)
  expect(page).toContain('<link rel="canonical" href="./">')
})

test('what must be absolute is there where the address of the site is known, and nowhere else', async () => {
  const [without, within] = [await write(), await write(SITE_URL)]
  const page = 'r/client-credentials/cold/'
  expect(without.textAt(`${page}index.html`)).not.toMatch(/og:image|og:url|oembed/)
  expect(without.pictures).toEqual([])
  expect(without.files.map(({ path }) => path)).not.toContain('sitemap.xml')

  const text = within.textAt(`${page}index.html`)
  expect(text).toContain(`<meta property="og:image" content="${SITE_URL}${page}picture.png">`)
  expect(text).toContain(`<link rel="canonical" href="${SITE_URL}${page}">`)
  expect(text).toContain(`type="application/json+oembed" href="${SITE_URL}${page}oembed.json"`)
  const oembed = JSON.parse(within.textAt(`${page}oembed.json`))
  expect(oembed).toMatchObject({ type: 'rich', version: '1.0', thumbnail_url: `${SITE_URL}${page}picture.png` })
  expect(oembed.html).toContain(`<iframe src="${SITE_URL}${page}?embed=1#1.`)
  expect(within.textAt('sitemap.xml')).toContain(`<loc>${SITE_URL}${page}</loc>`)
  expect(within.textAt('robots.txt')).toContain(`Sitemap: ${SITE_URL}sitemap.xml`)
  expect(within.pictures).toHaveLength(scenario.outcomes.length)
})

test('the page of an error code names its runs, and runs no script', async () => {
  const page = (await write()).textAt('errors/invalid_client/index.html')
  expect(page).toContain('href="../../r/client-credentials/wrong-secret/"')
  expect(page).not.toMatch(/<script|modulepreload/)
  expect(page).toContain('<h2>Known causes</h2>')
})

test('the codes of a run are those that its answers name, and the one of its row in the troubleshooting table', async () => {
  const outcome = scenario.outcomes.find(({ id }) => id === 'invalid-scope')
  const run = outcome && (await showRun(scenario, outcome))
  const codes = codesOf(run ? [run] : [])
  expect([...codes.keys()]).toEqual(['invalid_scope'])
  expect(codes.get('invalid_scope')?.[0]?.message).toContain('invoices:write')
})

test.each([
  ['invalid_grant: expired code', 'invalid_grant'],
  ['state_mismatch after a reload', 'state_mismatch'],
  ['access_token in the browser history', undefined],
  ['thundering herd', undefined],
  ['404 at /token/refresh', undefined],
])('the code of “%s” is %s', (text, code) => {
  expect(troubleCode(text)).toBe(code)
})

test('a page is not written into what has no place for it, and no word of it becomes markup', () => {
  const words = { path: 'r/a/b/', title: '</title><script>', description: '"><b>', head: [], body: [], isLive: false }
  expect(() => writePage('<html></html>', words)).toThrow('has no')
  const { text } = writePage(TEMPLATE, words)
  expect(text).not.toMatch(/<b>|<\/title><script>|<script/)
})

test('a picture has the size of a preview, and the decisive row in it', async () => {
  const outcome = scenario.outcomes.find(({ id }) => id === 'wrong-secret')
  const run = outcome && (await showRun(scenario, outcome))
  const svg = run === undefined ? '' : pictureOf(run)
  expect(svg).toMatch(/^<svg [^>]*width="1200" height="630">/)
  expect(svg).toContain('401 invalid_client')
})
