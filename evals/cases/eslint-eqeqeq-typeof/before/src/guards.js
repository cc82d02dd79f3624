export const isText = (value) => typeof value == "string";
export const isList = (value) => Array.isArray(value);
