/** A document as an architecture decision record: context, decision, consequences, alternatives. */
import { defineDocumentExporter, FIXTURE_NOTICE } from '../contract.ts'
import { escapeMarkdown, sectionsMarkdown } from '../document/markdown.ts'
import { decisionSections, statusOf } from './sections.ts'

export default defineDocumentExporter({
  kind: 'document',
  id: 'decision-record',
  title: 'Decision record',
  hint: 'For a project’s folder of architecture decisions: context, decision, consequences, alternatives.',
  order: 2,
  fileSuffix: '.decision.md',
  mediaType: 'text/markdown',
  convert(document) {
    const head = [
      `# ${escapeMarkdown(document.title)}`,
      `- Status: ${escapeMarkdown(statusOf(document))}\n- Date: ${escapeMarkdown(document.asOf)}\n- Version: ${document.version}`,
    ]
    return `${[...head, sectionsMarkdown(decisionSections(document)), '---', escapeMarkdown(FIXTURE_NOTICE)].join('\n\n')}\n`
  },
})
