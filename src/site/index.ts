/** The pages that can be read without scripts and shown as a preview: one for every outcome, one for every error code. */
import type { Scenario } from '../scenario-kit/contract.ts'
import { pathOf } from '../share/index.ts'
import { codesOf } from './error-codes.ts'
import { errorIndex, errorPage } from './error-page.ts'
import { homePage } from './home-page.ts'
import { type SiteFile, writePage } from './markup.ts'
import { notFoundPage } from './not-found-page.ts'
import { PICTURE_SIZE, pictureOf } from './picture.ts'
import { OEMBED, oembedText, PICTURE, runPage } from './run-page.ts'
import { shellPage } from './shell-page.ts'
import { type ShownRun, showRun } from './shown-run.ts'

/** What the site is written from. */
interface SiteSource {
  readonly scenarios: readonly Scenario[]
  /** The scenario that the page opens with, by its id. */
  readonly opensWith: string
  /** The text of the built `index.html`. */
  readonly template: string
  /** The script of the page for addresses that do not exist. */
  readonly repairScript: string
  /** The absolute address of the site's folder, ending with a slash, where it is known. */
  readonly siteUrl?: string | undefined
}

/** What is to be written: texts, and pictures as SVG that are still to be turned into pixels. */
export interface Site {
  readonly files: readonly SiteFile[]
  /** Paths of PNG files, with what they show. */
  readonly pictures: readonly { readonly path: string; readonly svg: string }[]
  /** Of each picture, in px. */
  readonly pictureSize: { readonly width: number; readonly height: number }
}

/** Plays every outcome once and writes it all. Rejects when an outcome does not play. */
export async function writeSite({ scenarios, opensWith, template, repairScript, siteUrl }: SiteSource): Promise<Site> {
  const runs: ShownRun[] = []
  for (const scenario of scenarios) {
    for (const outcome of scenario.outcomes) runs.push(await showRun(scenario, outcome))
  }
  const opening = runs.find(({ scenario }) => scenario.id === opensWith)
  if (opening === undefined) throw new Error(`There is no scenario “${opensWith}” to open with.`)
  const codes = codesOf(runs)
  const known = new Set(codes.keys())
  const pages = [
    homePage(template, opening, scenarios, siteUrl),
    ...runs.map((run) => runPage(run, known, siteUrl)),
    errorIndex(codes, siteUrl),
    ...[...codes].map(([code, appearances]) => errorPage(code, appearances, siteUrl)),
  ]
  return {
    files: [
      ...pages.map((page) => writePage(template, page)),
      shellPage(template),
      notFoundPage(repairScript),
      ...(siteUrl === undefined
        ? []
        : [
            ...runs.map((run) => ({ path: `${pathOf(run.place)}${OEMBED}`, text: oembedText(run, siteUrl) })),
            {
              path: 'sitemap.xml',
              text: sitemap(
                pages.map(({ path }) => path),
                siteUrl,
              ),
            },
          ]),
      { path: 'robots.txt', text: robots(siteUrl) },
    ],
    // Only an absolute address leads a preview to its picture.
    pictures:
      siteUrl === undefined ? [] : runs.map((run) => ({ path: `${pathOf(run.place)}${PICTURE}`, svg: pictureOf(run) })),
    pictureSize: PICTURE_SIZE,
  }
}

/** Every page once (sitemaps.org). */
function sitemap(paths: readonly string[], siteUrl: string): string {
  const entries = paths.map((path) => `<url><loc>${new URL(path, siteUrl).href}</loc></url>`)
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${entries.join('\n')}\n</urlset>\n`
}

/** RFC 9309; only the one at the root of a host is read. */
function robots(siteUrl: string | undefined): string {
  const sitemapLine = siteUrl === undefined ? '' : `Sitemap: ${new URL('sitemap.xml', siteUrl).href}\n`
  return `User-agent: *\nAllow: /\n${sitemapLine}`
}
