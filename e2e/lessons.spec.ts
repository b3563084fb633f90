/** A lesson from its first question to its goal; what was reached stays, and goes along as a file. */
import type { Page } from '@playwright/test'
import { expect, test } from './test.ts'

/** The parts of a lesson on the screen. */
function parts(page: Page) {
  const bar = page.getByRole('region', { name: 'Lesson' })
  return {
    bar,
    goal: bar.getByRole('status', { name: 'Goal' }),
    question: bar.getByRole('form', { name: 'Predict' }),
    catalogue: page.getByRole('navigation', { name: 'Lessons' }),

    /** Opens a lesson of a course from the library. */
    async start(course: string, lesson: string): Promise<void> {
      await page.getByRole('tablist', { name: 'Library' }).getByRole('tab', { name: 'Lessons' }).click()
      const entry = page.getByRole('group').filter({ has: page.getByText(course, { exact: true }) })
      await expect(entry).toBeVisible()
      if (!(await entry.getByRole('button', { name: lesson }).isVisible())) {
        await entry.getByText(course, { exact: true }).click()
      }
      await entry.getByRole('button', { name: lesson }).click()
      await expect(bar).toContainText(lesson)
    },
  }
}

test('a question holds up the run, its verdict comes from the run, the goal is reached and survives a reload', async ({
  playground,
  page,
}) => {
  const { bar, goal, question, catalogue, start } = parts(page)
  await playground.open()
  await start('Races', 'Two calls, two refreshes')
  await expect(goal).toContainText('Goal: The refresh token is replayed')
  await playground.button('Hint').click()
  await expect(bar.getByRole('list', { name: 'Hints' }).getByRole('listitem')).toHaveCount(1)

  await playground.button('Expire access token').click()
  await playground.window().getByRole('button').first().click()
  await page.keyboard.press('Shift+ArrowRight')
  await expect(question).toContainText('same refresh token as the first')
  await expect(question.getByRole('radio').first()).toBeFocused()
  const step = await playground.step()
  await playground.button('Step forward').click()
  await expect(question.getByRole('radio').first()).toBeFocused()
  expect(await playground.step()).toBe(step)

  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await expect(question.getByRole('radio', { name: '400: a replay' })).toBeChecked()
  await page.keyboard.press('Enter')
  await expect(bar).toContainText('Right: 400: a replay')
  expect(await playground.step()).toBe(step + 1)

  await playground.runToEnd()
  await expect(goal).toContainText('Goal reached')
  await expect(catalogue).toContainText('1 of 5')

  await page.reload()
  await expect(bar).toContainText('Two calls, two refreshes')
  await page.getByRole('tab', { name: 'Lessons' }).click()
  await expect(catalogue.getByRole('button', { name: 'Two calls, two refreshes (reached)' })).toBeVisible()
})

test('a wrong answer is told what happened, and a question can be skipped', async ({ playground, page }) => {
  const { bar, question, start } = parts(page)
  await playground.open()
  await start('Races', 'Two tabs, one token')
  await playground.button('Show me').click()
  await playground.button('Run to end').click()
  await question.getByRole('radio', { name: 'It answers 200 with the same tokens' }).check()
  await question.getByRole('button', { name: 'Run it' }).click()
  await expect(bar).toContainText('Not this time')
  await expect(bar).toContainText('used before')

  await start('Races', 'Two tabs, one token')
  await playground.button('Show me').click()
  await playground.button('Run to end').click()
  await expect(question).toBeVisible()
  const step = await playground.step()
  await question.getByRole('button', { name: 'Skip' }).click()
  await expect.poll(() => playground.step()).toBe(step + 1)
  await expect(question).toHaveCount(0)
})

test('the next lesson follows, another scenario makes the lesson wait, and it can be left', async ({
  playground,
  page,
}) => {
  const { bar, start } = parts(page)
  await playground.open()
  await start('Sign in', 'A first sign-in')
  await playground.button('Next lesson').click()
  await expect(bar).toContainText('Lesson 2 of 5')
  await page.getByRole('tab', { name: 'Scenarios' }).click()
  await playground.scenarios.getByRole('link', { name: 'Signing out' }).click()
  await expect(bar).toContainText('waits')
  await playground.button('Back to the lesson').click()
  await expect(bar).toContainText('Lesson 2 of 5')
  await playground.button('Leave the lesson').click()
  await expect(bar).toHaveCount(0)
})

test('progress goes to another browser as a file', async ({ playground, page, browser }) => {
  const { goal, start } = parts(page)
  await playground.open()
  await start('Lifecycle', 'Revoked, and still good')
  await playground.button('Show me').click()
  for (let asked = 0; asked < 2; asked++) await playground.button('Run to end').click()
  await page.getByRole('button', { name: 'Skip' }).click()
  await playground.runToEnd()
  await expect(goal).toContainText('Goal reached')
  const file = await playground.save('Save progress')

  const stranger = await browser.newContext()
  const other = await stranger.newPage()
  await other.goto(page.url().replace(/#.*/, ''))
  await other.getByRole('tab', { name: 'Lessons' }).click()
  await expect(other.getByRole('navigation', { name: 'Lessons' })).not.toContainText('1 of 5')
  await other.keyboard.press('o')
  await other.getByRole('dialog').locator('input[type="file"]').setInputFiles(file)
  await expect(other.getByRole('navigation', { name: 'Lessons' })).toContainText('1 of 5')
  await stranger.close()
})
