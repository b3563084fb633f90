/** Draws shapes as SVG elements; the style sheet gives each role its colours. */
import { createElement, Fragment, type ReactElement } from 'react'
import type { Shape } from '../projections/drawing/shapes.ts'

/** The shapes of one row, in their order. */
export function Shapes({ shapes }: { readonly shapes: readonly Shape[] }) {
  // As arguments and not as a list: shapes have no identity that a key could name, and a row draws the same ones each time.
  return createElement(Fragment, null, ...shapes.map(elementOf))
}

function elementOf(shape: Shape): ReactElement {
  switch (shape.type) {
    case 'path':
      return <path className={classOf(shape)} d={shape.d} transform={shape.transform} />
    case 'rect': {
      const { x, y, width, height, radius } = shape
      return <rect className={classOf(shape)} x={x} y={y} width={width} height={height} rx={radius} />
    }
    case 'text': {
      const { x, y, fontSize, anchor, text } = shape
      return (
        <text
          className={classOf(shape)}
          x={x}
          y={y}
          fontSize={fontSize}
          textAnchor={anchor === 'start' ? undefined : anchor}
        >
          {text}
        </text>
      )
    }
    default:
      return shape satisfies never
  }
}

/** One attribute for all that the style sheet asks for: each one more is paid for by every shape of every row. */
function classOf({ role, hue, state }: Shape): string {
  const kind = ROLES[role] ?? `sequence-${role}`
  if (hue === undefined) return kind
  return state === undefined ? `${kind} hue-${hue}` : `${kind} hue-${hue} is-${state}`
}

/** Kinds of a line and of its head have what is common to all of them from a second class. */
const ROLES: Partial<Record<Shape['role'], string>> = {
  'line-dashed': 'sequence-line sequence-line-dashed',
  'head-filled': 'sequence-head sequence-head-filled',
}
