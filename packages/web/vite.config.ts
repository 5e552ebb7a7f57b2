// How the browser's side is built: React, no inline script or style, chunks by page.
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  build: {
    outDir: 'dist/app',
    emptyOutDir: true,
    target: 'es2023',
    // Small pictures and fonts stay files: the policy forbids data: URLs where it can.
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    manifest: true,
  },
  server: { host: '127.0.0.1' },
});
