// What is kept in one moment: a change holds any of these, and a store keeps all of it or nothing.
// It knows names and lists; whatever a change leaves out stays as it is.
//
// { set: { name: value }, remove: [name], rows: [row], slots: [slot],
//   drop: { rows: [name], slots: [name] }, settled: [name] }: what is dropped here is noted as gone, so
// that it goes from the server too; `settled` are names that are gone from there by now.

const LISTS = ["remove", "rows", "slots", "settled"];

export function together(...changes) {
  const whole = { set: {}, remove: [], rows: [], slots: [], settled: [], drop: { rows: [], slots: [] } };
  for (const change of changes) {
    Object.assign(whole.set, change.set);
    for (const list of LISTS) whole[list].push(...(change[list] ?? []));
    for (const place of ["rows", "slots"]) whole.drop[place].push(...(change.drop?.[place] ?? []));
  }
  return whole;
}
