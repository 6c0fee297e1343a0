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

/// Writes a file that is not there yet: it is there as a whole, or not at all.
///
/// # Errors
/// Those of the file system; `AlreadyExists` if there is such a file, which is left as it is.
pub(crate) fn create(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let beside = beside(path);
    let write = || -> io::Result<()> {
        let mut file = File::create(&beside)?;
        file.write_all(bytes)?;
        file.sync_all()?;
        // A rename would replace what another has put there meanwhile; a second name does not.
        match fs::hard_link(&beside, path) {
            Err(error) if has_no_links(&error) => rename_to_nothing(&beside, path)?,
            linked => linked?,
        }
        sync_folder(path)
    };
    let written = write();
    drop(fs::remove_file(&beside));
    written
}

/// Some file systems give a file only one name.
fn has_no_links(error: &io::Error) -> bool {
    [io::ErrorKind::Unsupported, io::ErrorKind::PermissionDenied].contains(&error.kind())
}

fn rename_to_nothing(beside: &Path, path: &Path) -> io::Result<()> {
    if fs::symlink_metadata(path).is_ok() {
        return Err(io::ErrorKind::AlreadyExists.into());
    }
    fs::rename(beside, path)
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
