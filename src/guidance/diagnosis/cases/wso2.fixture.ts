/** What people posted about WSO2 Identity Server, and what it came from. */
import type { DiagnosisCase } from './case.fixture.ts'

export default [
  {
    id: 'wso2-unknown-client',
    cause: 'client-unknown',
    source: 'https://github.com/wso2/product-is/issues/6569',
    input:
      '{"error_description":"A valid OAuth client could not be found for client_id: Ujin_7oc1","error":"invalid_client"}',
  },
  {
    id: 'wso2-console-host',
    cause: 'redirect-uri-differs',
    source: 'https://github.com/wso2/product-is/issues/12119',
    input: `\`\`\`
Registered callback does not match with the provided url.
\`\`\``,
  },
  {
    id: 'wso2-callback-of-recovery',
    cause: 'redirect-uri-differs',
    source: 'https://github.com/wso2/identity-apps/issues/385',
    input: `ERROR {org.wso2.carbon.identity.user.endpoint.impl.MeApiServiceImpl} - Error occurred in the server while performing the task. org.wso2.carbon.identity.recovery.IdentityRecoveryServerException: Configured callback URL does not match with the provided callback URL: https://localhost:9000/user-portal/login in the request.
	at java.base/jdk.internal.reflect.NativeConstructorAccessorImpl.newInstance0(Native Method)`,
  },
  {
    id: 'wso2-application-revoked',
    cause: 'client-disabled',
    source: 'https://github.com/wso2/product-is/issues/5531',
    input: `< HTTP/1.1 401 Unauthorized
< Content-Type: application/json
< Server: WSO2 Carbon Server
< 
* Connection #0 to host localhost left intact
{"error_description":"Oauth application is not in active state","error":"invalid_client"}`,
  },
  {
    id: 'wso2-two-methods',
    cause: 'authentication-method-differs',
    source: 'https://github.com/wso2/product-is/issues/6013',
    input: `[2019-07-29 12:20:45,145] ERROR {org.wso2.carbon.identity.application.authentication.framework.handler.step.impl.DefaultStepHandler} -  Authentication failed exception!
org.wso2.carbon.identity.application.authentication.framework.exception.AuthenticationFailedException: invalid_request, The client MUST NOT use more than one authentication method in each
	at org.wso2.carbon.identity.application.authenticator.oidc.OpenIDConnectAuthenticator.getOauthResponse(OpenIDConnectAuthenticator.java:609)`,
  },
  {
    id: 'wso2-no-token',
    cause: 'token-not-sent',
    source: 'https://github.com/wso2/product-apim/issues/8891',
    input:
      '{"fault":{"code":900902,"message":"Missing Credentials","description":"Authentication Error. Make sure your API invocation call has a header: test-key is missing"}}',
  },
  {
    id: 'wso2-scope',
    cause: 'scope-missing',
    source: 'https://github.com/wso2/product-apim/issues/2840',
    input: '[2018-03-02 14:24:13,640] ERROR - WebAppAuthenticatorImpl You cannot access API as scope validation failed',
  },
] satisfies readonly DiagnosisCase[]
