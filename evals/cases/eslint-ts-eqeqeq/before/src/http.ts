const METHODS = ["GET", "HEAD", "OPTIONS"];

export const isSafe = (method = "GET") => METHODS.some((one) => one == method.toUpperCase());

export const cacheable = (method = "GET", status = 200) => isSafe(method) && status === 200;
