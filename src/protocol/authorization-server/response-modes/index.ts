/** How an authorization response reaches the client: one file a mode (OAuth 2.0 Multiple Response Type Encoding Practices §2.1). */
export type ResponseMode = 'query' | 'fragment' | 'form_post'
