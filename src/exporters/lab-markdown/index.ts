/** The table of a policy lab as Markdown, with what it comes to. */
import { defineLabExporter, FIXTURE_NOTICE } from '../contract.ts'
import { labBlocks } from '../document/lab-section.ts'
import { escapeMarkdown, sectionsMarkdown } from '../document/markdown.ts'

export default defineLabExporter({
  kind: 'lab',
  id: 'lab-markdown',
  title: 'Markdown',
  hint: 'For a repository, a wiki or a ticket: the table, and what stops what.',
  order: 1,
  fileSuffix: '.policy-lab.md',
  mediaType: 'text/markdown',
  convert(table) {
    const sections = [{ id: 'lab', title: 'Attacks and defences', blocks: labBlocks(table) }]
    return `${[
      `# ${escapeMarkdown(table.scenario.title)}`,
      sectionsMarkdown(sections),
      '---',
      escapeMarkdown(FIXTURE_NOTICE),
    ].join('\n\n')}\n`
  },
})
