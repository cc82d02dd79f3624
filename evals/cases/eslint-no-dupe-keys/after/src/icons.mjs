export const icons = {
  home: "🏠",
  user: "👤",
  settings: "⚙️",
  users: "👥",
};
