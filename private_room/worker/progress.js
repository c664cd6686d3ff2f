// Says how much of the runtime has arrived, by counting the bytes that `fetch` hands over.
// It knows the whole from the build (ROOM_BYTES) and nothing of what the bytes are.

export function countBytes(scope, report) {
  const plainFetch = scope.fetch.bind(scope);
  let arrived = 0;
  const counted = () =>
    new TransformStream({
      transform(chunk, controller) {
        arrived += chunk.byteLength;
        report(Math.min(1, arrived / ROOM_BYTES));
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
