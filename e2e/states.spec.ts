/** The state machine of a sign-in, driven by a person with an authenticator app and a phone; and where authentication hands over. */
import { expect, test } from './test.ts'

test('a person reads the one-time code and types it, a wrong one first, and the lit state moves', async ({
  playground,
  page,
}) => {
  await playground.open('./#mfa-sign-in')
  await playground.view('States').click()
  await expect(playground.states.lit).toHaveText('Unauthenticated')
  await playground.passPassword()
  await expect(playground.states.lit).toHaveText('MFA Challenge Issued')

  await playground.typeCode('000000')
  await playground.runToEnd()
  await expect(playground.window().getByRole('alert')).toContainText('code')
  await expect(playground.window().getByText('otp_invalid')).toBeVisible()
  await expect(playground.states.lit).toHaveText('MFA Challenge Issued')
  await expect(playground.states.guard('factor submitted', 'factorRefused')).toContainText(/step \d+/)
  await expect(playground.states.guard('factor submitted', 'factorVerified')).toContainText('not yet')

  await playground.typeCode()
  await playground.runToEnd()
  await expect(playground.states.lit).toHaveText('Session Established')
  await expect(playground.states.guard('factor submitted', 'factorVerified')).toContainText(/step \d+/)

  await playground.slider.fill('0')
  await expect(playground.states.lit).toHaveText('Unauthenticated')
  await expect(page.getByText('The sign-in is at Unauthenticated. No guard has fired yet.')).toBeVisible()

  await test.step('a person picks on the phone the number that the page shows', async () => {
    await playground.open('./#mfa-sign-in')
    await playground.passPassword()
    await expect(playground.phone).toContainText('No notification')
    await playground.window().getByRole('button', { name: 'Ask my phone' }).click()
    await playground.runToEnd()
    const number = await playground.window().locator('.push-number').innerText()
    const choices = playground.phone.getByRole('group', { name: 'Numbers' }).getByRole('button')
    await expect(choices).toHaveCount(3)
    await choices.filter({ hasText: new RegExp(`^${number}$`) }).click()
    await playground.runToEnd()
    await playground.window().getByRole('button', { name: 'I have answered' }).click()
    await playground.runToEnd()
    await playground.consent('Allow')
    await playground.runToEnd()
    await expect(playground.window().getByRole('heading', { name: 'Signed in with two factors' })).toBeVisible()
    await expect(playground.window().getByText('pwd swk mfa')).toBeVisible()
  })
})

test('where authentication ends, a link leads to what the token allows, and each try there to its step', async ({
  playground,
  page,
}) => {
  await playground.open()
  const handOff = page.getByRole('region', { name: 'Hand-off', exact: true })
  await playground.signInUntilConsent()
  await expect(handOff).toBeHidden()
  await playground.consent('Allow')
  await playground.runToEnd()
  await expect(handOff).toContainText('Authentication ends here: the ID token was issued and verified.')
  await playground.inspector('Explain').click()
  await expect(page.getByRole('region', { name: 'Hand-off to authorization' })).toBeVisible()

  await handOff.getByRole('button', { name: 'Open the authorization view' }).click()
  await expect(playground.view('Authorization')).toHaveAttribute('aria-selected', 'true')
  const photos = page.getByRole('row', { name: /GET \/photos/ })
  await expect(photos).toContainText('Allowed')
  await expect(photos).toContainText('Not tried')
  await playground.callApi()
  await playground.runToEnd()
  await photos.getByRole('button', { name: /→ 200/ }).click()
  await playground.inspector('Exchange').click()
  await expect(page.getByRole('tabpanel').filter({ hasText: 'GET /photos' }).first()).toBeVisible()

  await test.step('what a token may not do is told with the rule before anybody tries', async () => {
    await page.goto('./#api-token')
    await playground.playOutcome('Token, call, data')
    await playground.view('Authorization').click()
    const profile = page.getByRole('row', { name: /GET \/profile/ })
    await expect(profile).toContainText('The token lacks the scope scope:profile.')
    await expect(profile.getByRole('link', { name: /RFC 6750 §3\.1/ })).toBeVisible()
    await expect(profile).toContainText('Not tried')
  })
})
