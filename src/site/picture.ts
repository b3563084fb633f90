/** The picture that previews of a link show: the outcome's name over the part of its diagram that decides. */
import { escapeXml } from '../lib/xml.ts'
import { drawDecisive, type ShownRun } from './shown-run.ts'

/** As Open Graph and Twitter cards show it, in px. */
export const PICTURE_SIZE = { width: 1200, height: 630 } as const

const MARGIN = 48
/** Where the diagram begins. */
const TOP = 168
/** Larger than this, a diagram of one arrow would look like a poster. */
const MOST_SCALE = 1.75
/** Characters of a title that have room beside the verdict. */
const LONGEST_TITLE = 44

/** Draws it as SVG, in the light colours that the page's exports have. */
export function pictureOf(run: ShownRun): string {
  const { scenario, outcome } = run
  const diagram = drawDecisive(run)
  const [width, height] = sizeOf(diagram)
  const room = { width: PICTURE_SIZE.width - 2 * MARGIN, height: PICTURE_SIZE.height - TOP - MARGIN / 2 }
  const scale = Math.min(room.width / width, room.height / height, MOST_SCALE)
  const x = (PICTURE_SIZE.width - width * scale) / 2
  const isGood = outcome.result === 'success'
  const verdict = isGood ? 'works' : 'fails'
  const text = (y: number, size: number, fill: string, words: string, more = '') =>
    `<text x="${MARGIN}" y="${y}" font-family="sans-serif" font-size="${size}" fill="${fill}"${more}>${escapeXml(words)}</text>`
  return (
    [
      `<svg xmlns="http://www.w3.org/2000/svg" width="${PICTURE_SIZE.width}" height="${PICTURE_SIZE.height}">`,
      '<rect width="100%" height="100%" fill="#ffffff"/>',
      `<rect width="100%" height="10" fill="${isGood ? '#14663c' : '#b0241c'}"/>`,
      text(62, 24, '#68625a', `Authlane · ${scenario.title} · ${verdict}`),
      text(122, 46, '#1d1b18', shortened(outcome.title)),
      `<g transform="translate(${x} ${TOP}) scale(${scale})">${diagram}</g>`,
      '</svg>',
    ]
      .join('\n')
      // The typefaces of the page come in parts, and none has this arrow.
      .replaceAll('→', '›')
  )
}

function sizeOf(svg: string): readonly [width: number, height: number] {
  const [, width, height] = /^<svg[^>]* width="([\d.]+)" height="([\d.]+)"/.exec(svg) ?? []
  if (width === undefined || height === undefined) throw new Error('The diagram does not say how large it is.')
  return [Number(width), Number(height)]
}

function shortened(title: string): string {
  return title.length <= LONGEST_TITLE ? title : `${title.slice(0, LONGEST_TITLE - 1).trimEnd()}…`
}
