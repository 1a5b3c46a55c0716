//! Things that are kept beside the survey in the browser's database: backups, an opened dataset.
//!
//! Texts by key. Does not know what they are.

use idb::{Query, TransactionMode};
use wasm_bindgen::JsValue;

use super::PlatformError;
use super::journal::{Journal, SHELF, failed, finish};

impl Journal {
    /// Puts a text on the shelf, in the place of what stood there.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn keep(&self, key: &str, text: &str) -> Result<(), PlatformError> {
        let transaction = self.begin_with(&[SHELF], TransactionMode::ReadWrite)?;
        transaction
            .object_store(SHELF)
            .map_err(failed)?
            .put(&text.into(), Some(&key.into()))
            .map_err(failed)?;
        finish(transaction).await
    }

    /// Takes a text away.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn discard(&self, key: &str) -> Result<(), PlatformError> {
        let transaction = self.begin_with(&[SHELF], TransactionMode::ReadWrite)?;
        transaction
            .object_store(SHELF)
            .map_err(failed)?
            .delete(Query::Key(key.into()))
            .map_err(failed)?;
        finish(transaction).await
    }

    /// Takes everything away.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn discard_all(&self) -> Result<(), PlatformError> {
        let transaction = self.begin_with(&[SHELF], TransactionMode::ReadWrite)?;
        transaction
            .object_store(SHELF)
            .map_err(failed)?
            .clear()
            .map_err(failed)?;
        finish(transaction).await
    }

    /// The keys on the shelf, in order.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn keys(&self) -> Result<Vec<String>, PlatformError> {
        let transaction = self.begin_with(&[SHELF], TransactionMode::ReadOnly)?;
        let keys = transaction
            .object_store(SHELF)
            .map_err(failed)?
            .get_all_keys(None, None)
            .map_err(failed)?
            .await
            .map_err(failed)?;
        Ok(keys.iter().filter_map(JsValue::as_string).collect())
    }

    /// A text from the shelf.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn kept(&self, key: &str) -> Result<Option<String>, PlatformError> {
        let transaction = self.begin_with(&[SHELF], TransactionMode::ReadOnly)?;
        let value = transaction
            .object_store(SHELF)
            .map_err(failed)?
            .get(JsValue::from_str(key))
            .map_err(failed)?
            .await
            .map_err(failed)?;
        Ok(value.and_then(|value| value.as_string()))
    }
}
