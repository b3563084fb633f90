// @ts-check
/** Where the browsers of the journeys are, and how they are installed where there is none: for `ensure-browser.mjs`. */
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, dirname, join } from 'node:path'
import { chromium, firefox } from '@playwright/test'

const { env, platform } = process

/** Playwright's command line, for Node to run. */
export const playwrightCli = join(
  dirname(createRequire(import.meta.url).resolve('@playwright/test/package.json')),
  'cli.js',
)

/** The programs of these names in PATH. @param {...string} names */
function inPath(...names) {
  const paths = (env.PATH ?? '').split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)))
  return paths.filter((path) => existsSync(path))
}

/** Every file of a browser that there is, best first. @param {{ linux: string[], mac: string[], windows: string[] }} names */
function installed({ linux, mac, windows }) {
  if (platform === 'darwin') return mac.map((n) => `/Applications/${n}.app/Contents/MacOS/${n}`).filter(existsSync)
  if (platform !== 'win32') return inPath(...linux)
  const folders = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA]
  return folders.flatMap((folder) => windows.map((path) => join(folder ?? '', path))).filter(existsSync)
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

/** As root, or with sudo that asks for no password, on Debian and Ubuntu. @param {string[]} packages */
function aptInstall(...packages) {
  if (!existsSync('/etc/debian_version')) return false
  const apt = [...(process.getuid?.() === 0 ? [] : ['sudo', '-n']), 'apt-get']
  run(...apt, 'update', '-qq')
  return run(...apt, 'install', '-y', '-qq', '--no-install-recommends', ...packages)
}

/**
 * The first that really starts.
 * @param {string[]} paths
 * @param {(executablePath: string) => Promise<import('@playwright/test').Browser>} launch
 */
async function firstThatStarts(paths, launch) {
  for (const path of paths) {
    try {
      const browser = await launch(path)
      console.error(`browser: ${path} (${browser.version()})`)
      await browser.close()
      return path
    } catch (error) {
      console.error(`browser: ${path} does not start: ${String(error).split('\n')[0]}`)
    }
  }
  return undefined
}

/**
 * PLAYWRIGHT_CHROMIUM → Playwright's own download → the system's Chromium, Chrome or Edge → `playwright install chromium`
 * → apt's chromium. Gives the path.
 */
export async function findChromium() {
  const find = () => {
    const system = installed({
      linux: 'chromium chromium-browser google-chrome-stable google-chrome microsoft-edge-stable microsoft-edge'.split(
        ' ',
      ),
      mac: ['Google Chrome', 'Chromium', 'Microsoft Edge'],
      windows: ['Google/Chrome/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe'],
    })
    const own = [chromium.executablePath(), ...system].filter((path) => existsSync(path))
    const paths = env.PLAYWRIGHT_CHROMIUM ? [env.PLAYWRIGHT_CHROMIUM] : own
    return firstThatStarts(paths, (executablePath) => chromium.launch({ executablePath, timeout: 30_000 }))
  }
  const found = await find()
  if (found || env.PLAYWRIGHT_CHROMIUM) return found
  const downloaded = run(process.execPath, playwrightCli, 'install', 'chromium') && (await find())
  return downloaded || (aptInstall('chromium') ? find() : undefined)
}

/** PLAYWRIGHT_FIREFOX → the system's Firefox → apt's firefox-esr. Gives the path. Playwright's own one is not what people have. */
export async function findFirefox() {
  const find = () => {
    const system = installed({
      linux: ['firefox-esr', 'firefox'],
      mac: ['Firefox'],
      windows: ['Mozilla Firefox/firefox.exe'],
    })
    return firstThatStarts(env.PLAYWRIGHT_FIREFOX ? [env.PLAYWRIGHT_FIREFOX] : system, (executablePath) =>
      firefox.launch({ executablePath, channel: 'moz-firefox', timeout: 30_000 }),
    )
  }
  const found = await find()
  return found || env.PLAYWRIGHT_FIREFOX ? found : aptInstall('firefox-esr') ? find() : undefined
}

/** WebKitGTK with its driver, and a screen to show it on: installed, or from apt. Gives the variables that `e2e/engines/test.ts` reads. */
export function findWebKit() {
  const find = () => {
    const [WEBKIT_DRIVER] = inPath('WebKitWebDriver')
    const [XVFB] = inPath('Xvfb')
    const [WEBKIT_BROWSER] = miniBrowsers()
    if (!WEBKIT_DRIVER || !XVFB || !WEBKIT_BROWSER) return undefined
    console.error(`browser: ${WEBKIT_BROWSER}, driven by ${WEBKIT_DRIVER}`)
    return { WEBKIT_DRIVER, WEBKIT_BROWSER, XVFB }
  }
  if (platform !== 'linux') return undefined
  return find() ?? (aptInstall('webkit2gtk-driver', 'xvfb') ? find() : undefined)
}

/** WebKitGTK's test browser is in no PATH: /usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser. */
function miniBrowsers() {
  const folders = readdirSync('/usr/lib', { withFileTypes: true }).filter((entry) => entry.isDirectory())
  const paths = folders.map(({ name }) => join('/usr/lib', name, 'webkit2gtk-4.1', 'MiniBrowser'))
  return paths.filter((path) => existsSync(path))
}
