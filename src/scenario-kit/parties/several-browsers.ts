/** Several browsers in one run, on a computer and on a phone say: each has windows, cookies and storage of its own. */
import type { UserAgent } from '../../simulation/index.ts'

/** One browser to whoever only knows windows: what is asked of a window goes to the browser that has it, and else to the first. */
export function joinBrowsers(browsers: readonly [UserAgent, ...UserAgent[]]): UserAgent {
  const [first] = browsers
  const having = (id: string) => browsers.find((agent) => agent.windows().some((window) => window.id === id)) ?? first
  return {
    open: (window, url) => having(window).open(window, url),
    restore: (window, page) => having(window).restore(window, page),
    page: (window) => having(window).page(window),
    submit: (window, form, fields) => having(window).submit(window, form, fields),
    pressThrough: (window, form, fields) => having(window).pressThrough(window, form, fields),
    follow: (window, href) => having(window).follow(window, href),
    visit: (window, url) => having(window).visit(window, url),
    browse: (window, command) => having(window).browse(window, command),
    close: (window) => having(window).close(window),
    snapshot: () => browsers.map((agent) => agent.snapshot()),
    windows: () => browsers.flatMap((agent) => agent.windows()),
  }
}
