/** What is looked up in a document rather than read: claims, storage, troubleshooting. */
import type { DocumentModel } from '../../projections/document/index.ts'
import { code, paragraph, type Section, type TableLine } from './blocks.ts'

/** Two tokens side by side. */
export function claimsSection({ claims }: DocumentModel): Section {
  if (claims === undefined) return { id: 'claims', title: 'Claims', blocks: [] }
  const { title, one, other, rows } = claims
  const lines = rows.map(
    (row): TableLine => ({
      cells: [
        code(row.name),
        code(row.one ?? ''),
        row.isSame ? ['the same'] : code(row.other ?? ''),
        row.meaning === undefined ? [] : [row.meaning],
      ],
    }),
  )
  return {
    id: 'claims',
    title: 'Claims',
    blocks: [
      paragraph(`${title}, claim by claim.`),
      { type: 'table', caption: title, head: ['Claim', one, other, 'What the difference means'], lines },
    ],
  }
}

/** Where things belong on each platform. */
export function storageSection({ storage }: DocumentModel): Section {
  const lines = storage.map(
    ({ artifact, platform, place, readableBy, advice, reference }): TableLine => ({
      cells: [code(artifact), [platform], [place], [readableBy], [`${advice} (${reference})`]],
    }),
  )
  const head = ['What', 'Platform', 'Where', 'Who can read it', 'Advice']
  return {
    id: 'storage',
    title: 'Storage',
    blocks: lines.length === 0 ? [] : [{ type: 'table', caption: 'Where it is kept and who can read it', head, lines }],
  }
}

/** Codes with their causes and remedies. */
export function troubleSection({ troubles, outcomes }: DocumentModel): Section {
  const lines = troubles.map((trouble): TableLine => {
    const shown = outcomes.find(({ title }) => title === trouble.outcome)
    return {
      cells: [code(trouble.code), [trouble.cause], [trouble.remedy], [trouble.outcome]],
      ...(shown !== undefined && { opens: { outcome: shown.id, step: 0 } }),
    }
  })
  const head = ['Code', 'Cause', 'Remedy', 'Outcome that shows it']
  return {
    id: 'troubleshooting',
    title: 'Troubleshooting',
    blocks:
      lines.length === 0 ? [] : [{ type: 'table', caption: 'What can go wrong, why, and what to do', head, lines }],
  }
}
