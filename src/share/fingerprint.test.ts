/** The fingerprint is SHA-256, and one byte of the run changes it. */
import { expect, test } from 'vitest'
import type { Trace } from '../simulation/types.ts'
import { fingerprint } from './fingerprint.ts'

const TRACE: Trace = [{ step: 1, time: 0, type: 'clock', seconds: 60 }]

test('is the SHA-256 of the JSON text', async () => {
  expect(await fingerprint([])).toBe('4f53cda18c2baa0c0354bb5f9a3ecbe5ed12ab4d8e11ba873c2f11161202b945')
})

test('is the same for the same run, and another for another', async () => {
  expect(await fingerprint(TRACE)).toBe(await fingerprint(structuredClone(TRACE)))
  expect(await fingerprint([{ step: 1, time: 0, type: 'clock', seconds: 61 }])).not.toBe(await fingerprint(TRACE))
})
