import { expect, test } from 'vitest'
import { createEnvironment } from '../environment.ts'
import { resolveConfig } from '../state/config.ts'
import { createStore } from '../state/store.ts'
import { verifyPassword } from './password.ts'

const users = [{ username: 'alice', password: 'wonderland', sub: 'user-1' }]
const config = resolveConfig({ issuer: 'https://as.example', users })

test('failures are counted for people who have an account: typing names that nobody has fills no memory', () => {
  const context = { config, store: createStore([]), environment: createEnvironment() }
  for (let index = 0; index < 1000; index++) verifyPassword({ username: `name-${index}`, password: 'x' }, context)
  verifyPassword({ username: 'alice', password: 'x' }, context)
  expect([...context.store.factors.failures.values()]).toEqual([{ count: 1 }])
})
