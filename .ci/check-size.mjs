// @ts-check
/**
 * Fails the build when too much JavaScript comes before the first arrow: the page's entry, what it imports statically,
 * and the heaviest scenario if scenarios are loaded on demand. Everything else (msw, mermaid, the highlighter) is lazy.
 */
import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { minifySync } from 'vite'

const BUDGET_KB = 150
const OUT = 'dist'

/** @type {Record<string, { file: string, imports?: string[], isEntry?: boolean, isDynamicEntry?: boolean, src?: string }>} */
const manifest = JSON.parse(readFileSync(`${OUT}/.vite/manifest.json`, 'utf8'))

/** The chunks that loading one chunk loads. @param {string} key @param {Set<string>} seen */
function closure(key, seen = new Set()) {
  const chunk = manifest[key]
  if (chunk === undefined || seen.has(key)) return seen
  seen.add(key)
  for (const imported of chunk.imports ?? []) closure(imported, seen)
  return seen
}

/** @param {string} key */
function gzipKb(key) {
  return gzipSync(readFileSync(`${OUT}/${manifest[key]?.file}`)).length / 1000
}

/** @param {Iterable<string>} keys */
function total(keys) {
  return [...keys].reduce((sum, key) => sum + gzipKb(key), 0)
}

const entry = Object.keys(manifest).find((key) => manifest[key]?.isEntry)
if (entry === undefined) throw new Error(`${OUT}/.vite/manifest.json names no entry`)
const shell = closure(entry)
const scenarios = Object.keys(manifest).filter((key) => /^src\/scenarios\/[^/]+\/index\.ts$/.test(key))
const [heaviest] = scenarios
  .map((key) => [...closure(key)].filter((member) => !shell.has(member)))
  .sort((left, right) => total(right) - total(left))
const needed = [...shell, ...(heaviest ?? [])]

for (const key of needed) console.log(`${gzipKb(key).toFixed(1).padStart(8)} kB gzip  ${manifest[key]?.file}`)
const sum = total(needed)
console.log(`${sum.toFixed(1).padStart(8)} kB gzip  JavaScript before the first arrow; the budget is ${BUDGET_KB} kB`)
if (sum > BUDGET_KB) {
  console.error('Over the budget: load what the first arrow does not need with a dynamic import().')
  process.exitCode = 1
}

const COMPONENT_BYTES = 5000
const component = readFileSync(`${OUT}/authlane-run.js`, 'utf8')
const { code } = minifySync('authlane-run.js', component)
console.log(`${String(code.length).padStart(8)} B minified  <authlane-run>; the budget is ${COMPONENT_BYTES} B`)
if (code.length > COMPONENT_BYTES) {
  console.error('Over the budget: <authlane-run> is loaded by other people’s pages.')
  process.exitCode = 1
}
