/** The page of an error code: what it means, its known causes, and the runs in which it is answered. */
import { CAUSES, ERROR_CODES } from '../guidance/diagnosis/index.ts'
import { pathOf } from '../share/index.ts'
import { type Appearance, errorPath } from './error-codes.ts'
import { framed, previewTags } from './frame.ts'
import { type PageText, tag, wayUp, words } from './markup.ts'

/** Writes the page of a code. */
export function errorPage(code: string, appearances: readonly Appearance[], siteUrl: string | undefined): PageText {
  const path = errorPath(code)
  const title = `${code} · Authlane`
  const meaning = ERROR_CODES.get(code)
  const description =
    meaning === undefined ? `${code}: what leads to it, and what to do.` : `${code}: ${meaning.meaning}.`
  const causes = CAUSES.filter(({ codes }) => codes.includes(code))
  return {
    path,
    title,
    description,
    head: previewTags({ path, title, description }, siteUrl),
    body: framed(path, [
      tag('h1', {}, words('code', code)),
      ...(meaning === undefined ? [] : [words('p', `${meaning.meaning} (${meaning.clause}).`, { class: 'site-lead' })]),
      words('h2', 'Runs that show it'),
      ...appearances.map((appearance) => appearanceText(appearance, path)),
      ...(causes.length === 0 ? [] : [words('h2', 'Known causes')]),
      ...causes.map(({ title, tellApart, fix }) =>
        tag('section', {}, [words('h3', title), words('p', tellApart), words('p', `What to do: ${fix}`)].join('\n')),
      ),
      tag(
        'p',
        {},
        `${words('a', 'All error codes', { href: '../' })} · ${words('a', 'All flows', { href: wayUp(path) })}`,
      ),
    ]),
    isLive: false,
  }
}

/** Writes the list of all codes. */
export function errorIndex(codes: ReadonlyMap<string, readonly Appearance[]>, siteUrl: string | undefined): PageText {
  const path = 'errors/'
  const title = 'Error codes · Authlane'
  const description = 'Error codes of OAuth and OpenID Connect, each with runs that show what leads to it.'
  const items = [...codes.keys()].map((code) => {
    const meaning = ERROR_CODES.get(code)
    const link = tag('a', { href: `./${code}/` }, words('code', code))
    return tag('li', {}, meaning === undefined ? link : `${link}: ${words('span', meaning.meaning)}`)
  })
  return {
    path,
    title,
    description,
    head: previewTags({ path, title, description }, siteUrl),
    body: framed(path, [words('h1', 'Error codes'), tag('ul', {}, items.join('\n'))]),
    isLive: false,
  }
}

function appearanceText({ run: { scenario, outcome, place }, message, fix }: Appearance, path: string): string {
  const remedy = outcome.trouble?.remedy ?? fix
  const parts = [
    tag('h3', {}, words('a', `${scenario.title}: ${outcome.title}`, { href: `${wayUp(path)}${pathOf(place)}` })),
    words('p', message ?? outcome.summary),
    ...(outcome.trouble === undefined ? [] : [words('p', `Cause: ${outcome.trouble.cause}`)]),
    ...(remedy === undefined ? [] : [words('p', `What to do: ${remedy}`)]),
  ]
  return tag('section', {}, parts.join('\n'))
}
