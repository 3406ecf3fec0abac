// Storage without room left.
Storage.prototype.setItem = function () {
  const message = "The quota has been exceeded.";
  throw typeof QuotaExceededError === "function" ? new QuotaExceededError(message) : new DOMException(message, "QuotaExceededError");
};
