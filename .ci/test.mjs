// @ts-check
/**
 * All tests: check, unit, build, e2e, engines. Each part runs even when an earlier one failed, shows its output as it comes,
 * and the last line adds up: «N passed, N failed». A part that fails without a failed test counts as one failure.
 */
import { spawn } from 'node:child_process'

const PARTS = ['check', 'unit', 'build', 'e2e', 'engines']
const COUNTS = /^(?:unit|e2e|chromium|firefox|webkit): (\d+) passed, (\d+) failed, (\d+) skipped/gm

/** Runs one npm script, passing its output on. @param {string} script */
function run(script) {
  return new Promise((resolve) => {
    const child = spawn('npm', ['run', '--silent', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
      shell: process.platform === 'win32',
    })
    let output = ''
    child.stdout.setEncoding('utf8').on('data', (text) => {
      output += text
      process.stdout.write(text)
    })
    child.on('error', (error) => {
      console.log(String(error))
      resolve({ output, isGreen: false })
    })
    child.on('close', (code) => resolve({ output, isGreen: code === 0 }))
  })
}

let passed = 0
let failed = 0
let skipped = 0
for (const [index, part] of PARTS.entries()) {
  console.log(`\n── ${part} (${index + 1} of ${PARTS.length}) ──`)
  const startedAt = performance.now()
  const { output, isGreen } = await run(part)
  const counts = [...output.matchAll(COUNTS)]
  const failures = counts.reduce((sum, [, , count]) => sum + Number(count), 0)
  passed += counts.reduce((sum, [, count]) => sum + Number(count), 0)
  skipped += counts.reduce((sum, [, , , count]) => sum + Number(count), 0)
  failed += isGreen ? failures : Math.max(failures, 1)
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1)
  console.log(`${part}: ${isGreen ? 'ok' : 'FAILED'} after ${seconds} s`)
}
process.exitCode = failed === 0 ? 0 : 1
if (skipped > 0)
  console.log(`\n${skipped} skipped, because something is not on this machine; the output above says what`)
console.log(`\n${passed} passed, ${failed} failed`)
