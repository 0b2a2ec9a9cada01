import { type IncomingMessage, ServerResponse } from "node:http";

type Properties = Record<PropertyKey, unknown>;

const plain = ServerResponse.prototype as unknown as Properties;
const ignore = () => {};

/**
 * Remembers how a request and its response came in. The function that it returns takes off both what was
 * hung on them since, which keeps several times more memory than a stream needs: who waits for the
 * response to close is told that for him it has.
 * @returns to be called once the headers are sent, with the listeners of `close` that stay.
 */
export function forgetFramework(request: IncomingMessage, response: ServerResponse) {
  const known = new Set(Reflect.ownKeys(request));
  const first = response.rawListeners("close");
  return (stay: () => void): void => {
    for (const listener of response.rawListeners("close")) {
      if (listener === stay || first.includes(listener)) continue;
      response.removeListener("close", listener as () => void);
      listener.call(response);
    }
    response.removeAllListeners("error").on("error", ignore);
    request.removeAllListeners("error").removeAllListeners("end");
    const ofRequest = request as unknown as Properties;
    for (const key of Reflect.ownKeys(request))
      if (!known.has(key)) Reflect.set(ofRequest, key, undefined);
    // Functions over the response's own methods serve its headers; Node's own begin with an underscore.
    const ofResponse = response as unknown as Properties;
    for (const name of Object.keys(response)) {
      if (typeof ofResponse[name] === "function" && !name.startsWith("_"))
        ofResponse[name] = plain[name];
    }
  };
}
