// Takes wasm-bindgen's hashes out of the names by which a module and its script know each other: 16 random
// digits in each of some 260 names, twice, are 4 KB of the first page that no compression can shorten.

const IMPORTS = 2;
const HASHED = /^(.+)_[0-9a-f]{16}$/;

/** The module and its script with plain names; a name that several have is numbered. */
export function withPlainImports(wasm, glue) {
  const names = new Map();
  const taken = new Set();
  const plain = (name) => {
    const [, base] = name.match(HASHED) ?? [];
    if (!base) return name;
    if (!names.has(name)) {
      let free = base;
      for (let number = 2; taken.has(free); number += 1) free = `${base}_${number}`;
      taken.add(free);
      names.set(name, free);
    }
    return names.get(name);
  };
  const renamed = withImports(wasm, plain);
  const found = new Set();
  const script = glue.replace(/\b\w+_[0-9a-f]{16}\b/g, (name) => {
    if (names.has(name)) found.add(name);
    return names.get(name) ?? name;
  });
  const lost = [...names.keys()].filter((name) => !found.has(name));
  if (lost.length > 0) throw new Error(`the script does not know what the module imports: ${lost.join(", ")}`);
  if ([...taken].some((name) => glue.split(/\W+/).includes(name))) throw new Error("a plain name is in use in the script");
  return { wasm: renamed, glue: script };
}

/** The module with every import named anew. */
function withImports(wasm, rename) {
  const parts = [wasm.subarray(0, 8)];
  for (let at = 8; at < wasm.length; ) {
    const [size, start] = unsigned(wasm, at + 1);
    const end = start + size;
    if (wasm[at] === IMPORTS) {
      const section = importSection(wasm, start, rename);
      parts.push(Buffer.from([IMPORTS]), leb(section.length), section);
    } else {
      parts.push(wasm.subarray(at, end));
    }
    at = end;
  }
  return Buffer.concat(parts);
}

function importSection(wasm, start, rename) {
  let [count, at] = unsigned(wasm, start);
  const parts = [leb(count)];
  const text = () => {
    const [length, from] = unsigned(wasm, at);
    at = from + length;
    return wasm.toString("utf8", from, at);
  };
  for (; count > 0; count -= 1) {
    parts.push(named(text()), named(rename(text())));
    const from = at;
    if (wasm[at] !== 0) throw new Error("the module imports something that is no function");
    [, at] = unsigned(wasm, at + 1);
    parts.push(wasm.subarray(from, at));
  }
  return Buffer.concat(parts);
}

function named(name) {
  const bytes = Buffer.from(name);
  return Buffer.concat([leb(bytes.length), bytes]);
}

/** An unsigned LEB128 number and the place after it. */
function unsigned(bytes, at) {
  let value = 0;
  for (let shift = 0; ; shift += 7, at += 1) {
    value |= (bytes[at] & 127) << shift;
    if (bytes[at] < 128) return [value, at + 1];
  }
}

function leb(number) {
  const bytes = [];
  do {
    bytes.push((number & 127) | (number > 127 ? 128 : 0));
    number >>>= 7;
  } while (number > 0);
  return Buffer.from(bytes);
}
