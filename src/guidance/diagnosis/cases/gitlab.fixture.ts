/** What people posted about GitLab, and what it came from. */
import type { DiagnosisCase } from './case.fixture.ts'

export default [
  {
    id: 'gitlab-redirect-gollum',
    cause: 'redirect-uri-differs',
    source: 'https://github.com/linchus/omniauth-gitlab/issues/7',
    input: 'redirect uri included is not valid',
  },
  {
    id: 'gitlab-redirect-cms',
    cause: 'redirect-uri-differs',
    source: 'https://github.com/sveltia/sveltia-cms-auth/issues/8',
    input: 'The redirect URI included is not valid.',
  },
  {
    id: 'gitlab-redirect-drone',
    cause: 'redirect-uri-differs',
    source: 'https://github.com/harness/harness/issues/1221',
    input: `"The redirect URI included is not valid"
https://git.example/oauth/authorize?client_id=7a72&redirect_uri=https%3A%2F%2Fdrone.example%2Fauthorize&response_type=code&scope=api&state=drone`,
  },
  {
    id: 'gitlab-redirect-cli',
    cause: 'redirect-uri-differs',
    source: 'https://github.com/can1357/oh-my-pi/issues/2424',
    input: 'An error has occurred. The redirect URI included is not valid.',
  },
  {
    id: 'gitlab-redirect-behind-proxy',
    cause: 'redirect-uri-differs',
    source: 'https://github.com/Salamek/gitlab-tools/issues/21',
    input: `The redirect URI included is not valid
... &redirect_uri=http%3A%2F%2Ftools.example%2Fsign%2Fin%2Fdo ...`,
  },
] satisfies readonly DiagnosisCase[]
