"use strict";

function seconds(text) {
  const [minutes, rest] = text.split(":");
  return parseInt(minutes, 10) * 60 + parseInt(rest, 10);
}

module.exports = { seconds };
