export function mail({ from, to, subject, text }) {
  return [`From: ${from}`, `To: ${to}`, `Subject: ${subject}`, "", text].join("\r\n");
}
