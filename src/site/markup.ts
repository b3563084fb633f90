/** Pages as text: the page of the app with other words in it, so that it reads without scripts and is live with them. */
import { escapeXml } from '../lib/xml.ts'

/** What a page says. */
export interface PageText {
  /** Its path from the folder of the site, such as `r/logout/everywhere/`. */
  readonly path: string
  readonly title: string
  readonly description: string
  /** Elements for the head. */
  readonly head: readonly string[]
  /** Elements of the body. */
  readonly body: readonly string[]
  /** Whether the app takes over where scripts run. */
  readonly isLive: boolean
}

/** A file of the site: its path from the folder, and its text. */
export interface SiteFile {
  readonly path: string
  readonly text: string
}

/** The way from a page to the folder of the site, such as `../../../`. */
export function wayUp(path: string): string {
  return '../'.repeat(path.split('/').length - 1)
}

/** An element; attribute values are text, content is markup. Attributes that are undefined are left out. */
export function tag(name: string, attributes: Readonly<Record<string, string | undefined>>, content?: string): string {
  const written = Object.entries(attributes).map(([key, value]) =>
    value === undefined ? '' : ` ${key}="${escapeXml(value)}"`,
  )
  return content === undefined ? `<${name}${written.join('')}>` : `<${name}${written.join('')}>${content}</${name}>`
}

/** An element that holds a text alone. */
export function words(name: string, text: string, attributes: Readonly<Record<string, string>> = {}): string {
  return tag(name, attributes, escapeXml(text))
}

/** Writes a page from the built `index.html`. Throws when that has not the places in which a page is written. */
export function writePage(template: string, page: PageText): SiteFile {
  const up = wayUp(page.path)
  const site = tag('link', { rel: 'stylesheet', href: `${up}site.css` })
  const steps: readonly (readonly [place: RegExp, text: string])[] = [
    // Before anything of the page's own, which lies beside it.
    [/(?<=\s(?:href|src)=")\.\//g, up],
    [/<title>[^<]*<\/title>/, words('title', page.title)],
    [/<meta name="description"[^>]*>/, tag('meta', { name: 'description', content: page.description })],
    [/(?=<\/head>)/, `${[site, ...page.head].join('\n    ')}\n  `],
    [/<body>.*<\/body>/s, `<body>\n<div id="root">\n${page.body.join('\n')}\n</div>\n</body>`],
  ]
  const own = page.isLive ? template : withoutScripts(template)
  const text = steps.reduce((whole, [place, text]) => {
    if (whole.search(place) < 0) throw new Error(`The built page has no ${place.source}.`)
    return whole.replace(place, () => text)
  }, own)
  return { path: `${page.path}index.html`, text }
}

function withoutScripts(template: string): string {
  return template.replace(/<script\b[^>]*><\/script>\s*/g, '').replace(/<link rel="modulepreload"[^>]*>\s*/g, '')
}
