import { expect, test } from 'vitest'
import { type Recorded, recordTrace } from '../example-trace.fixture.ts'
import { type DecisionChart, decisionPathsAt } from './index.ts'
import { flowchartText } from './mermaid.ts'

const CHART: DecisionChart = {
  nodes: [
    { id: 'begin', label: 'A call', kind: 'start' },
    { id: 'first', label: 'Is there a "token"?', kind: 'question' },
    { id: 'ask', label: 'Ask for one', kind: 'action' },
    { id: 'second', label: 'Did it come?', kind: 'question' },
    { id: 'end', label: 'Data', kind: 'end' },
  ],
  edges: [
    { from: 'begin', to: 'first' },
    { from: 'first', to: 'end', answer: 'yes' },
    { from: 'first', to: 'ask', answer: 'no' },
    { from: 'ask', to: 'second' },
    { from: 'second', to: 'end', answer: 'yes' },
  ],
}

const act = { type: 'act', action: 'call' } as const

function decision(question: string, answer: string): Recorded {
  return { type: 'note', actor: 'app', note: { type: 'decision', question, answer } }
}

test('no decision, no path', () => {
  expect(decisionPathsAt(CHART, recordTrace([act]), 1)).toEqual([])
})

test('a path begins at the start, takes the edge of each answer and what needs none, up to the cursor', () => {
  const trace = recordTrace([act, decision('first', 'no'), act, decision('second', 'yes')])
  expect(decisionPathsAt(CHART, trace, 1)).toMatchObject([
    { nodes: ['begin', 'first', 'ask', 'second'], edges: [0, 2, 3], decisions: [{ step: 1, answer: 'no' }] },
  ])
  expect(decisionPathsAt(CHART, trace, 2)).toMatchObject([
    { nodes: ['begin', 'first', 'ask', 'second', 'end'], edges: [0, 2, 3, 4] },
  ])
})

test('calls at the same time have paths of their own, and one that was given up is left alone', () => {
  const trace = recordTrace([
    act,
    decision('first', 'no'),
    act,
    decision('first', 'no'),
    act,
    decision('second', 'yes'),
    act,
    decision('first', 'yes'),
  ])
  expect(decisionPathsAt(CHART, trace, 4).map(({ decisions }) => decisions.map(({ step }) => step))).toEqual([
    [1],
    [2, 3],
    [4],
  ])
})

test('writes the chart for Mermaid with ids that are no keywords, labels in quotes, and the path lit alone', () => {
  const [path] = decisionPathsAt(CHART, recordTrace([act, decision('first', 'yes')]), 1)
  expect(flowchartText(CHART, path).split('\n')).toEqual([
    'flowchart TD',
    '  n0(["A call"])',
    '  n1{{"Is there a #quot;token#quot;?"}}',
    '  n2["Ask for one"]',
    '  n3{{"Did it come?"}}',
    '  n4(["Data"])',
    '  n0 e0@--> n1',
    '  n1 e1@-->|"yes"| n4',
    '  n1 e2@-->|"no"| n2',
    '  n2 e3@--> n3',
    '  n3 e4@-->|"yes"| n4',
    '  classDef lit stroke-width:3px',
    '  class n0,n1,n4,e0,e1 lit',
  ])
  expect(flowchartText(CHART, undefined)).not.toMatch(/lit|@/)
  expect(flowchartText(CHART, undefined)).toContain('  n1 -->|"yes"| n4\n')
})
