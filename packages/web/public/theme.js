// Sets the chosen theme before the first paint, so that a dark room never flashes white. A file of its own: the policy allows no inline script.
(() => {
  try {
    const theme = localStorage.getItem('vigie.theme');
    if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
  } catch (failure) {
    // Storage may be forbidden: then the system's theme holds.
    document.documentElement.dataset.storage = String(failure instanceof Error);
  }
})();
