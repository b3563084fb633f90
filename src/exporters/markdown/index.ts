/** A document as Markdown: readable as it is, and with its diagrams where Mermaid fences are drawn. */
import { defineDocumentExporter, FIXTURE_NOTICE } from '../contract.ts'
import { escapeMarkdown, sectionsMarkdown } from '../document/markdown.ts'
import { documentSections, editionOf } from '../document/sections.ts'

export default defineDocumentExporter({
  kind: 'document',
  id: 'markdown',
  title: 'Markdown',
  hint: 'For a repository or a wiki: tables, and diagrams that GitHub draws.',
  order: 1,
  fileSuffix: '.md',
  mediaType: 'text/markdown',
  convert(document) {
    const head = [
      `# ${escapeMarkdown(document.title)}`,
      escapeMarkdown(document.summary),
      `**${escapeMarkdown(editionOf(document))}.** Made from ${document.outcomes.length} runs.`,
    ]
    return `${[...head, sectionsMarkdown(documentSections(document)), '---', escapeMarkdown(FIXTURE_NOTICE)].join('\n\n')}\n`
  },
})
