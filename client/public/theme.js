// Before the first paint: the look chosen on this device, so that a dark page never flashes white.
try {
  const theme = localStorage.getItem('assay.theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {
  // Storage may be forbidden; the device's own preference then holds.
}
