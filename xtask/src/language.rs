//! In which language the page is built, and where that goes.

use std::path::PathBuf;

use crate::shell::{root, target};

/// A language by the feature that chooses it; English is none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Language(Option<String>);

impl Language {
    /// The language of `dist/`.
    pub(crate) const ENGLISH: Language = Language(None);

    /// The language of this name.
    pub(crate) fn of(name: &str) -> Self {
        Language((name != "en").then(|| name.to_owned()))
    }

    /// The pseudo-locale, in which tests find what is wrong with translations.
    pub(crate) fn pseudo() -> Self {
        Language::of("pseudo")
    }

    /// Features for cargo, with those that are wanted anyway.
    pub(crate) fn features(&self, wanted: &str) -> String {
        self.0.as_ref().map_or_else(|| wanted.to_owned(), |it| format!("{wanted},{it}"))
    }

    /// The finished bundle.
    pub(crate) fn dist(&self) -> PathBuf {
        match &self.0 {
            None => root().join("dist"),
            Some(_) => self.scratch("dist"),
        }
    }

    /// A folder for what only this language makes.
    pub(crate) fn scratch(&self, name: &str) -> PathBuf {
        let target = target();
        self.0.as_ref().map_or_else(|| target.join(name), |it| target.join(it).join(name))
    }
}

#[cfg(test)]
mod tests {
    use super::Language;

    #[test]
    fn languages_stay_out_of_each_others_way() {
        assert_eq!(Language::of("en"), Language::ENGLISH);
        assert_eq!(Language::ENGLISH.features("split"), "split");
        assert_eq!(Language::pseudo().features("split"), "split,pseudo");
        for folder in [Language::dist, |it: &Language| it.scratch("staging")] {
            assert_ne!(folder(&Language::ENGLISH), folder(&Language::pseudo()));
        }
    }
}
