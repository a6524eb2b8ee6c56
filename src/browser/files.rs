//! Files, pictures, and what the system offers for sharing.
//!
//! Everything is called by its name, as a script would: bindings of their own
//! would stand in the first script that every visitor loads, and only the part
//! of the program that shares needs any of this.

use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::Event;

use super::window;
use crate::record::Json;

/// Whether the system offers to share something.
pub(crate) fn can_share() -> bool {
    navigator().is_some_and(|it| get(&it, "share").is_some_and(|it| it.is_function()))
}

/// Offers a text with an address to whatever the system shares with.
pub(crate) fn share(title: &str, text: &str, url: &str) {
    let Some(navigator) = navigator() else { return };
    let what = Object::new();
    for (name, value) in [("title", title), ("text", text), ("url", url)] {
        // Only a frozen object could refuse a property.
        let _ = Reflect::set(&what, &name.into(), &value.into());
    }
    if let Some(promise) = call(&navigator, "share", &[what.into()]) {
        // Whoever closes the sheet of the system has decided so.
        spawn_local(async move { drop(JsFuture::from(Promise::resolve(&promise)).await) });
    }
}

/// Prints the page.
pub(crate) fn print() {
    if let Some(window) = window() {
        call(&window.into(), "print", &[]);
    }
}

/// The file that somebody chose in the field that an event comes from.
pub(crate) fn chosen_file(event: &Event) -> Option<JsValue> {
    get(&get(&event.target()?.into(), "files")?, "0")
}

/// Reads a file.
pub(crate) fn read_file(file: JsValue, done: impl FnOnce(Option<String>) + 'static) {
    spawn_local(async move {
        let text = match call(&file, "text", &[]) {
            Some(promise) => JsFuture::from(Promise::resolve(&promise)).await.ok(),
            None => None,
        };
        done(text.and_then(|it| it.as_string()));
    });
}

/// Reads JSON as the browser does; `None` when it is none.
pub(crate) fn parse_json(text: &str) -> Option<Json> {
    let json = get(&window()?.into(), "JSON")?;
    plain(&call(&json, "parse", &[text.into()])?)
}

fn plain(value: &JsValue) -> Option<Json> {
    if value.is_null() {
        return Some(Json::Null);
    }
    if let Some(is) = value.as_bool() {
        return Some(Json::Bool(is));
    }
    if let Some(number) = value.as_f64() {
        return Some(Json::Number(number));
    }
    if let Some(text) = value.as_string() {
        return Some(Json::Text(text));
    }
    let keys = call(&get(&window()?.into(), "Object")?, "keys", std::slice::from_ref(value))?;
    let names = items(&keys)?;
    let values = || names.iter().map(|it| plain(&Reflect::get(value, it).ok()?));
    // Only lists tell how long they are.
    let is_list = get(value, "length").is_some_and(|it| it.as_f64() == Some(names.len() as f64));
    if is_list && get(value, "concat").is_some() {
        return values().collect::<Option<_>>().map(Json::List);
    }
    let fields = names.iter().zip(values()).map(|(name, value)| Some((name.as_string()?, value?)));
    fields.collect::<Option<_>>().map(Json::Object)
}

fn items(list: &JsValue) -> Option<Vec<JsValue>> {
    let length = get(list, "length")?.as_f64()? as usize;
    (0..length).map(|at| get(list, &at.to_string())).collect()
}

/// Turns a picture of this size into PNG, as an address with all of it inside;
/// twice as fine, for screens that are.
pub(crate) fn to_png(svg: &str, size: [i32; 2], done: impl FnOnce(Option<String>) + 'static) {
    const FINE: i32 = 2;
    let Some(document) = window().and_then(|it| it.document()) else { return done(None) };
    let make = |name: &str| call(document.as_ref(), "createElement", &[name.into()]);
    let (Some(image), Some(canvas)) = (make("img"), make("canvas")) else { return done(None) };
    let drawn = image.clone();
    let draw = Closure::once_into_js(move || {
        let [width, height] = size.map(|it| JsValue::from_f64(f64::from(it * FINE)));
        // A canvas that cannot be had gives no picture, below.
        let _ = Reflect::set(&canvas, &"width".into(), &width);
        let _ = Reflect::set(&canvas, &"height".into(), &height);
        let picture = call(&canvas, "getContext", &["2d".into()]).and_then(|context| {
            let zero = JsValue::from_f64(0.0);
            call(&context, "drawImage", &[drawn, zero.clone(), zero, width, height])?;
            call(&canvas, "toDataURL", &["image/png".into()])
        });
        done(picture.and_then(|it| it.as_string()));
    });
    let _ = Reflect::set(&image, &"onload".into(), &draw);
    let address = JsValue::from_str(&super::address_of_file("image/svg+xml", svg));
    let _ = Reflect::set(&image, &"src".into(), &address);
}

/// Saves what stands in an address under a name.
pub(crate) fn save(address: &str, name: &str) {
    let Some(document) = window().and_then(|it| it.document()) else { return };
    let Some(link) = call(document.as_ref(), "createElement", &["a".into()]) else { return };
    let _ = Reflect::set(&link, &"href".into(), &address.into());
    let _ = Reflect::set(&link, &"download".into(), &name.into());
    call(&link, "click", &[]);
}

fn navigator() -> Option<JsValue> {
    get(&window()?.into(), "navigator")
}

fn get(object: &JsValue, name: &str) -> Option<JsValue> {
    let value = Reflect::get(object, &name.into()).ok()?;
    (!value.is_undefined() && !value.is_null()).then_some(value)
}

fn call(object: &JsValue, method: &str, arguments: &[JsValue]) -> Option<JsValue> {
    let method: Function = get(object, method)?.dyn_into().ok()?;
    let list = Array::new();
    for argument in arguments {
        list.push(argument);
    }
    Reflect::apply(&method, object, &list).ok()
}

/// The reader's day, `YYYY-MM-DD`.
pub(crate) fn today() -> Option<String> {
    const MONTHS: [&str; 12] =
        ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    // Called without `new`, it returns a text whose beginning is standardised:
    // `Sat Nov 21 2026 …`.
    let text = call(&window()?.into(), "Date", &[])?.as_string()?;
    let mut words = text.split(' ').skip(1);
    let (month, day, year) = (words.next()?, words.next()?, words.next()?);
    let month = 1 + MONTHS.iter().position(|it| *it == month)?;
    Some(format!("{year}-{month:02}-{day}"))
}

/// For messages that no event set off and that ask none.
pub(crate) fn nothing_happened() -> Event {
    JsValue::UNDEFINED.unchecked_into()
}
