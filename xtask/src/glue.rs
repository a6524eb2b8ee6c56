//! What wasm-bindgen's glue carries for others than this page: it starts from
//! anything that may be a wasm file, and runs in browsers and outside of them
//! where the page could not run.

use anyhow::{Result, ensure};

/// Each text with what stands in for it.
const SHORTER: [(&str, &str); 25] = [
    ("export { initSync, __wbg_init as default };", START),
    ("let wasmModule, wasmInstance, wasm;", "let wasm;"),
    ("    wasmInstance = instance;\n", ""),
    (
        "    wasmModule = module;\n    cachedDataViewMemory0 = null;\n    cachedUint8ArrayMemory0 = null;\n",
        "",
    ),
    ("if (Symbol.dispose) Instance.prototype[Symbol.dispose] = Instance.prototype.free;\n", ""),
    (NO_REGISTRY, ""),
    (FREE, ""),
    ("        InstanceFinalization.register(obj, obj.__wbg_ptr, obj);\n", ""),
    ("        InstanceFinalization.unregister(this);\n", ""),
    (INSTANCE_FINALIZATION, ""),
    (NO_ROOM, ""),
    (
        "            let result;\n            try {\n                result =",
        "            const result =",
    ),
    ("        try {\n            ptr0 =", "        {\n            ptr0 ="),
    (NO_MEMORY, "        }\n"),
    (UNKNOWN_CLASS, ""),
    (IS_DETACHED, "("),
    (DECODES_ANEW, ""),
    (".subarray(ptr / 1, ptr / 1 + len)", ".subarray(ptr, ptr + len)"),
    (CATCHES, RETURNS_CATCHING),
    (": function() { return handleError(function (", ": handleError(function("),
    ("}, arguments); },", "}),"),
    ("typeof globalThis === 'undefined' ? undefined : globalThis", "globalThis"),
    ("typeof global === 'undefined' ? undefined : global", "null"),
    ("typeof self === 'undefined' ? undefined : self", "null"),
    ("typeof window === 'undefined' ? undefined : window", "null"),
];

/// All that src/entry.js needs.
const START: &str = "\
export default async ({ module_or_path }) => {
  const { instance } =
    await WebAssembly.instantiateStreaming(module_or_path, __wbg_get_imports());
  __wbg_finalize_init(instance);
};";

/// Every browser that can run the page has it.
const NO_REGISTRY: &str = "(typeof FinalizationRegistry === 'undefined')
    ? { register: () => {}, unregister: () => {} }
    : ";

/// The element takes its instance down itself, whatever becomes of it.
const FREE: &str = "    free() {
        const ptr = this.__destroy_into_raw();
        wasm.__wbg_instance_free(ptr, 0);
    }
";
const INSTANCE_FINALIZATION: &str = "const InstanceFinalization = \
    new FinalizationRegistry(ptr => wasm.__wbg_instance_free(ptr, 1));
";

/// Where there is no room for the second string, nothing goes on in any case.
const NO_MEMORY: &str = "        } catch (e) {
            if (ptr1) { wasm.__wbindgen_free(ptr1, len1 * 1, 1); }
            if (ptr0) { wasm.__wbindgen_free(ptr0, len0 * 1, 1); }
            throw e;
        }
";

/// Every class that is asked for is known to every browser.
const UNKNOWN_CLASS: &str = "
            } catch (_) {
                result = false;
            }";

/// Another buffer tells as much.
const IS_DETACHED: &str = "cachedDataViewMemory0.buffer.detached === true \
    || (cachedDataViewMemory0.buffer.detached === undefined && ";

/// A decoder of Safari's gives up after two gigabytes, which no page reads.
const DECODES_ANEW: &str = "    numBytesDecoded += bytes.length;
    if (numBytesDecoded >= MAX_SAFARI_DECODE_BYTES) {
        cachedTextDecoder = new TextDecoder('utf-8', { ignoreBOM: true });
        cachedTextDecoder.decode();
        numBytesDecoded = bytes.length;
    }
";

/// What hands the errors of the browser over to the program; see [`as_arrow`].
const CATCHES: &str = "function handleError(f, args) {
    try {
        return f.apply(this, args);";
const RETURNS_CATCHING: &str = "const handleError = f => (...args) => {
    try {
        return f(...args);";

/// What a string does without a function that gives it more room.
const NO_ROOM: &str = "    if (realloc === undefined) {
        const buf = cachedTextEncoder.encode(arg);
        const ptr = malloc(buf.length, 1) >>> 0;
        getUint8ArrayMemory0().subarray(ptr, ptr + buf.length).set(buf);
        WASM_VECTOR_LEN = buf.length;
        return ptr;
    }
";

/// The glue without that.
///
/// # Errors
/// When the glue does not read as it did when this was written.
pub(crate) fn shorten(glue: &str) -> Result<String> {
    let mut glue = glue.to_owned();
    for (long, short) in SHORTER {
        ensure!(glue.contains(long), "wasm-bindgen's glue no longer holds {long:?}");
        glue = glue.replace(long, short);
    }
    Ok(glue.lines().map(as_arrow).collect())
}

/// The first line of a function that the program imports, as an arrow: none of
/// them asks who it is called on.
fn as_arrow(line: &str) -> String {
    match line.split_once("function(") {
        Some((before, after)) => format!("{before}({}\n", after.replace(") {", ") => {")),
        None => format!("{line}\n"),
    }
}
