// Made of src/index.ts by `npm run generate`.

// src/client.ts
import createClient from "openapi-fetch";

// src/problem-of-status.ts
function problemOfStatus(status, reason) {
  return {
    type: "about:blank",
    title: reason === "" ? `The answer was ${status}, and nothing more.` : reason,
    status,
    code: codes[status] ?? (status < 500 ? "request-invalid" : "unavailable"),
    requestId: ""
  };
}
var codes = {
  401: "unauthenticated",
  403: "forbidden",
  404: "not-found",
  413: "payload-too-large",
  429: "rate-limited"
};

// src/client.ts
function createRolecallClient(options) {
  const { baseUrl, fetch } = options;
  const getToken = "token" in options ? () => options.token : options.getToken;
  const client = createClient({ baseUrl, ...fetch && { fetch } });
  client.use(signedBy(getToken), answeredInProblems);
  return client;
}
function signedBy(getToken) {
  return {
    onRequest: async ({ request }) => {
      request.headers.set("Authorization", `Bearer ${await getToken()}`);
    }
  };
}
var answeredInProblems = {
  onResponse: ({ response }) => {
    const { ok, status, statusText, headers } = response;
    if (ok || status === 304 || /[/+]json\b/.test(headers.get("content-type") ?? "")) return;
    const body = JSON.stringify(problemOfStatus(status, statusText));
    const problem = new Response(body, { status, statusText, headers });
    problem.headers.set("content-type", "application/problem+json");
    problem.headers.delete("content-length");
    return problem;
  }
};

// src/problem.ts
function isProblem(value, code) {
  if (typeof value !== "object" || value === null) return false;
  const has = (member, type) => typeof Object.getOwnPropertyDescriptor(value, member)?.value === type;
  if (!(has("type", "string") && has("title", "string") && has("status", "number"))) return false;
  if (!(has("code", "string") && has("requestId", "string"))) return false;
  return code === void 0 || Object.getOwnPropertyDescriptor(value, "code")?.value === code;
}
export {
  createRolecallClient,
  isProblem
};
