//! Replacing a file as a whole or not at all.

use std::{
    ffi::OsString,
    fs::{self, File},
    io::{self, Write as _},
    path::{Path, PathBuf},
};

/// What the names of files begin and end with that are not in their place yet.
const PREFIX: &str = ".alpheus-";
const SUFFIX: &str = ".part";

/// Writes a file beside its place, has it on the disk, and renames it: who is killed in between
/// leaves the old content. A link stays one; what it points to is replaced.
///
/// # Errors
/// Those of the file system; the old content is left then.
pub fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    replace_if(path, bytes, || Ok(()))
}

/// The same, if `still` lets it at the last moment.
pub(crate) fn replace_if(
    path: &Path,
    bytes: &[u8],
    still: impl FnOnce() -> io::Result<()>,
) -> io::Result<()> {
    let path = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let beside = beside(&path);
    let write = || -> io::Result<()> {
        let mut file = File::create(&beside)?;
        file.write_all(bytes)?;
        if let Ok(old) = fs::metadata(&path) {
            file.set_permissions(old.permissions())?;
        }
        file.sync_all()?;
        still()?;
        fs::rename(&beside, &path)?;
        sync_folder(&path)
    };
    write().inspect_err(|_| drop(fs::remove_file(&beside)))
}

/// A name is on the disk when its folder is.
fn sync_folder(path: &Path) -> io::Result<()> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    if cfg!(unix) {
        File::open(folder.unwrap_or(Path::new(".")))?.sync_all()?;
    }
    Ok(())
}

fn beside(path: &Path) -> PathBuf {
    let mut name = OsString::from(PREFIX);
    name.push(path.file_name().unwrap_or_default());
    name.push(format!(".{}{SUFFIX}", std::process::id()));
    path.with_file_name(name)
}

/// Removes what servers that were killed have left.
pub(crate) fn clear(folder: &Path) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name();
        let left =
            name.to_str().is_some_and(|n| n.starts_with(PREFIX) && n.ends_with(SUFFIX));
        if left {
            fs::remove_file(entry.path())?;
        }
    }
    Ok(())
}
