/** The pages of the simulated apps: complete, script-free documents that the stage shows and a person clicks. */
import { type Markup, markup } from '../../http/index.ts'

/** A button on an app's page that starts one of the scenario's actions. */
export interface PageAction {
  /** The id of the action. */
  readonly action: string
  readonly label: string
  readonly isPrimary?: boolean
}

/** What an app's page says. */
export interface AppPage {
  readonly app: string
  readonly title: string
  readonly body: Markup
  readonly actions?: readonly PageAction[]
  /** A failure to tell the person, announced at once. */
  readonly alert?: string
}

/** Writes an app's page as HTML. Buttons carry `data-action`; the classes are those of the server's pages. */
export function appPage({ app, title, body, actions = [], alert }: AppPage): string {
  const buttons = actions.map(
    ({ action, label, isPrimary = false }) =>
      markup`<button type="button" class="${isPrimary ? 'primary' : 'secondary'}" data-action="${action}">${label}</button>`,
  )
  return markup`<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>${title} – ${app}</title></head>
<body class="page app">
<main class="card">
<p class="brand">${app}</p>
<h1>${title}</h1>
${alert !== undefined && markup`<p class="alert" role="alert">${alert}</p>`}
${body}
<div class="actions">${buttons}</div>
</main>
</body>
</html>`.markup
}
