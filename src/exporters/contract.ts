/** What an exporter is: one folder that writes a run in another format. Pure; the menu reads its title. */
import type { DocumentModel } from '../projections/document/index.ts'
import type { LabTable } from '../projections/lab/index.ts'
import type { SequenceModel } from '../projections/sequence/types.ts'
import type { Recipe, Trace } from '../simulation/types.ts'

/** A run up to one of its steps, as every exporter gets it. */
export interface ExportableRun {
  /** The scenario's title. */
  readonly title: string
  /** The recipe, with the choices up to the step. */
  readonly recipe: Recipe
  /** How many choices have been applied. */
  readonly step: number
  /** Everything that was recorded up to the step. */
  readonly trace: Trace
  readonly model: SequenceModel
  /** How many rows of the model there are at the step. */
  readonly rowCount: number
  /** Opens the run at the step. A picture holds it in its metadata. */
  readonly address?: string
  /** Whether the address also stands at the foot of a picture, for whoever has only the pixels. */
  readonly showsAddress?: boolean
}

/** The parts of the menu, in its order. */
export const EXPORT_GROUPS = ['Diagram', 'Data', 'Code'] as const

/** What the menu says of an exporter. */
interface Entry {
  readonly id: string
  /** The part of the menu that it stands in. */
  readonly group: (typeof EXPORT_GROUPS)[number]
  /** As the menu shows it. */
  readonly title: string
  /** One sentence: what it is good for. */
  readonly hint: string
  /** Place in its group, lowest first. */
  readonly order: number
  readonly fileName: string
  readonly mediaType: string
}

/** An exporter. Its folder's `index.ts` exports it as default. */
export type Exporter = Entry &
  (
    | {
        /** `picture`: the text is SVG, which the page can also turn into pixels. */
        readonly kind: 'text' | 'picture'
        convert(run: ExportableRun): string
      }
    | {
        /** Several files, which the page packs into one archive. */
        readonly kind: 'project'
        /** Texts by their paths. */
        files(run: ExportableRun): Readonly<Record<string, string>>
      }
  )

/** Drawings of a document's diagrams as SVG elements, by the ids of `documentDiagrams`. Where one is missing its text stands. */
export type Drawings = Readonly<Record<string, string>>

/** What is said of an exporter of something else than a run. Its folder's `index.ts` exports it as default, too. */
interface ButtonEntry {
  readonly id: string
  /** As its button says. */
  readonly title: string
  /** One sentence: what it is good for. */
  readonly hint: string
  /** Place among the buttons, lowest first. */
  readonly order: number
  /** What follows the scenario's id in the name of the file. */
  readonly fileSuffix: string
  readonly mediaType: string
}

/** An exporter of a scenario's document. */
export interface DocumentExporter extends ButtonEntry {
  readonly kind: 'document'
  convert(document: DocumentModel, drawings: Drawings): string
}

/** An exporter of a table of the policy lab. */
export interface LabExporter extends ButtonEntry {
  readonly kind: 'lab'
  convert(table: LabTable): string
}

/** Everything that a folder may export. */
export type AnyExporter = Exporter | DocumentExporter | LabExporter

/** True for what writes a run, and stands in the menu. */
export function isOfRun(exporter: AnyExporter): exporter is Exporter {
  return exporter.kind !== 'document' && exporter.kind !== 'lab'
}

/**
 * What every export says of the tokens in it, so that nobody takes them for leaked secrets: they are signed with public
 * keys for tests and are worth nothing anywhere.
 */
export const FIXTURE_NOTICE =
  'Every token, code and secret here is a fixture of a simulation, signed with public test keys.'

/** Declares an exporter. */
export function defineExporter<Kind extends Exporter>(exporter: Kind): Kind {
  return exporter
}

/** Declares an exporter of documents. */
export function defineDocumentExporter(exporter: DocumentExporter): DocumentExporter {
  return exporter
}

/** Declares an exporter of tables of the policy lab. */
export function defineLabExporter(exporter: LabExporter): LabExporter {
  return exporter
}
