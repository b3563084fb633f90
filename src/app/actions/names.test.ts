import { expect, test } from 'vitest'
import { NAME_PRESETS } from '../../scenario-kit/name-presets.ts'
import { current } from '../state/store.ts'
import { applyNames, forgetNames, saveNames } from './names.ts'
import { changeSettings, openScenario, undoReplacement, watchOutcome } from './opening.ts'
import { pause } from './playback.ts'

const okta = NAME_PRESETS.find(({ title }) => title === 'Okta')

test('names are changed alone, and come back with Undo', async () => {
  await openScenario('authorization-code-pkce')
  await changeSettings({ access_token_lifetime: 60, name_app: 'SPA' })
  const before = current().recipe.settings
  await applyNames(okta)
  const { settings } = current().recipe
  expect(settings).toMatchObject({
    access_token_lifetime: 60,
    name_auth: 'Okta',
    token_endpoint: '/oauth2/default/v1/token',
  })
  expect(settings.name_app).toBeUndefined()
  expect(current().run.sequence.lanes.map(({ title }) => title)).toContain('Okta')
  await undoReplacement()
  expect(current().recipe.settings).toEqual(before)
  await applyNames(okta)
  await applyNames(undefined)
  expect(current().recipe.settings).toEqual({ access_token_lifetime: 60 })
})

test('an outcome keeps the names, and so does the next scenario, as far as it has them', async () => {
  await openScenario('authorization-code-pkce')
  await applyNames(okta)
  await watchOutcome('code-expired')
  pause()
  expect(current().recipe.settings.name_auth).toBe('Okta')
  await openScenario('session-revoked')
  expect(current().recipe.settings).toMatchObject({
    name_auth: 'Okta',
    revocation_endpoint: '/oauth2/default/v1/revoke',
  })
  expect(current().recipe.settings.authorization_endpoint).toBeUndefined()
  await applyNames(undefined)
  await openScenario('authorization-code-pkce')
  expect(current().recipe.settings).toEqual({})
})

test('names of one’s own are kept under a title and applied again; those that do not fit are refused in words', async () => {
  await openScenario('logout')
  await changeSettings({ token_endpoint: '/as/token' })
  saveNames(' Ours ')
  expect(current().view.ownNames).toEqual([{ title: 'Ours', values: { token_endpoint: '/as/token' } }])
  await applyNames(undefined)
  await applyNames(current().view.ownNames[0])
  expect(current().recipe.settings).toEqual({ token_endpoint: '/as/token' })
  forgetNames('Ours')
  expect(current().view.ownNames).toEqual([])
  expect(current().recipe.settings).toEqual({ token_endpoint: '/as/token' })
  await applyNames({ title: 'Bent', values: { token_endpoint: '/login' } })
  expect(current().run.notice).toMatchObject({ tone: 'problem', title: 'The names of “Bent” do not fit here.' })
  expect(current().recipe.settings).toEqual({ token_endpoint: '/as/token' })
})
