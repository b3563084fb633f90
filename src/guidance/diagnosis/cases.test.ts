/** Real errors lead to their causes, first of all; one file of them a vendor. */
import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { scenarios } from '../../scenario-kit/played.fixture.ts'
import type { DiagnosisCase } from './cases/case.fixture.ts'
import { CAUSES, completeCauses, diagnose } from './index.ts'
import { KNOWN_ERRORS } from './knowledge/index.ts'

const NOW = 1_800_000_100
const files = readdirSync(new URL('cases/', import.meta.url)).filter((file) => file !== 'case.fixture.ts')
const cases: readonly DiagnosisCase[] = (
  await Promise.all(
    files.map(async (file): Promise<readonly DiagnosisCase[]> => (await import(`./cases/${file}`)).default),
  )
).flat()
const causes = completeCauses(CAUSES, scenarios)

test.each(cases)('$id: $cause', ({ input, cause }) => {
  expect(diagnose(input, causes, NOW).causes.map(({ id }) => id)[0]).toBe(cause)
})

test.each(KNOWN_ERRORS)('$vendor $code$message: is found, and leads to a cause that there is', (known) => {
  expect(causes.map(({ id }) => id)).toContain(known.cause)
  expect(known.source).toMatch(/^https:\/\//)
  const text = known.code ?? (known.message ?? '').replace(/\{\w*\}/g, 'x')
  expect(diagnose(text, causes, NOW).causes.map(({ id }) => id)).toContain(known.cause)
})
