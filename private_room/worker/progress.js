// Says how far the runtime has come: first by the bytes that arrive, then step by step.
// It knows the whole from the build (ROOM_BYTES) and nothing of what the bytes are.
// The shares of the steps are the times measured on a two-core machine, where starting takes as long
// as a fast connection needs for the bytes.

const ARRIVED = 0.5;
export const STEPS = { started: 0.8, unpacked: 0.88 };

export function countBytes(scope, report) {
  const plainFetch = scope.fetch.bind(scope);
  let arrived = 0;
  const counted = () =>
    new TransformStream({
      transform(chunk, controller) {
        arrived += chunk.byteLength;
        report(ARRIVED * Math.min(1, arrived / ROOM_BYTES));
        controller.enqueue(chunk);
      },
    });
  scope.fetch = async (...asked) => {
    const answer = await plainFetch(...asked);
    if (!answer.ok || !answer.body) return answer;
    const { status, headers } = answer;
    return new Response(answer.body.pipeThrough(counted()), { status, headers });
  };
}
