/** What a terminal shows. */
import { markup } from '../../http/index.ts'
import { appPage, type PageAction } from '../../scenario-kit/parties/app-page.ts'

interface Screen {
  readonly title: string
  readonly lines: string
  readonly alert?: string
  readonly actions: readonly PageAction[]
}

const list = (terminal: string): PageAction => ({
  action: `list-${terminal}`,
  label: 'photo-prints list',
  isPrimary: true,
})

/** Nothing runs. */
export function readyScreen(terminal: string): string {
  return screen({ title: 'Ready', lines: '$', actions: [list(terminal)] })
}

/** The command is under way. */
export function workingScreen(terminal: string): string {
  const actions = [{ action: `kill-${terminal}`, label: 'kill -9' }]
  return screen({ title: 'Working', lines: '$ photo-prints list\n…', actions })
}

/** What the command printed. */
export function printedScreen(terminal: string, title: string, printed: string): string {
  return screen({ title, lines: `$ photo-prints list\n${printed}`, actions: [list(terminal)] })
}

/** The command gave up: the tokens are good for nothing. */
export function loginScreen(terminal: string, reason: string): string {
  return screen({
    title: 'Log in again',
    lines: '$ photo-prints list\nYour session is over. Run photo-prints login.',
    alert: reason,
    actions: [{ action: `login-${terminal}`, label: 'photo-prints login', isPrimary: true }],
  })
}

function screen({ lines, ...rest }: Screen): string {
  return appPage({ app: 'Terminal', ...rest, body: markup`<pre>${lines}</pre>` })
}
