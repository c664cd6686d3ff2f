// Kinds of records that are about the room itself: its devices, its keys, its ways in. They mean nothing
// in another room, nobody wrote them, and what they hold is for no reader.

export const OF_THE_ROOM_ITSELF = new Set(["device", "heads", "former_keys", "ways"]);
