import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";

/**
 * A page opened from a folder may not load modules: browsers refuse them for `file:`. So the page is one classic script,
 * deferred, and nothing in it asks for CORS.
 */
const classicScript: Plugin = {
  name: "classic-script",
  enforce: "post",
  transformIndexHtml: {
    order: "post",
    handler: (html) => html.replace(/<script type="module" crossorigin/g, "<script defer").replace(/ crossorigin/g, ""),
  },
};

export default defineConfig({
  root: import.meta.dirname,
  base: "./",
  plugins: [react(), classicScript],
  build: {
    outDir: "../dist-ui",
    emptyOutDir: true,
    target: "es2023",
    modulePreload: false,
    assetsInlineLimit: 0,
    cssCodeSplit: false,
    chunkSizeWarningLimit: 900,
    rolldownOptions: {
      output: {
        format: "iife",
        entryFileNames: "assets/page-[hash].js",
        assetFileNames: "assets/[name]-[hash][extname]",
      },
    },
  },
});
