//! What the document worker makes to be shown: tables, contributions, municipalities side by side.

use crate::picture::{Picture, View};
use crate::platform::PlatformError;
use crate::platform::files::Picked;
use crate::requests::{Answer, DatasetOrder, Request, TableName};

use super::super::about::about;
use super::{App, desk, html, unexpected};

impl App {
    /// A table as markup, or why there is none.
    ///
    /// # Errors
    /// When the worker fails.
    pub async fn table_html(self, table: TableName) -> Result<String, PlatformError> {
        let shown = self.shown(table.is_beside());
        html(
            self.ask_beside_for_file(&Request::Html { shown, table }, &[])
                .await?,
        )
    }

    /// A page of the administrative picture, or why there is none.
    ///
    /// # Errors
    /// When the worker fails, or the dataset cannot be had.
    pub async fn picture(self, view: View) -> Result<Picture, PlatformError> {
        let mut beside = !matches!(view, View::Method | View::About(_));
        loop {
            let (request, files) = match view {
                View::About(page) => (Request::About(page), about(page).await),
                view => {
                    let shown = self.shown(beside);
                    (Request::Picture { shown, view }, Vec::new())
                }
            };
            match self.ask_beside_for_file(&request, &files).await {
                Ok((Answer::Picture(picture), _)) => return Ok(picture),
                Ok(other) => return Err(unexpected(other)),
                // The plan stands without a group; so it does without the dataset's file.
                Err(_) if beside && matches!(view, View::Planning(_) | View::Report(_)) => {
                    beside = false;
                }
                Err(error) => return Err(error),
            }
        }
    }

    /// What the municipality would hand to KL, as markup and as a file.
    ///
    /// # Errors
    /// When the worker fails, or says why there is nothing to hand over.
    pub async fn contribution(
        self,
        id: String,
        consent: Option<String>,
    ) -> Result<(String, String), PlatformError> {
        let shown = self.shown(false);
        let request = Request::Contribution { shown, id, consent };
        let (answer, file) = desk::ask(&request, &[]).await?;
        let text = String::from_utf8_lossy(&file).into_owned();
        Ok((html((answer, Vec::new()))?, text))
    }

    /// What a municipality agrees to when it is named.
    ///
    /// # Errors
    /// When the worker fails.
    pub async fn consent_text(self) -> Result<String, PlatformError> {
        match desk::ask(&Request::ConsentText, &[]).await? {
            (Answer::Text(text), _) => Ok(text),
            other => Err(unexpected(other)),
        }
    }

    /// Files of several municipalities side by side, and the dataset that was ordered.
    ///
    /// # Errors
    /// When the worker fails, or says why no dataset can be made.
    pub async fn gather(
        self,
        files: Vec<Picked>,
        dataset: Option<DatasetOrder>,
    ) -> Result<(String, String), PlatformError> {
        let request = Request::Gather {
            names: files.iter().map(|file| file.name.clone()).collect(),
            dataset,
        };
        let bytes: Vec<Vec<u8>> = files.into_iter().map(|file| file.bytes).collect();
        let (answer, file) = desk::ask(&request, &bytes).await?;
        let text = String::from_utf8_lossy(&file).into_owned();
        Ok((html((answer, Vec::new()))?, text))
    }
}
