// A worker for one request: it says “ready” once its code is there, then answers the bytes that it is sent, and the page
// ends it. Whatever goes wrong in it is a word to the page, never an error of the page.

let answer;
addEventListener("message", ({ data }) => {
  try {
    const response = answer(data);
    postMessage(response, [response.buffer]);
  } catch {
    postMessage("stopped");
  }
});

try {
  const code = await import("./sentier-exchange.js");
  await code.default({ module_or_path: new URL("./sentier-exchange_bg.wasm", import.meta.url) });
  answer = code.answer;
  postMessage("ready");
} catch {
  postMessage("missing");
}
