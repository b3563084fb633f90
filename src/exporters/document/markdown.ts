/** Sections as Markdown that GitHub shows: tables, and Mermaid in fences. */
import type { Block, Section, Span, Text } from './blocks.ts'
import { oneLine } from './plain-text.ts'

/** Sections with their headings; the first level of headings is the title's. */
export function sectionsMarkdown(sections: readonly Section[]): string {
  return sections
    .flatMap(({ title, blocks }) => [`## ${escapeMarkdown(title)}`, ...blocks.map(blockMarkdown)])
    .join('\n\n')
}

/** One block. */
function blockMarkdown(block: Block): string {
  switch (block.type) {
    case 'paragraph':
      return textMarkdown(block.text)
    case 'warning':
      return `> [!WARNING]\n> ${textMarkdown(block.text)}`
    case 'heading':
      return `### ${escapeMarkdown(block.text)}`
    case 'list':
      return block.items.map((item) => `- ${textMarkdown(item)}`).join('\n')
    case 'table':
      return tableMarkdown(
        block.head,
        block.lines.map(({ cells }) => cells),
      )
    case 'diagram':
      return ['```mermaid', block.text.trimEnd(), '```'].join('\n')
    default:
      return block satisfies never
  }
}

/** Text in which no character means anything but itself. One line. */
export function escapeMarkdown(text: string): string {
  return oneLine(text)
    .replace(/[\\`|<>&$@]|:(?=\/\/)|(?<=\bwww)\./g, toReference)
    .replace(/[*_[\]~]|=(?==)|(?<!&)#/g, '\\$&')
    .replace(/^[-+=]/, '\\$&')
    .replace(/^(\d+)([.)])/, '$1\\$2')
}

/** Backslash escapes do not hold everywhere: not for a bar in a table, the dollars of a formula, an address that becomes a link. */
function toReference(character: string): string {
  return { '<': '&lt;', '>': '&gt;', '&': '&amp;' }[character] ?? `&#${character.charCodeAt(0)};`
}

function textMarkdown(text: Text): string {
  return text.map(spanMarkdown).join('')
}

function spanMarkdown(span: Span): string {
  if (typeof span === 'string') return withBlanks(span)
  return 'code' in span ? codeMarkdown(span.code) : `**${escapeMarkdown(span.strong)}**`
}

/** The blanks around a piece of text part it from its neighbours. */
function withBlanks(text: string): string {
  const inner = escapeMarkdown(text)
  return `${/^\s/.test(text) ? ' ' : ''}${inner}${inner !== '' && /\s$/.test(text) ? ' ' : ''}`
}

/** A code span; as an element where a span could not hold the text. */
function codeMarkdown(text: string): string {
  const line = oneLine(text)
  if (line === '') return ''
  if (!/[`|\\]/.test(line)) return `\`${line}\``
  return `<code>${line.replace(/[!-/:-@[-`{-~]/g, (character) => `&#${character.charCodeAt(0)};`)}</code>`
}

function tableMarkdown(head: readonly string[], lines: readonly (readonly Text[])[]): string {
  const rows = [head.map(escapeMarkdown), head.map(() => '---'), ...lines.map((cells) => cells.map(textMarkdown))]
  return rows.map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}
