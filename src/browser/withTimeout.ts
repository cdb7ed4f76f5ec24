/** Waits for a promise up to a time limit. After the limit, rejects with the given message and ignores the promise's later result. */
export const withTimeout = async <T>(ms: number, message: string, promise: Promise<T>): Promise<T> => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(message)), ms);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
};
