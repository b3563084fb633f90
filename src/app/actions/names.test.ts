import { expect, test } from 'vitest'
import { NAME_PRESETS } from '../../scenarios/name-presets.ts'
import { current } from '../store/store.ts'
import { applyNames, forgetNames, saveNames } from './names.ts'
import { changeSettings, openScenario, playSolution, undoReplacement } from './opening.ts'
import { pause } from './playback.ts'

const okta = NAME_PRESETS.find(({ title }) => title === 'Okta')

test('names are changed alone, and come back with Undo', async () => {
  await openScenario('authorization-code-pkce')
  await changeSettings({ access_token_lifetime: 60, name_app: 'SPA' })
  const before = current().session.settings
  await applyNames(okta)
  const { settings } = current().session
  expect(settings).toMatchObject({
    access_token_lifetime: 60,
    name_auth: 'Okta',
    token_endpoint: '/oauth2/default/v1/token',
  })
  expect(settings.name_app).toBeUndefined()
  expect(current().run.sequence.lanes.map(({ title }) => title)).toContain('Okta')
  await undoReplacement()
  expect(current().session.settings).toEqual(before)
  await applyNames(okta)
  await applyNames(undefined)
  expect(current().session.settings).toEqual({ access_token_lifetime: 60 })
})

test('an outcome keeps the names, and so does the next scenario, as far as it has them', async () => {
  await openScenario('authorization-code-pkce')
  await applyNames(okta)
  await playSolution('code-expired')
  pause()
  expect(current().session.settings.name_auth).toBe('Okta')
  await openScenario('session-revoked')
  expect(current().session.settings).toMatchObject({
    name_auth: 'Okta',
    revocation_endpoint: '/oauth2/default/v1/revoke',
  })
  expect(current().session.settings.authorization_endpoint).toBeUndefined()
  await applyNames(undefined)
  await openScenario('authorization-code-pkce')
  expect(current().session.settings).toEqual({})
})

test('names of one’s own are kept under a title and applied again; those that do not fit are refused in words', async () => {
  await openScenario('logout')
  await changeSettings({ token_endpoint: '/as/token' })
  saveNames(' Ours ')
  expect(current().view.ownNames).toEqual([{ title: 'Ours', values: { token_endpoint: '/as/token' } }])
  await applyNames(undefined)
  await applyNames(current().view.ownNames[0])
  expect(current().session.settings).toEqual({ token_endpoint: '/as/token' })
  forgetNames('Ours')
  expect(current().view.ownNames).toEqual([])
  expect(current().session.settings).toEqual({ token_endpoint: '/as/token' })
  await applyNames({ title: 'Bent', values: { token_endpoint: '/login' } })
  expect(current().run.notice).toMatchObject({ tone: 'problem', title: 'The names of “Bent” do not fit here.' })
  expect(current().session.settings).toEqual({ token_endpoint: '/as/token' })
})
