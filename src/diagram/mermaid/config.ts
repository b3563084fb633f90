/** How Mermaid draws here: no markup from labels, columns that stay put, and the product's colours. */
import type { MermaidTheme } from './messages.ts'

/** The roles that Mermaid colours, for each theme: the values of `src/ui/tokens.css`, which a sandboxed document cannot read. */
const COLOURS = {
  light: {
    page: '#ffffff',
    box: '#f1eeea',
    line: '#68625a',
    text: '#1d1b18',
    border: '#b9b1a6',
    note: '#ecebfc',
    noteBorder: '#c3bff4',
    accent: '#4338ca',
  },
  dark: {
    page: '#1c1b18',
    box: '#26241f',
    line: '#a49d92',
    text: '#f1eee9',
    border: '#58534a',
    note: '#2a2850',
    noteBorder: '#4c489a',
    accent: '#a8a4ff',
  },
} as const

const FONT = 'system-ui, sans-serif'

/** The page colour behind a drawing. */
export function pageColour(theme: MermaidTheme): string {
  return COLOURS[theme].page
}

/** Mermaid's configuration for a theme; `frame.ts`, which imports Mermaid, checks its type. */
export function mermaidConfig(theme: MermaidTheme) {
  const { page, box, line, text, border, note, noteBorder, accent } = COLOURS[theme]
  return {
    startOnLoad: false,
    securityLevel: 'strict',
    suppressErrorRendering: true,
    // The default of 50,000 characters ends at about 500 messages.
    maxTextSize: 2_000_000,
    deterministicIds: true,
    layout: 'dagre',
    htmlLabels: false,
    fontFamily: FONT,
    // With labels of at most 44 characters and this width, no column ever moves.
    sequence: { width: 420, actorMargin: 20, mirrorActors: false, useMaxWidth: false, wrap: false },
    // Scrolled where it is too wide: scaled down, nobody could read it.
    state: { useMaxWidth: false },
    // The state that a run is in, the nodes of the way that it took: `class … lit`.
    themeCSS: `.lit :is(rect, path, polygon) { fill: ${note} !important; stroke: ${accent} !important; }`,
    theme: 'base',
    themeVariables: {
      darkMode: theme === 'dark',
      fontFamily: FONT,
      background: page,
      primaryColor: box,
      primaryTextColor: text,
      primaryBorderColor: border,
      lineColor: line,
      textColor: text,
      actorBkg: box,
      actorBorder: border,
      actorTextColor: text,
      actorLineColor: border,
      signalColor: line,
      signalTextColor: text,
      noteBkgColor: note,
      noteBorderColor: noteBorder,
      noteTextColor: text,
    },
  } as const
}
