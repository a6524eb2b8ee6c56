//! The English catalogue as source text, all of its files as one.

use std::path::{Path, PathBuf};
use std::{fs, mem};

use proc_macro2::{Delimiter, Group, Literal, TokenStream, TokenTree};
use syn::Lit;

use crate::{DIRECTION, LANGUAGE, text};

/// The catalogue whose first file is `root`, in disguise: every string in it
/// but those of attributes, and with another language and direction.
///
/// # Errors
/// One sentence, when a file cannot be read or is no Rust.
pub fn catalogue(root: &Path) -> Result<String, String> {
    let tokens: Vec<TokenTree> = tokens(root)?.into_iter().collect();
    // Attributes of the whole file cannot stand where it is included.
    let is_inner = |at: &[TokenTree]| is_mark(&at[0], '#') && is_mark(&at[1], '!');
    let mut rest = tokens.as_slice();
    while rest.len() > 2 && is_inner(rest) {
        rest = &rest[3..];
    }
    let rest: TokenStream = rest.iter().cloned().collect();
    Ok(Disguise { folder: folder_of(root), named: None }.stream(rest)?.to_string())
}

fn tokens(file: &Path) -> Result<TokenStream, String> {
    let source = fs::read_to_string(file)
        .map_err(|error| format!("{} cannot be read: {error}", file.display()))?;
    source.parse().map_err(|error| format!("{} is no Rust: {error}", file.display()))
}

/// Where the modules of a file lie.
fn folder_of(file: &Path) -> PathBuf {
    if file.ends_with("mod.rs") { file.with_file_name("") } else { file.with_extension("") }
}

struct Disguise {
    folder: PathBuf,
    /// The value of the constant that is being defined, where it is another one.
    named: Option<&'static str>,
}

impl Disguise {
    fn stream(&mut self, tokens: TokenStream) -> Result<TokenStream, String> {
        let mut out = Vec::new();
        // What was last seen: a mark of an attribute, and `mod` with its name.
        let (mut after_mark, mut module) = (false, None::<Option<String>>);
        for token in tokens {
            let was_mark = mem::replace(&mut after_mark, false);
            match token {
                TokenTree::Group(group) => {
                    let is_attribute = was_mark && group.delimiter() == Delimiter::Bracket;
                    let is_tests = module.take() == Some(Some("tests".to_owned()));
                    out.push(if is_attribute || is_tests {
                        group.into()
                    } else {
                        self.group(group)?
                    });
                }
                TokenTree::Literal(literal) => out.push(self.literal(literal).into()),
                TokenTree::Ident(ident) => {
                    let name = ident.to_string();
                    match &module {
                        Some(None) => module = Some(Some(name.clone())),
                        _ => module = (name == "mod").then_some(None),
                    }
                    match name.as_str() {
                        "LANGUAGE" => self.named = Some(LANGUAGE),
                        "DIRECTION" => self.named = Some(DIRECTION),
                        _ => {}
                    }
                    out.push(ident.into());
                }
                TokenTree::Punct(mark) => {
                    after_mark = mark.as_char() == '#' || was_mark && mark.as_char() == '!';
                    match module.take().flatten() {
                        Some(name) if mark.as_char() == ';' => out.push(self.module(&name)?.into()),
                        _ => out.push(mark.into()),
                    }
                }
            }
        }
        Ok(out.into_iter().collect())
    }

    fn group(&mut self, group: Group) -> Result<TokenTree, String> {
        Ok(Group::new(group.delimiter(), self.stream(group.stream())?).into())
    }

    /// A module with what stands in its own file.
    fn module(&self, name: &str) -> Result<Group, String> {
        let beside = self.folder.join(name).with_extension("rs");
        let file = if beside.exists() { beside } else { self.folder.join(name).join("mod.rs") };
        let mut inside = Disguise { folder: folder_of(&file), named: None };
        Ok(Group::new(Delimiter::Brace, inside.stream(tokens(&file)?)?))
    }

    fn literal(&mut self, literal: Literal) -> Literal {
        match Lit::new(literal.clone()) {
            Lit::Str(plain) => match self.named.take() {
                Some(value) => Literal::string(value),
                None => Literal::string(&text(&plain.value())),
            },
            _ => literal,
        }
    }
}

fn is_mark(token: &TokenTree, mark: char) -> bool {
    matches!(token, TokenTree::Punct(it) if it.as_char() == mark)
}

#[cfg(test)]
mod tests {
    use std::path::{Path, PathBuf};

    use super::catalogue;

    fn english() -> PathBuf {
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../../src/words/en/mod.rs")
    }

    #[test]
    fn all_of_it_is_disguised() {
        let disguised = catalogue(&english()).expect("it is Rust");
        for part in ["pub mod page", "fn percent", "LANGUAGE : & str = \"ar-XB\"", "\"rtl\""] {
            assert!(disguised.contains(part), "{part} is not in it");
        }
        assert!(!disguised.contains("Start over") && !disguised.contains("Mostly"));
        syn::parse_str::<proc_macro2::TokenStream>(&disguised).expect("it is still Rust");
    }

    #[test]
    fn what_is_not_there_is_named() {
        let error = catalogue(Path::new("no/mod.rs")).unwrap_err();
        assert!(error.starts_with("no/mod.rs cannot be read"), "{error}");
    }
}
