//! Files that the user hands in or takes out, and the clipboard.
//!
//! Nothing here leaves the computer: a file is read into memory, or handed to the browser's own
//! way of saving. Where the browser can write to a chosen file again, it does. Does not know what
//! is in a file.

use std::cell::RefCell;

use js_sys::{Array, Object, Reflect, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, BlobPropertyBag, DataTransfer, DragEvent, FileList, HtmlAnchorElement, HtmlInputElement,
    Url,
};

use super::{PlatformError, describe, page};

/// A file that the user handed in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picked {
    /// Its name, without a folder.
    pub name: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

/// What a file that is saved holds.
#[derive(Clone, Copy, Debug)]
pub enum Content<'a> {
    /// JSON or CSV.
    Text(&'a str),
    /// A workbook.
    Bytes(&'a [u8]),
}

/// How a file was saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Saved {
    /// Handed to the browser, which puts it among the downloads.
    Downloaded,
    /// Written to the file that the user chose, whose name this is.
    Written(String),
    /// The user closed the dialog.
    Cancelled,
}

/// The largest file that is read: ten times the largest honest one.
const MAX_BYTES: f64 = 30_000_000.0;

#[wasm_bindgen]
extern "C" {
    /// Not among the stable bindings of web-sys.
    #[derive(Clone)]
    type FileHandle;

    #[wasm_bindgen(catch, js_namespace = window, js_name = showSaveFilePicker)]
    async fn show_save_file_picker(options: &JsValue) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(method, getter)]
    fn name(this: &FileHandle) -> String;

    #[wasm_bindgen(method, catch, js_name = createWritable)]
    async fn create_writable(this: &FileHandle) -> Result<JsValue, JsValue>;

    type Writable;

    #[wasm_bindgen(method, catch)]
    async fn write(this: &Writable, data: &JsValue) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(method, catch)]
    async fn close(this: &Writable) -> Result<JsValue, JsValue>;
}

thread_local! {
    /// The file that the survey was last saved to, in this tab.
    static HANDLE: RefCell<Option<FileHandle>> = const { RefCell::new(None) };
}

fn failed(name: &str, error: &JsValue) -> PlatformError {
    PlatformError::File {
        name: name.to_owned(),
        detail: describe(error),
    }
}

/// Reads the files of a list; one that cannot be read is told apart.
async fn read_all(list: Option<FileList>) -> Vec<Result<Picked, PlatformError>> {
    let Some(list) = list else { return Vec::new() };
    let files: Vec<web_sys::File> = (0..list.length()).filter_map(|at| list.get(at)).collect();
    let mut read = Vec::new();
    for file in files {
        let name = file.name();
        if file.size() > MAX_BYTES {
            read.push(Err(failed(&name, &"den fylder over 30 MB".into())));
            continue;
        }
        read.push(match JsFuture::from(file.array_buffer()).await {
            Ok(buffer) => Ok(Picked {
                name,
                bytes: Uint8Array::new(&buffer).to_vec(),
            }),
            Err(error) => Err(failed(&name, &error)),
        });
    }
    read
}

/// What came of files that were handed in.
pub type Received = Vec<Result<Picked, PlatformError>>;

/// Reads the files that were chosen in a file field, and empties the field so that the same file
/// can be chosen again.
pub fn read_chosen(id: &str, call: impl FnOnce(Received) + 'static) {
    let field = web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.get_element_by_id(id))
        .and_then(|element| element.dyn_into::<HtmlInputElement>().ok());
    let Some(field) = field else { return };
    let list = field.files();
    wasm_bindgen_futures::spawn_local(async move {
        let read = read_all(list).await;
        field.set_value("");
        call(read);
    });
}

/// Calls back when files are dropped anywhere on the page; without this the browser would leave
/// the page and show the file.
pub fn on_drop(call: impl Fn(Received) + Clone + 'static) {
    let Some(window) = web_sys::window() else {
        return;
    };
    page::listen(&window, "dragover", |event| {
        // Text that is dragged into a field is the browser's business.
        if transfer(&event).is_some_and(|one| one.types().includes(&"Files".into(), 0)) {
            event.prevent_default();
        }
    });
    page::listen(&window, "drop", move |event| {
        let list = transfer(&event)
            .and_then(|transfer| transfer.files())
            .filter(|list| list.length() > 0);
        if list.is_some() {
            event.prevent_default();
        }
        let call = call.clone();
        wasm_bindgen_futures::spawn_local(async move {
            let read = read_all(list).await;
            if !read.is_empty() {
                call(read);
            }
        });
    });
}

