/** The search: everything that can be found, by keyboard, and the way from an error to the run that reproduces it. */
import { violationsOn } from './axe.ts'
import { expect, test } from './test.ts'

/** A token as a server would give it; nobody checks the signature of a pasted one. */
function tokenOf(header: object, claims: object): string {
  return `${[header, claims].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.')}.c2ln`
}

test('finds PKCE by the number of its specification, opens it by keyboard, and plays an outcome found with a typing error', async ({
  playground,
  page,
}) => {
  await playground.open('./#logout')
  await playground.search.open()
  await page.keyboard.type('7636')
  await expect(playground.search.result(/^Authorization code with PKCE.*Specification:.*7636/)).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(playground.search.dialog).toBeHidden()

  await page.keyboard.press('ControlOrMeta+k')
  await expect(playground.search.field).toBeFocused()
  await page.keyboard.type('authorization code with pkce')
  await expect(playground.search.result(/^Authorization code with PKCE/)).toHaveAttribute('data-highlighted', '')
  await page.keyboard.press('Enter')
  await expect(playground.search.dialog).toBeHidden()
  await expect(playground.scenarios.getByRole('link', { name: 'Authorization code with PKCE' })).toHaveAttribute(
    'aria-current',
    'page',
  )

  await playground.search.open()
  await playground.search.field.fill('web loks')
  await playground.search.result(/^Web Locks: one tab refreshes/).click()
  await expect(playground.search.dialog).toBeHidden()
  await expect(playground.button('Pause')).toBeVisible()
  await playground.runToEnd()
  await expect(page.getByRole('link', { name: 'Two tabs, one rotating token' })).toHaveAttribute('aria-current', 'page')
  await expect(playground.outcomes.getByRole('button', { name: /^Web Locks: one tab refreshes/ })).toContainText(
    'reached',
  )
})

test('a word tells its meaning and Escape leads back to the results; nothing found says what can be; hostile text is text; axe finds nothing', async ({
  playground,
  page,
}) => {
  await playground.open()
  await playground.search.open()
  await playground.search.field.fill('code_verifier')
  await playground.search.result(/^code_verifier/).click()
  const { dialog } = playground.search
  await expect(dialog).toContainText('The secret behind the code challenge')
  await expect(dialog.getByRole('button', { name: /^Authorization code with PKCE/ })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(playground.search.result(/^code_verifier/)).toBeVisible()

  await playground.search.field.fill('zzzzqqqq')
  await expect(playground.search.dialog).toContainText('Nothing here mentions “zzzzqqqq”')
  await expect(playground.search.dialog.getByRole('option')).toHaveCount(0)

  await playground.search.field.fill('invalid_grant')
  await expect(playground.search.result(/^Only the code is known/)).toBeVisible()
  expect(await violationsOn(page, '[role="dialog"]')).toEqual([])
  await playground.search.field.fill('error=invalid_grant')
  await expect(
    playground.search.dialog.getByRole('heading', { name: 'Only the code is known: invalid_grant' }),
  ).toBeVisible()
  await expect(playground.search.dialog).toContainText('Was a refresh token sent, or a code?')
  expect(await violationsOn(page, '[role="dialog"]')).toEqual([])
  await playground.search.field.fill('nonce')
  await playground.search.result(/^nonce/).click()
  await expect(playground.search.dialog).toContainText('in the code')
  expect(await violationsOn(page, '[role="dialog"]')).toEqual([])

  await page.keyboard.press('Escape')
  const hostile = '<img src=x onerror="document.title=1">jwt malformed "'.repeat(2_000)
  await playground.search.field.fill(hostile)
  await expect(playground.search.dialog.getByRole('heading', { name: /^The cause/ })).toBeVisible()
  await expect(page).not.toHaveTitle('1')
})

test('a pasted redirect with an error leads to the run that reproduces it', async ({ playground }) => {
  await playground.open('./#logout')
  await playground.search.pasteOnPage(
    'https://app.example/callback?error=invalid_grant&error_description=The+authorization+code+was+used+before.&state=abc',
  )
  const { dialog } = playground.search
  await expect(dialog.getByRole('heading', { name: /^The cause/ })).toBeVisible()
  await expect(dialog.locator('mark').filter({ hasText: 'abc' })).toHaveAttribute('title', /must come back unchanged/)
  await dialog.getByRole('button', { name: 'Watch it happen: Code replayed, Authorization code with PKCE' }).click()
  await expect(dialog).toBeHidden()
  await expect(playground.button('Pause')).toBeVisible()
  await playground.runToEnd()
  await expect(playground.outcomes.getByRole('button', { name: /^Code replayed/ })).toContainText('reached')
})

test('a pasted token is decoded, looked over, and neither sent nor kept', async ({ playground, page }) => {
  await playground.open()
  const token = tokenOf({ alg: 'none' }, { iss: 'https://idp.example', aud: 'spa', exp: 1_700_000_000, nonce: 'n' })
  const sent: string[] = []
  page.on('request', (request) => sent.push(`${request.url()} ${request.postData() ?? ''}`))
  await playground.search.pasteOnPage(`Authorization: Bearer ${token}`)
  const { dialog } = playground.search
  await expect(dialog).toContainText('It is not signed (alg none)')
  await expect(dialog).toContainText('It looks like an ID token')
  await expect(dialog.getByRole('row').filter({ hasText: 'exp' }).first()).toContainText(
    '2023-11-14 22:13:20 UTC, expired',
  )
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await playground.search.open()
  await expect(playground.search.field).toHaveValue('')
  expect(sent.join('\n')).not.toContain(token)
  expect(await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }))).not.toContain(token)
})

test('the run is watched with the redirect URI that was pasted', async ({ playground }) => {
  await playground.open('./#logout')
  await playground.search.pasteOnPage(
    "AADSTS50011: The redirect URI 'http://localhost:3000/cb' specified in the request does not match the redirect URIs configured for the application 'a'.",
  )
  const { dialog } = playground.search
  await expect(dialog).toContainText('with your redirect_uri')
  await dialog.getByRole('button', { name: /^Watch it happen: Redirect URI mismatch/ }).click()
  await expect(playground.button('Pause')).toBeVisible()
  await playground.runToEnd()
  await playground.openSettings()
  await expect(playground.settings.getByLabel('Redirect URI the app sends')).toHaveValue('http://localhost:3000/cb')
  await expect(playground.outcomes.getByRole('button', { name: /^Redirect URI mismatch/ })).toContainText('reached')
})

test.describe('in Berlin', () => {
  test.use({ visitor: 'new', timezoneId: 'Europe/Berlin', locale: 'en-GB' })

  test('the times of a token stand in UTC and on the clock of the device', async ({ playground }) => {
    await playground.open()
    await playground.search.pasteOnPage(tokenOf({ alg: 'RS256' }, { iss: 'https://idp.example', exp: 1_700_000_000 }))
    await expect(playground.search.dialog.getByRole('row').filter({ hasText: 'exp' }).first()).toContainText(
      /2023-11-14 22:13:20 UTC, expired.*\(14 Nov 2023, 23:13:20 here\)/,
    )
  })
})
