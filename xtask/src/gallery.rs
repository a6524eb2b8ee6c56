//! `gallery`: the pictures of the page that the repository shows.

use anyhow::Result;

use crate::dist;
use crate::shell::{program, root, run};
use crate::tools;

/// Takes them all anew.
pub(crate) fn take() -> Result<()> {
    dist::build()?;
    tools::browsers()?;
    run(program("node").arg(root().join("xtask/gallery.mjs")))
}