fn transfer(event: &web_sys::Event) -> Option<DataTransfer> {
    event.dyn_ref::<DragEvent>()?.data_transfer()
}

fn blob_of(content: Content, kind: &str) -> Result<Blob, JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    match content {
        Content::Text(text) => {
            Blob::new_with_str_sequence_and_options(&Array::of1(&text.into()), &options)
        }
        Content::Bytes(bytes) => Blob::new_with_u8_array_sequence_and_options(
            &Array::of1(&Uint8Array::from(bytes)),
            &options,
        ),
    }
}

/// Hands a file to the user, among the downloads.
///
/// # Errors
/// When the browser refuses it.
pub fn save(name: &str, content: Content) -> Result<(), PlatformError> {
    let kind = match content {
        Content::Text(_) => "text/plain",
        Content::Bytes(_) => "application/octet-stream",
    };
    let save = || -> Result<(), JsValue> {
        let url = Url::create_object_url_with_blob(&blob_of(content, kind)?)?;
        let document = web_sys::window()
            .and_then(|window| window.document())
            .ok_or("no document")?;
        let link: HtmlAnchorElement = document.create_element("a")?.dyn_into()?;
        link.set_href(&url);
        link.set_download(name);
        link.click();
        // Not at once: a browser that asks where to save may not have begun to read.
        page::after(60_000, move || {
            let _ = Url::revoke_object_url(&url);
        });
        Ok(())
    };
    save().map_err(|error| failed(name, &error))
}

/// Whether the browser can write to a file that the user chose.
#[must_use]
pub fn can_write() -> bool {
    web_sys::window()
        .is_some_and(|window| Reflect::has(&window, &"showSaveFilePicker".into()) == Ok(true))
}

/// The name of the file that was last written to in this tab.
#[must_use]
pub fn written_name() -> Option<String> {
    HANDLE.with_borrow(|handle| handle.as_ref().map(FileHandle::name))
}

/// Forgets the file that was written to: another survey is shown now.
pub fn forget_written() {
    HANDLE.with_borrow_mut(Option::take);
}

/// Writes a text to a file of the user's choice: the same as last time where `again` is set. Where
/// the browser cannot, or the page may not (in a frame), it becomes a download.
///
/// # Errors
/// When the file cannot be written.
pub async fn write(name: &str, text: &str, again: bool) -> Result<Saved, PlatformError> {
    let known = HANDLE.with_borrow(Clone::clone).filter(|_| again);
    let handle: FileHandle = match known {
        Some(handle) => handle,
        None if !can_write() => return save(name, Content::Text(text)).map(|()| Saved::Downloaded),
        None => match show_save_file_picker(&options(name)).await {
            Ok(handle) => handle.unchecked_into(),
            Err(error) if is_named(&error, "AbortError") => return Ok(Saved::Cancelled),
            Err(_) => return save(name, Content::Text(text)).map(|()| Saved::Downloaded),
        },
    };
    let chosen = handle.name();
    let written = async {
        let writable: Writable = handle.create_writable().await?.unchecked_into();
        writable.write(&text.into()).await?;
        writable.close().await
    };
    let written = written.await;
    HANDLE.with_borrow_mut(|place| *place = Some(handle));
    written
        .map(|_| Saved::Written(chosen.clone()))
        .map_err(|error| failed(&chosen, &error))
}

fn is_named(error: &JsValue, name: &str) -> bool {
    Reflect::get(error, &"name".into()).is_ok_and(|found| found == name)
}

fn options(name: &str) -> JsValue {
    let options = Object::new();
    let _ = Reflect::set(&options, &"suggestedName".into(), &name.into());
    options.into()
}

/// Puts a text on the clipboard.
///
/// # Errors
/// When the browser does not allow it.
pub async fn copy(text: &str) -> Result<(), PlatformError> {
    let clipboard = web_sys::window()
        .map(|window| window.navigator())
        .filter(|navigator| {
            Reflect::get(navigator, &"clipboard".into()).is_ok_and(|c| c.is_object())
        })
        .map(|navigator| navigator.clipboard())
        .ok_or_else(|| failed("udklipsholderen", &"browseren tillader det ikke her".into()))?;
    JsFuture::from(clipboard.write_text(text))
        .await
        .map(|_| ())
        .map_err(|error| failed("udklipsholderen", &error))
}

/// The text of a paste, which the page then handles itself; none where it holds no text.
#[must_use]
pub fn pasted(event: &web_sys::Event) -> Option<String> {
    let event = event.dyn_ref::<web_sys::ClipboardEvent>()?;
    let text = event.clipboard_data()?.get_data("text/plain").ok()?;
    (!text.trim().is_empty()).then_some(text)
}
