export const icons = {
  home: "🏠",
  user: "👤",
  settings: "⚙️",
  user: "👥",
};
