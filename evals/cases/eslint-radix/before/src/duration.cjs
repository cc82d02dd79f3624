"use strict";

function seconds(text) {
  const [minutes, rest] = text.split(":");
  return parseInt(minutes, 10) * 60 + parseInt(rest);
}

module.exports = { seconds };
