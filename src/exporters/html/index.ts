/** A document as one HTML file: no script, nothing fetched, its style sheet and its diagrams within. */
import type { DocumentModel } from '../../projections/document/index.ts'
import { type Drawings, defineDocumentExporter, FIXTURE_NOTICE } from '../contract.ts'
import type { Block, Section, Span, TableLine, Text } from '../document/blocks.ts'
import { oneLine } from '../document/plain-text.ts'
import { documentSections, editionOf } from '../document/sections.ts'
import { STYLE } from './style.ts'

/** Whatever a name says, the file loads and runs nothing. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"

export default defineDocumentExporter({
  kind: 'document',
  id: 'html',
  title: 'HTML',
  hint: 'A single file to send or to print.',
  order: 3,
  fileSuffix: '.html',
  mediaType: 'text/html',
  convert(document, drawings) {
    const sections = documentSections(document)
    return [
      '<!doctype html>',
      '<html lang="en">',
      '<head>',
      '<meta charset="utf-8">',
      `<meta http-equiv="Content-Security-Policy" content="${POLICY}">`,
      '<meta name="viewport" content="width=device-width, initial-scale=1">',
      `<title>${escapeHtml(document.title)}</title>`,
      `<style>${STYLE}</style>`,
      '</head>',
      '<body>',
      ...head(document, sections),
      '<main>',
      ...sections.map((section) => sectionHtml(section, drawings)),
      '</main>',
      `<footer><p>${escapeHtml(FIXTURE_NOTICE)}</p></footer>`,
      '</body>',
      '</html>',
      '',
    ].join('\n')
  },
})

function head(document: DocumentModel, sections: readonly Section[]): readonly string[] {
  const entries = sections.map(({ id, title }) => `<li><a href="#${id}">${escapeHtml(title)}</a></li>`)
  return [
    '<header>',
    `<h1>${escapeHtml(document.title)}</h1>`,
    `<p class="lead">${escapeHtml(document.summary)}</p>`,
    `<p class="edition">${escapeHtml(editionOf(document))}. Made from ${document.outcomes.length} runs.</p>`,
    `<nav aria-label="Contents"><ol>${entries.join('')}</ol></nav>`,
    '</header>',
  ]
}

function sectionHtml({ id, title, blocks }: Section, drawings: Drawings): string {
  const parts = [`<h2>${escapeHtml(title)}</h2>`, ...blocks.map((block) => blockHtml(block, drawings))]
  return `<section id="${id}">\n${parts.join('\n')}\n</section>`
}

function blockHtml(block: Block, drawings: Drawings): string {
  switch (block.type) {
    case 'paragraph':
      return `<p>${textHtml(block.text)}</p>`
    case 'warning':
      return `<p class="warning">${textHtml(block.text)}</p>`
    case 'heading':
      return `<h3>${escapeHtml(block.text)}</h3>`
    case 'list':
      return `<ul>${block.items.map((item) => `<li>${textHtml(item)}</li>`).join('')}</ul>`
    case 'table':
      return tableHtml(block)
    case 'diagram': {
      // Mermaid gives a diagram's text its own lines; a `pre` keeps them.
      const drawing = drawings[block.id] ?? `<pre>${escapeMarkup(block.text)}</pre>`
      return `<figure aria-label="${escapeHtml(block.title)}">${drawing}</figure>`
    }
    default:
      return block satisfies never
  }
}

function tableHtml({ caption, head, offPaper = [], lines }: Extract<Block, { type: 'table' }>): string {
  const marks = head.map((title) => (offPaper.includes(title) ? ' class="off-paper"' : ''))
  const headings = head.map((title, index) => `<th scope="col"${marks[index]}>${escapeHtml(title)}</th>`).join('')
  const rows = lines.map((line) => lineHtml(line, marks)).join('\n')
  return `<div class="table"><table${head.length > 5 ? ' class="wide"' : ''}>\n<caption>${escapeHtml(caption)}</caption>\n<thead><tr>${headings}</tr></thead>\n<tbody>\n${rows}\n</tbody>\n</table></div>`
}

function lineHtml({ cells, isError }: TableLine, marks: readonly string[]): string {
  const mark = isError ? ' class="error"' : ''
  return `<tr${mark}>${cells.map((cell, index) => `<td${marks[index] ?? ''}>${textHtml(cell)}</td>`).join('')}</tr>`
}

function textHtml(text: Text): string {
  return text.map(spanHtml).join('')
}

function spanHtml(span: Span): string {
  if (typeof span === 'string') return escapeMarkup(span.replace(/\p{Cc}/gu, ' '))
  return 'code' in span ? `<code>${escapeHtml(span.code)}</code>` : `<strong>${escapeHtml(span.strong)}</strong>`
}

/** A text on one line, for elements and for attributes in double quotes. */
function escapeHtml(text: string): string {
  return escapeMarkup(oneLine(text))
}

function escapeMarkup(text: string): string {
  return text.replace(/\p{Cs}/gu, '\ufffd').replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`)
}
