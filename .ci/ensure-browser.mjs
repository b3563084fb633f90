// @ts-check
/**
 * Finds a Chromium that really starts, installing one only when there is none, and prints its path. With arguments
 * it runs Playwright in that browser: `node .ci/ensure-browser.mjs test --project e2e`. It looks at
 * PLAYWRIGHT_CHROMIUM → Playwright's own download → the system's Chromium, Chrome or Edge, then tries
 * `playwright install chromium` → on Debian and Ubuntu (as root, or sudo without a password) apt's chromium.
 */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, dirname, join } from 'node:path'
import { chromium } from '@playwright/test'

const { env, platform } = process
const playwrightCli = join(dirname(createRequire(import.meta.url).resolve('@playwright/test/package.json')), 'cli.js')

/** Every browser file there is, best first. */
function candidates() {
  if (env.PLAYWRIGHT_CHROMIUM) return [env.PLAYWRIGHT_CHROMIUM]
  const names = 'chromium chromium-browser google-chrome-stable google-chrome microsoft-edge-stable microsoft-edge'
  const linux = (env.PATH ?? '').split(delimiter).flatMap((dir) => names.split(' ').map((name) => join(dir, name)))
  const mac = ['Google Chrome', 'Chromium', 'Microsoft Edge'].map((n) => `/Applications/${n}.app/Contents/MacOS/${n}`)
  const win = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].flatMap((dir) =>
    ['Google/Chrome/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe'].map((p) => join(dir ?? '', p)),
  )
  const system = { win32: win, darwin: mac }[String(platform)] ?? linux
  return [chromium.executablePath(), ...system].filter((path) => existsSync(path))
}

/** @param {string} executablePath */
async function starts(executablePath) {
  try {
    const browser = await chromium.launch({ executablePath, timeout: 30_000 })
    console.error(`browser: ${executablePath} (${browser.version()})`)
    await browser.close()
    return true
  } catch (error) {
    console.error(`browser: ${executablePath} does not start: ${String(error).split('\n')[0]}`)
    return false
  }
}

async function firstThatStarts() {
  for (const path of candidates()) if (await starts(path)) return path
  return undefined
}

/** @param {string[]} argv */
function run(...argv) {
  console.error(`browser: trying ${argv.join(' ')}`)
  const [command = '', ...args] = argv
  const result = spawnSync(command, args, { encoding: 'utf8', env: { ...env, DEBIAN_FRONTEND: 'noninteractive' } })
  const why = /^(E: |Error: ).*/m.exec(result.stderr ?? '')?.[0] ?? result.error ?? `exit ${result.status}`
  if (result.status !== 0) console.error(`browser: failed: ${why}`)
  return result.status === 0
}

async function ensureBrowser() {
  const found = await firstThatStarts()
  if (found || env.PLAYWRIGHT_CHROMIUM) return found
  const own = run(process.execPath, playwrightCli, 'install', 'chromium') && (await firstThatStarts())
  if (own || !existsSync('/etc/debian_version')) return own || undefined
  const apt = [...(process.getuid?.() === 0 ? [] : ['sudo', '-n']), 'apt-get']
  run(...apt, 'update', '-qq')
  return run(...apt, 'install', '-y', '-qq', '--no-install-recommends', 'chromium') ? firstThatStarts() : undefined
}

const path = await ensureBrowser()
const args = process.argv.slice(2)
if (!path) {
  console.error('browser: none found. Install Chrome or Chromium, or set PLAYWRIGHT_CHROMIUM=/path/to/it.')
  process.exitCode = 1
} else if (args.length === 0) {
  console.log(path)
} else {
  const childEnv = { ...env, PLAYWRIGHT_CHROMIUM: path }
  process.exitCode =
    spawnSync(process.execPath, [playwrightCli, ...args], { stdio: 'inherit', env: childEnv }).status ?? 1
}
