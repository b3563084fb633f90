/** `POST /push`: where a phone sends its signed answer to a push prompt. */
import { json } from '../../../http/index.ts'
import { answerPush } from '../../authentication/push.ts'
import { noStore } from '../../errors.ts'
import { readForm, requireParameter } from '../../parameters.ts'
import type { Endpoint } from './endpoint.ts'

/** The phone's endpoint. It says that the answer arrived, and never whether the number was right: the sign-in page does. */
export const push: Endpoint = {
  path: '/push',
  methods: ['POST'],
  audience: 'client',
  cors: 'none',
  isOffered: ({ users }) => users.some((user) => user.factors?.push !== undefined),

  async handle(request, context) {
    const parameters = readForm(request, context.environment)
    const answer = requireParameter(parameters, 'answer', 'policy', context.environment)
    const { id } = await answerPush(answer, context)
    return json(200, { push_id: id, status: 'received' }, noStore)
  },
}
