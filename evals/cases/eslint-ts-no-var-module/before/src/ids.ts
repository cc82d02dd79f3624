/** Short ids that do not repeat within a process. */
export const ids = (() => {
  var last = 0;
  return {
    next(prefix = "id") {
      last += 1;
      return `${prefix}-${last.toString(36)}`;
    },
  };
})();
