/** Real names: a run reads like the one in somebody’s own network panel, in every place and for whoever gets the link. */
import { readFile } from 'node:fs/promises'
import { createPlayground, type Playground } from './playground.ts'
import { expect, test } from './test.ts'

const TOKEN_PATH = '/realms/demo/protocol/openid-connect/token'

const namesLike = ({ settings }: Playground) => settings.getByRole('combobox', { name: 'Names like' })

test('the names of Keycloak stand in diagram, messages, exports and link, and stay for the next outcome', async ({
  playground,
  browser,
}) => {
  await playground.open()
  await playground.openSettings()
  await namesLike(playground).selectOption('Keycloak')
  await expect(playground.page.getByRole('region', { name: 'Notice' })).toContainText('The settings have changed')
  await playground.playOutcome('Signed in')

  await expect(playground.diagram).toContainText('Keycloak')
  await expect(playground.diagram).toContainText('POST /realms/…/token authorization_code')
  await playground.diagram.getByRole('button', { name: /to Keycloak, POST .*token/ }).click()
  await playground.inspector('Exchange').click()
  await expect(playground.page.getByRole('tabpanel', { name: 'Exchange' })).toContainText(`POST ${TOKEN_PATH}`)

  const mermaid = await readFile(await playground.download('Download sequence.mmd'), 'utf8')
  expect(mermaid).toContain('Keycloak')
  expect(mermaid).toContain('/realms/…/token')
  expect(mermaid).not.toContain('POST /token')
  expect(await readFile(await playground.download('Download run.har'), 'utf8')).toContain(TOKEN_PATH)

  const { link } = await playground.share()
  const stranger = await browser.newContext()
  const other = createPlayground(await stranger.newPage())
  await other.page.goto(link)
  await expect(other.diagram).toContainText('POST /realms/…/token authorization_code')
  await other.openSettings()
  await expect(namesLike(other)).toHaveValue('Keycloak')
  await stranger.close()

  await playground.page.getByRole('link', { name: 'Authorization code for a web app' }).click()
  await playground.openSettings()
  await expect(namesLike(playground)).toHaveValue('Keycloak')
  await namesLike(playground).selectOption('Standard')
  await expect(playground.diagram).not.toContainText('Keycloak')
})

test('names of one’s own are checked, kept under a name, shared by the link and deleted', async ({
  playground,
  browser,
}) => {
  await playground.open()
  await playground.openSettings()
  const { page, settings } = playground
  await settings.getByText('Names', { exact: true }).click()
  const path = settings.getByLabel('Path of the token endpoint')
  await path.fill('/a/../token')
  await path.press('Enter')
  await expect(settings).toContainText('takes a path such as /oauth2/token')
  await path.fill('/authorize')
  await path.press('Enter')
  await expect(settings).toContainText('The token endpoint cannot be at “/authorize”')
  await path.fill('/as/token.oauth2')
  await path.press('Enter')
  await expect(namesLike(playground)).toHaveValue(' ')

  await playground.button('Save as own preset').click()
  await settings.getByLabel('Name of the preset').fill('Keycloak')
  await playground.button('Save').click()
  await expect(settings).toContainText('exists already')
  await settings.getByLabel('Name of the preset').fill('Our login')
  await settings.getByLabel('Name of the preset').press('Enter')
  await expect(namesLike(playground)).toHaveValue('Our login')

  const { link } = await playground.share()
  const stranger = await browser.newContext()
  const other = createPlayground(await stranger.newPage())
  await other.page.goto(link)
  await other.playOutcome('Signed in')
  await expect(other.diagram).toContainText('POST /as/token.oauth2 authorization_code')
  await stranger.close()

  await page.reload()
  await expect(namesLike(playground)).toHaveValue('Our login')
  await namesLike(playground).selectOption('Standard')
  await namesLike(playground).selectOption('Our login')
  await playground.button('Delete “Our login”').click()
  await expect(namesLike(playground)).toHaveValue(' ')
  await expect(namesLike(playground)).not.toContainText('Our login')
})
