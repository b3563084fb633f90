import { expect, expectTypeOf, test } from 'vitest'
import { defineSettings, type ValuesOf } from './setting.ts'
import { ACCESS_TOKEN_LIFETIME, actorNames } from './settings.ts'

const settings = defineSettings({
  access_token_lifetime: ACCESS_TOKEN_LIFETIME,
  strategy: {
    label: 'Strategy',
    group: 'Client',
    type: 'choice',
    default: 'none',
    options: [
      { value: 'none', label: 'None' },
      { value: 'web_locks', label: 'Web Locks' },
    ],
  },
  rotation: { label: 'Rotation', group: 'Server', type: 'boolean', default: true },
  ...actorNames({ auth: 'Authorization Server' }),
})

test('the fields stand in the order of the declaration, each with its id', () => {
  expect(settings.fields.map(({ id }) => id)).toEqual(['access_token_lifetime', 'strategy', 'rotation', 'name_auth'])
  expect(settings.fields[0]).toEqual({ id: 'access_token_lifetime', ...ACCESS_TOKEN_LIFETIME })
})

test('a world is given each value with the type of its declaration', () => {
  expectTypeOf<ValuesOf<typeof settings>>().toEqualTypeOf<{
    readonly access_token_lifetime: number
    readonly strategy: 'none' | 'web_locks'
    readonly rotation: boolean
    readonly name_auth: string
  }>()
  // @ts-expect-error a misspelt name does not compile
  const misspelt = (given: ValuesOf<typeof settings>) => given.acess_token_lifetime
  // @ts-expect-error nor does a number that is read as text
  const asText = (given: ValuesOf<typeof settings>): string => given.access_token_lifetime
  expect([misspelt, asText]).toHaveLength(2)
})

test('what is missing or of another type is an error', () => {
  const given = { access_token_lifetime: 5, strategy: 'none', rotation: false, name_auth: 'A' }
  expect(settings.read(given)).toEqual(given)
  expect(() => settings.read({ ...given, access_token_lifetime: '5' })).toThrow('access_token_lifetime')
  expect(() => settings.read({ strategy: 'none' })).toThrow('access_token_lifetime')
})
