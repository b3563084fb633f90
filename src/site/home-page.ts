/** The site's own address: the first screen as it is before its scripts have run, and for whoever has none. */
import type { Scenario } from '../scenario-kit/contract.ts'
import { pathOf } from '../share/index.ts'
import { previewTags } from './frame.ts'
import { type PageText, tag, words } from './markup.ts'
import { drawFirst, type ShownRun, tellRun } from './shown-run.ts'

/** Shown by the style sheet alone, after a while: whoever reads it has no script that could say it. */
const LATE =
  'The flow should run here by now. Its scripts did not arrive, or are blocked: allow them for this page, then reload.'

/** Written around the run that the page opens with; its title and description are those of the template. */
export function homePage(
  template: string,
  run: ShownRun,
  scenarios: readonly Scenario[],
  siteUrl: string | undefined,
): PageText {
  const [, title = ''] = /<title>([^<]*)<\/title>/.exec(template) ?? []
  const [, description = ''] = /<meta name="description" content="([^"]*)"/.exec(template) ?? []
  const [first] = tellRun(run)
  const flows = scenarios.map(({ id, title: flow, outcomes: [outcome], summary }) =>
    tag(
      'li',
      {},
      `${words('a', flow, { href: `./${pathOf({ scenario: id, outcome: outcome.id })}` })}: ${words('span', summary)}`,
    ),
  )
  return {
    path: '',
    title,
    description,
    head: previewTags({ path: '', title, description }, siteUrl),
    body: [
      '<div class="opening">',
      tag('header', { class: 'opening-header' }, words('strong', title) + words('span', run.scenario.title)),
      '<main class="opening-diagram">',
      drawFirst(run),
      words('p', first === undefined ? '' : `1. ${first.sentence} ${first.why}`),
      words('p', LATE, { class: 'opening-late' }),
      '<noscript>',
      words('p', description),
      words('p', 'With JavaScript each flow runs here, step by step. Without it, read what happens in each:'),
      tag('ul', {}, flows.join('\n')),
      '</noscript>',
      '</main>',
      '</div>',
    ],
    isLive: true,
  }
}
