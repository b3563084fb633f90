/** What tells causes apart that one error has in common: questions with a few answers, and which of them to ask. */

/** The questions, and the answers to each: one that whoever asks for help can give without a log. */
export const CIRCUMSTANCES = {
  moment: {
    question: 'Does it happen at the sign-in, or later?',
    answers: { 'sign-in': 'At the sign-in, or right after it', later: 'Later, after it had worked' },
  },
  tabs: {
    question: 'Does it happen with a single tab?',
    answers: { one: 'Yes, with a single tab', several: 'Only with several' },
  },
  network: {
    question: 'Is it only where the connection is bad?',
    answers: { bad: 'Only there: phones, trains, laptops that sleep', good: 'Everywhere' },
  },
  rhythm: {
    question: 'Does it always take the same time until it fails?',
    answers: { fixed: 'Yes, about the same time', irregular: 'No, it varies' },
  },
  attempt: {
    question: 'Does the first try fail?',
    answers: { first: 'Yes, the first try', repeat: 'Only a reload, or going back' },
  },
  pace: {
    question: 'Does it fail only when signing in takes long?',
    answers: { slow: 'Only then', quick: 'When it is quick as well' },
  },
  browser: {
    question: 'Is it the same in every browser?',
    answers: { every: 'Yes, in every one', some: 'Only in some, such as Safari, or in private windows' },
  },
  fresh: {
    question: 'Is a token accepted that was just issued?',
    answers: { accepted: 'Yes, for a while', refused: 'No, a fresh one is refused too' },
  },
  elsewhere: {
    question: 'Does the same code work in another environment?',
    answers: { works: 'Yes, on a laptop or in staging', fails: 'No, in none' },
  },
  curl: {
    question: 'Does the same request work by curl?',
    answers: { works: 'Yes, it works by curl', fails: 'No, it fails as well' },
  },
} as const

type Circumstances = typeof CIRCUMSTANCES

/** A thing that can be asked. */
export type Circumstance = keyof Circumstances

/** Answers, by what was asked. Of a cause: in which circumstances it happens; what it leaves out, it happens in any. */
export type Traits = { readonly [Name in Circumstance]?: keyof Circumstances[Name]['answers'] }

/** A question, with its answers in the order in which to show them. */
export interface Question {
  readonly circumstance: Circumstance
  readonly question: string
  readonly answers: readonly { readonly answer: string; readonly words: string }[]
}

interface WithTraits {
  readonly traits?: Traits
}

/** The causes that an answer leaves: those that happen in this circumstance, or in any. */
export function causesLeft<Cause extends WithTraits>(causes: readonly Cause[], answers: Traits): readonly Cause[] {
  const names = Object.keys(answers) as Circumstance[]
  return causes.filter(({ traits = {} }) =>
    names.every((name) => traits[name] === undefined || traits[name] === answers[name]),
  )
}

/**
 * The question whose answers leave the fewest causes at worst, and then in all; `undefined` when none tells anything apart.
 * One is asked only if each answer leaves a cause and some answer rules one out. `asked`: not to be asked again.
 */
export function nextQuestion(causes: readonly WithTraits[], asked: ReadonlySet<Circumstance>): Question | undefined {
  const candidates = (Object.keys(CIRCUMSTANCES) as Circumstance[]).flatMap((circumstance) => {
    const question = questionOf(circumstance)
    const left = question.answers.map(({ answer }) => causesLeft(causes, { [circumstance]: answer }).length)
    const tells = Math.min(...left) > 0 && Math.min(...left) < causes.length
    return asked.has(circumstance) || !tells
      ? []
      : [{ question, worst: Math.max(...left), sum: left.reduce((total, count) => total + count, 0) }]
  })
  return candidates.toSorted((one, other) => one.worst - other.worst || one.sum - other.sum)[0]?.question
}

function questionOf(circumstance: Circumstance): Question {
  const { question, answers } = CIRCUMSTANCES[circumstance]
  return { circumstance, question, answers: Object.entries(answers).map(([answer, words]) => ({ answer, words })) }
}
