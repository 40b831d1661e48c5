/** Waiting with an end. */

/** The promise's value, or that of `late` once `milliseconds` have passed without one. */
export async function within<Value, Late>(
  milliseconds: number,
  promise: Promise<Value>,
  late: () => Late,
): Promise<Value | Late> {
  let timer: NodeJS.Timeout | undefined;
  const deadline = new Promise<"late">((resolve) => {
    timer = setTimeout(() => resolve("late"), milliseconds);
  });
  try {
    const first = await Promise.race([promise.then((value) => ({ value })), deadline]);
    return first === "late" ? late() : first.value;
  } finally {
    clearTimeout(timer);
  }
}
