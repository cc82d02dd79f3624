import { createRoot } from "react-dom/client";
import { App } from "./App.tsx";
import { bundleSource } from "./data/bundle.ts";
import { serverSource } from "./data/source.ts";
import { takeToken } from "./data/token.ts";
import "./styles/tokens.css";
import "./styles/base.css";
import "./styles/lists.css";
import "./styles/code.css";
import "./styles/repair.css";
import "./styles/queue.css";
import { startTheme } from "./theme.ts";

startTheme();
const bundled = document.documentElement.dataset.bundle !== undefined;
const root = document.getElementById("page");
if (root) createRoot(root).render(<App source={bundled ? bundleSource() : serverSource(takeToken())} />);
