/** The page of an outcome: its run drawn and told, why it fails, and what else its scenario shows. */
import type { Outcome, Scenario } from '../scenario-kit/contract.ts'
import { pathOf } from '../share/index.ts'
import { errorPath, troubleCode } from './error-codes.ts'
import { framed, previewTags } from './frame.ts'
import { type PageText, tag, wayUp, words } from './markup.ts'
import { drawWhole, fragmentAt, type ShownRun, tellRun } from './shown-run.ts'

/** Names of the files beside a run's page. */
export const PICTURE = 'picture.png'
export const OEMBED = 'oembed.json'

/** Writes the page. `codes` are the error codes that have pages of their own. */
export function runPage(run: ShownRun, codes: ReadonlySet<string>, siteUrl: string | undefined): PageText {
  const { scenario, outcome, place } = run
  const path = pathOf(place)
  const title = `${outcome.title} · ${scenario.title} · Authlane`
  const { summary: description } = outcome
  const oembed =
    siteUrl === undefined
      ? []
      : [tag('link', { rel: 'alternate', type: 'application/json+oembed', href: `${siteUrl}${path}${OEMBED}`, title })]
  const picture = { path: `${path}${PICTURE}`, alt: `Sequence diagram: ${outcome.title}` }
  return {
    path,
    title,
    description,
    head: [...previewTags({ path, title, description }, siteUrl, picture), ...oembed],
    body: framed(path, [
      words('p', `${scenario.title} · ${outcome.result === 'success' ? 'works' : 'fails'}`, { class: 'site-kind' }),
      words('h1', outcome.title),
      words('p', description, { class: 'site-lead' }),
      tag('noscript', {}, words('p', 'With JavaScript this page runs the flow in your browser, step by step.')),
      tag('figure', {}, drawWhole(run)),
      ...failureSection(run),
      words('h2', 'Step by step'),
      tag('ol', {}, tellRun(run).map(stepItem).join('\n')),
      words('p', `In the end: ${outcome.goal.description}`),
      ...troubleSection(scenario, path, codes),
      ...othersSection(scenario, outcome, path),
    ]),
    isLive: true,
  }
}

/** The oEmbed answer (oembed.com, §2.3.4.4): the live player, as high as a diagram of some rows. `siteUrl` is absolute. */
export function oembedText(run: ShownRun, siteUrl: string): string {
  const { scenario, outcome, place, recipe } = run
  const [width, height] = [800, 480]
  const title = `${scenario.title}: ${outcome.title}`
  const player = new URL(`${pathOf(place)}?embed=1#${fragmentAt(run, recipe.choices.length)}`, siteUrl).href
  const frame = tag(
    'iframe',
    { src: player, title: `Authlane: ${title}`, width: String(width), height: String(height), loading: 'lazy' },
    '',
  )
  const answer = {
    type: 'rich',
    version: '1.0',
    title,
    provider_name: 'Authlane',
    provider_url: siteUrl,
    html: frame,
    width,
    height,
    thumbnail_url: new URL(`${pathOf(place)}${PICTURE}`, siteUrl).href,
    thumbnail_width: 1200,
    thumbnail_height: 630,
  }
  return `${JSON.stringify(answer)}\n`
}

function stepItem({ row, sentence, why }: ReturnType<typeof tellRun>[number]): string {
  const isError = row.tone === 'error' || row.tone === 'lost'
  return tag(
    'li',
    { value: String(row.step), class: isError ? 'site-error' : undefined },
    `${words('strong', sentence)} ${words('span', why)}`,
  )
}

function failureSection({ failure, decisive }: ShownRun): readonly string[] {
  if (failure === undefined || decisive === undefined) return []
  const rule = [failure.rule, failure.clause].filter((part) => part !== undefined).join(', ')
  return [
    words('h2', 'What goes wrong'),
    words('p', `In step ${decisive.step}: ${failure.message}`),
    ...(rule === '' ? [] : [words('p', `The rule: ${rule}.`)]),
    ...(failure.fix === undefined ? [] : [words('p', `How to fix it: ${failure.fix}`)]),
  ]
}

function troubleSection({ outcomes }: Scenario, path: string, codes: ReadonlySet<string>): readonly string[] {
  const lines = outcomes.flatMap(({ id, title, trouble }) => {
    if (trouble === undefined) return []
    const code = troubleCode(trouble.code)
    const name = words('code', trouble.code)
    const link =
      code !== undefined && codes.has(code) ? tag('a', { href: `${wayUp(path)}${errorPath(code)}` }, name) : name
    const cells = [
      tag('th', { scope: 'row' }, link),
      words('td', trouble.cause),
      words('td', trouble.remedy),
      tag('td', {}, words('a', title, { href: `../${id}/` })),
    ]
    return [tag('tr', {}, cells.join(''))]
  })
  if (lines.length === 0) return []
  const head = ['Code', 'Cause', 'Remedy', 'Shown by'].map((title) => words('th', title, { scope: 'col' })).join('')
  return [
    words('h2', 'Troubleshooting'),
    tag('table', {}, `<thead><tr>${head}</tr></thead>\n<tbody>\n${lines.join('\n')}\n</tbody>`),
  ]
}

function othersSection({ outcomes, title }: Scenario, shown: Outcome, path: string): readonly string[] {
  const items = outcomes
    .filter((outcome) => outcome !== shown)
    .map((outcome) =>
      tag('li', {}, `${words('a', outcome.title, { href: `../${outcome.id}/` })}: ${words('span', outcome.summary)}`),
    )
  return [
    words('h2', `${title}, and how else it can end`),
    tag('ul', {}, items.join('\n')),
    tag('p', {}, words('a', 'All flows', { href: wayUp(path) })),
  ]
}
