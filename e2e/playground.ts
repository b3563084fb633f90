/** The page object: what a person can do, by role and accessible name. The names are a contract with assistive technology too. */
import { expect, type FrameLocator, type Page } from '@playwright/test'

/** The playground as a person uses it. */
export type Playground = ReturnType<typeof createPlayground>

/** The person in the flow, as the scenario and its sign-in form know her. */
const ADA = { username: 'ada', password: 'correct horse' }

/** The playground on a page. */
export function createPlayground(page: Page) {
  const button = (name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' })
  const stage = page.getByRole('region', { name: 'Stage' })
  const wire = page.getByRole('list', { name: 'On the wire' })
  const diagram = page.getByRole('region', { name: 'Sequence diagram' })
  const slider = page.getByRole('slider', { name: 'Step' })
  const shareDialog = page.getByRole('dialog', { name: 'Share this run' })
  const searchDialog = page.getByRole('dialog', { name: 'Search' })
  const recordedLogin = page.getByRole('dialog', { name: 'A recorded login' })

  /** The document in the first window of the stage. */
  function window(): FrameLocator {
    return stage.locator('iframe').first().contentFrame()
  }

  /** Brings a pane to the front where the page is too narrow for all of them. */
  async function showPane(name: 'Library' | 'Stage' | 'Diagram' | 'Inspector'): Promise<void> {
    const tab = page.getByRole('tablist', { name: 'Panes' }).getByRole('tab', { name })
    if (await tab.isVisible()) await tab.click()
  }

  /** The step that is looked at. */
  async function step(): Promise<number> {
    return Number(await slider.inputValue())
  }

  /** Waits until nothing is on the wire: then it is the person's turn, or nobody's, and the page says so in every view. */
  async function expectRest(): Promise<void> {
    await expect(page.getByText(/^(Your turn:|Nothing is on the way)/).first()).toBeVisible()
    await expect(wire.getByRole('listitem')).toHaveCount(0)
  }

  async function runToEnd(): Promise<void> {
    await button('Run to end').click()
    await expectRest()
  }

  const playground = {
    page,
    button,
    stage,
    window,
    wire,
    diagram,
    slider,
    shareDialog,
    showPane,
    step,
    expectRest,
    runToEnd,
    transport: page.getByRole('status', { name: 'Transport' }),
    clock: page.getByRole('timer', { name: 'Virtual clock' }),
    scenarios: page.getByRole('navigation', { name: 'Scenarios' }),
    outcomes: page.getByRole('group', { name: 'Outcomes' }),
    settings: page.getByRole('form', { name: 'Settings' }),

    /** Brings the settings to the front where they are a tab beside the inspectors. */
    async openSettings(): Promise<void> {
      const tab = page.getByRole('tablist', { name: 'Inspector' }).getByRole('tab', { name: 'Settings' })
      await expect(tab.or(playground.settings).first()).toBeVisible()
      if (await tab.isVisible()) await tab.click()
      await expect(playground.settings).toBeVisible()
    },
    /** Messages that have been drawn. */
    messages: diagram.getByRole('button', { name: /^Step \d+: / }),

    /** Opens the page and waits until its first arrow can travel. `url` is relative to the server's address. */
    async open(url = './'): Promise<void> {
      await page.goto(url)
      await expect(button('Step forward')).toBeEnabled()
    },

    /** Opens the page and waits until requests go through the service worker. */
    async openOnWorker(url = './'): Promise<void> {
      await playground.open(url)
      await expect(playground.transport).toContainText('Service worker')
    },

    inspector: (tab: 'Exchange' | 'Token' | 'State' | 'Code' | 'Explain') =>
      page.getByRole('tablist', { name: 'Inspector' }).getByRole('tab', { name: tab }),

    /** What the code inspector shows. */
    code: {
      files: page.getByRole('group', { name: 'Files that run' }),
      listing: (name: string) => page.getByRole('list', { name }),
    },

    /** Compares the code with a file or a flow, by its title. */
    async showDifferenceTo(title: string): Promise<void> {
      await page.getByLabel(`Show difference to ${title}`).check()
    },

    /** A view by the title of its tab. */
    view: (tab: string) => page.getByRole('tablist', { name: 'Views' }).getByRole('tab', { name: tab }),

    /** Shows a view and waits until it shows something; gives the selector of its panel. */
    async showView(title: string): Promise<string> {
      await playground.view(title).click()
      const panel = page.getByRole('tabpanel', { name: title, exact: true })
      await expect(panel).not.toContainText(/^Loading|Running (outcome|attack)/, { timeout: 60_000 })
      await expect(panel).toContainText(/\S/)
      return `#${await panel.getAttribute('id')}`
    },

    /** The run beside another one. */
    comparison: page.getByRole('tabpanel', { name: 'Compare' }),

    /** The run beside another one, both as diagrams. */
    split: {
      region: page.getByRole('region', { name: 'Two runs side by side' }),
      /** The diagram of the run that comes to an outcome. */
      diagram: (title: string) => page.getByRole('region', { name: `Sequence diagram: ${title}` }),
      messages: (title: string) =>
        page.getByRole('region', { name: `Sequence diagram: ${title}` }).getByRole('button', { name: /^Step \d+: / }),
    },

    /** The app's own sign-in button. */
    async startSignIn(): Promise<void> {
      await window().getByRole('button', { name: 'Sign in' }).click()
    },

    /** Fills in the server's sign-in form and sends it. */
    async signIn({ username, password } = ADA): Promise<void> {
      // Until it is loaded, the form is not a person's to fill in: a password manager does.
      await expect(stage.locator('iframe').first()).not.toHaveAttribute('inert')
      await window().getByLabel('Username').fill(username)
      await window().getByLabel('Password').fill(password)
      await window().getByRole('button', { name: 'Sign in' }).click()
    },

    async consent(decision: 'Allow' | 'Deny'): Promise<void> {
      await window().getByRole('button', { name: decision }).click()
    },

    async callApi(): Promise<void> {
      await window().getByRole('button', { name: 'Call the API' }).click()
    },

    /** The authenticator app and the phone that lie beside the windows. */
    authenticator: stage.getByRole('article', { name: 'Authenticator' }),
    phone: stage.getByRole('article', { name: 'Phone' }),

    /** Types a one-time code into the server's page and sends it; without one, the code that the authenticator shows. */
    async typeCode(code?: string): Promise<void> {
      const shown = (await playground.authenticator.getByRole('status', { name: 'One-time code' }).innerText()).trim()
      await expect(stage.locator('iframe').first()).not.toHaveAttribute('inert')
      await window()
        .getByLabel('Code of your authenticator app')
        .fill(code ?? shown)
      await window().getByRole('button', { name: 'Verify' }).click()
    },

    /** The state diagram and the guard table beneath it. */
    states: {
      /** The state that is lit in the drawing. */
      lit: page.getByRole('region', { name: 'Mermaid diagram' }).locator('iframe').contentFrame().locator('svg .lit'),
      /** The row of the table with this guard for this event. */
      guard: (event: string, guard: string) =>
        page
          .getByRole('row')
          .filter({ hasText: event })
          .filter({ has: page.getByText(guard, { exact: true }) }),
    },

    /** From the first arrow to the page that comes after the password: consent, or a second factor. */
    async passPassword(): Promise<void> {
      await runToEnd()
      await playground.startSignIn()
      await runToEnd()
      await playground.signIn()
      await runToEnd()
    },

    /** From the first arrow to the consent page, as a person would do it. */
    async signInUntilConsent(): Promise<void> {
      await playground.passPassword()
    },

    /** From the first arrow to the signed-in app. */
    async signInByHand(): Promise<void> {
      await playground.signInUntilConsent()
      await playground.consent('Allow')
      await runToEnd()
      await expect(window().getByRole('heading', { name: 'Signed in' })).toBeVisible()
    },

    /** The page while presenting. */
    presenter: {
      page: page.getByRole('main', { name: 'Presenter' }),
      /** “Step 3/24”, on any page that shows the run to a room. */
      step: (on = page) => on.getByRole('main').getByText(/^Step \d+\/\d+$/),
      blank: (on = page) => on.getByRole('status').filter({ hasText: 'The screen is blank.' }),
      notes: page.getByRole('region', { name: 'Speaker notes' }),
      talkTime: page.getByRole('timer', { name: 'Talk time' }),

      /** Opens the window for the audience and waits until it follows. */
      async openAudience(): Promise<Page> {
        const [audience] = await Promise.all([
          page.context().waitForEvent('page'),
          button('Open the audience window').click(),
        ])
        await expect(page.getByRole('status', { name: 'Audience window' })).toContainText('follows')
        return audience
      },
    },

    /** Plays a named outcome from its start to its last step. */
    async playOutcome(title: string): Promise<void> {
      await playground.outcomes.getByRole('button', { name: title, exact: true }).click()
      // The recipe is written down first; then it plays, and goes on faster from where it is.
      await expect(button('Pause')).toBeVisible()
      await button('Run to end').click()
      await expect.poll(async () => (await step()) === Number(await slider.getAttribute('max'))).toBe(true)
      await expectRest()
    },

    /** The message on the wire that this names, such as the call that it belongs to. */
    held: (text: string) => wire.getByRole('listitem').filter({ hasText: text }),

    /** Has the message on the wire arrive that this names. */
    async deliver(text: string): Promise<void> {
      const deliver = playground.held(text).getByRole('button', { name: /^Deliver/ })
      await expect(deliver).toBeVisible()
      const before = await step()
      await deliver.click()
      await expect.poll(step).toBe(before + 1)
    },

    /** The race explorer: its progress, what it says at the end, and the row of each outcome. */
    races: {
      progress: page.getByRole('progressbar', { name: 'Orders explored' }),
      verdict: page.getByRole('tabpanel', { name: 'Races' }).getByRole('status'),
      outcomes: page.getByRole('table', { name: 'Outcomes of the race' }).locator('tbody').getByRole('row'),

      /** Shows the explorer at the moment at which the race starts. */
      async open(): Promise<void> {
        await playground.view('Races').click()
        await button('Go to where the race starts').click()
        await expect(button('Explore the orders')).toBeVisible()
      },
    },

    /** The search over everything. */
    search: {
      dialog: searchDialog,
      field: searchDialog.getByRole('combobox', { name: 'Search' }),
      /** A result, by words of its title or of why it was found. */
      result: (name: string | RegExp) => searchDialog.getByRole('option', { name }),

      /** Opens it by its key, and waits until it has everything that can be found. */
      async open(): Promise<void> {
        await page.keyboard.press('/')
        await expect(searchDialog.getByRole('region', { name: 'Users report' })).toBeVisible()
      },

      /** Pastes a text outside of every field. */
      async pasteOnPage(text: string): Promise<void> {
        await page.locator('body').evaluate((body, pasted) => {
          const clipboardData = new DataTransfer()
          clipboardData.setData('text/plain', pasted)
          body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }))
        }, text)
      },
    },

    /** The transcript's lines. */
    async transcript(): Promise<string[]> {
      await playground.view('Transcript').click()
      const list = page.getByRole('list', { name: 'Transcript' })
      await expect(list).toBeVisible()
      const lines = await list.getByRole('button').allInnerTexts()
      await playground.view('Sequence').click()
      return lines.map((line) => line.replace(/\s+/g, ' ').trim())
    },

    /** Sets an outcome of the scenario beside the run; without one, what the view proposes. */
    async compareWith(title?: string): Promise<void> {
      await playground.view('Compare').click()
      const choice = playground.comparison.getByLabel('Compare with')
      if (title !== undefined) await choice.selectOption({ label: title })
      await expect(playground.comparison.getByRole('heading', { name: 'How they end' })).toBeVisible()
    },

    /** Saves something from the export menu; gives the path of the file. */
    async download(name: string): Promise<string> {
      await button('Export').click()
      return playground.save(name)
    },

    /** Presses a button that saves a file; gives its path. */
    async save(name: string): Promise<string> {
      const [download] = await Promise.all([page.waitForEvent('download'), button(name).click()])
      return download.path()
    },

    /** A real login that was dropped as a HAR: the dialog, the first broken rule, the messages of its diagram. */
    recordedLogin: {
      dialog: recordedLogin,
      verdict: recordedLogin.getByRole('article', { name: 'First broken rule' }),
      messages: recordedLogin.getByRole('list', { name: 'Messages' }).getByRole('button'),
    },

    /** The document of the open scenario. */
    document: page.getByRole('article', { name: /^Document: / }),

    /** Opens the document and waits until all outcomes have been played for it. */
    async openDocument(): Promise<void> {
      await playground.view('Document').click()
      await expect(playground.document).toBeVisible({ timeout: 60_000 })
    },

    /**
     * The link to this moment, and the fingerprint of the recorded run up to it, from the dialog that shares both; or of
     * the moment that the dialog offers first, which after a failed run is where it breaks.
     */
    async share(moment: 'now' | 'offered' = 'now'): Promise<{ link: string; fingerprint: string }> {
      await button('Share').click()
      const now = shareDialog.getByRole('radio', { name: /^At this moment/ })
      await expect(shareDialog.getByRole('radio').first()).toBeChecked()
      if (moment === 'now' && (await now.isVisible())) await now.check()
      const link = await shareDialog.getByRole('textbox', { name: 'Link' }).inputValue()
      await shareDialog.getByText('Fingerprint', { exact: true }).click()
      const fingerprint = shareDialog.getByRole('textbox', { name: 'Fingerprint' })
      await expect(fingerprint).toHaveValue(/^[0-9a-f]{64}$/)
      const shared = { link, fingerprint: await fingerprint.inputValue() }
      await page.keyboard.press('Escape')
      await expect(shareDialog).toBeHidden()
      return shared
    },
  }
  return playground
}
