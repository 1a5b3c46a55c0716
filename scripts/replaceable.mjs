// The files of dist/ that a host replaces by its own, without a rebuild: no checksum speaks of them, and
// nothing keeps a compressed twin that would go on telling what they held before.
export const REPLACEABLE = ["config.json", "data/peers.json"];
