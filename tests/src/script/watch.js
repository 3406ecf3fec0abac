// Writes down what goes wrong in a document, from before its first script.
{
  const trouble = [];
  Object.defineProperty(window, "__sentierTrouble", { value: trouble });
  const note = (kind, text) => trouble.push({ kind, text });
  const words = (thing) => (thing instanceof Error ? thing.stack : String(thing));

  addEventListener("securitypolicyviolation", (event) => {
    note("csp", `${event.effectiveDirective}: ${event.blockedURI} at ${event.sourceFile}:${event.lineNumber}`);
  });
  addEventListener("error", (event) => {
    const { src, href } = event.target;
    note("console", event instanceof ErrorEvent ? `error: ${event.message}` : `not loaded: ${src || href}`);
  }, true);
  addEventListener("unhandledrejection", (event) => note("console", `unhandled rejection: ${words(event.reason)}`));

  const said = console.error;
  console.error = (...things) => {
    note("console", `console.error: ${things.map(words).join(" ")}`);
    said.apply(console, things);
  };
}
