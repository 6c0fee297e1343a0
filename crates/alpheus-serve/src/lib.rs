//! A case folder served to a browser on the same machine.
//!
//! The pages are those of a report; here what a reader decides is kept: decisions about findings,
//! what is filled in in the ledger, values of the case. Everything lies in plain files of the case
//! folder, which an editor may change at the same time:
//!
//! - A change says which content of the file its sender saw (a hash). If the file holds something
//!   else by now, nothing is written, and the answer is 409.
//! - A file is replaced as a whole: written beside, synced, renamed, the folder synced. Whoever is
//!   killed in between leaves the old content.
//! - The folder is looked at a few times a second; browsers are told of a change.
//!
//! Only who has the token may ask, and only under a host's name that is allowed: another page in
//! the same browser knows no token, and its requests carry its own origin.
//!
//! # Limits
//!
//! - Between the last look at a file and its replacement there are some microseconds in which an
//!   editor's change would be lost.
//! - There is no encryption: for other machines, put a proxy in front.

mod api;
mod folder;
mod fuzz;
mod guard;
mod replace;
mod shown;
mod watch;

#[doc(hidden)]
pub use fuzz::Requests;
pub use replace::replace;

use crate::{folder::Folder, guard::Guard, shown::Shown};
use alpheus_pages::View;
use alpheus_report::ledger::Entry;
use std::{
    collections::BTreeSet,
    io,
    net::{IpAddr, SocketAddr, TcpListener},
    path::Path,
    sync::{Arc, Mutex},
};
use tokio::sync::watch as channel;

/// How a case is read, which the server leaves to whoever starts it.
pub trait Workbench: Send + Sync + 'static {
    /// Reads everything that is shown.
    ///
    /// # Errors
    /// In words, if nothing can be shown.
    fn read(&self) -> Result<View, String>;

    /// The claims of all accounts, and the names of these, in the order of [`View::claims`].
    ///
    /// # Errors
    /// In words, if they can't be read.
    fn claims(&self) -> Result<(Vec<Entry>, BTreeSet<String>), String>;
}

/// A server that is bound to its port.
pub struct Server {
    listener: TcpListener,
    site: Arc<Site>,
    /// The files before they were read.
    stamps: watch::Stamps,
}

/// What all requests share.
pub(crate) struct Site {
    guard: Guard,
    folder: Folder,
    workbench: Box<dyn Workbench>,
    shown: Mutex<Arc<Shown>>,
    /// One change at a time.
    writing: Mutex<()>,
    /// Counts what was shown.
    version: channel::Sender<u64>,
}

impl Server {
    /// Reads the case in `folder` and takes `port` of `host`, or any port if that is 0.
    ///
    /// # Errors
    /// If the folder or the case can't be read, or the port is taken.
    pub fn bind(
        folder: &Path,
        workbench: impl Workbench,
        host: IpAddr,
        port: u16,
    ) -> io::Result<Server> {
        let listener = TcpListener::bind(SocketAddr::new(host, port))?;
        listener.set_nonblocking(true)?;
        let stamps = watch::stamps(&std::fs::canonicalize(folder)?);
        let site = Site::open(folder, workbench, listener.local_addr()?)?;
        Ok(Server { listener, site: Arc::new(site), stamps })
    }

    /// The address to open, with the token.
    pub fn url(&self) -> String {
        self.site.guard.url()
    }

    /// An address that opens it once, for a command's arguments: other users may see those.
    pub fn url_once(&self) -> String {
        self.site.guard.url_once()
    }

    /// Answers until the process ends.
    ///
    /// # Errors
    /// If connections can't be waited for.
    pub fn run(self) -> io::Result<()> {
        let runtime =
            tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        watch::start(Arc::downgrade(&self.site), self.stamps);
        runtime.block_on(async {
            let listener = tokio::net::TcpListener::from_std(self.listener)?;
            axum::serve(listener, api::router(self.site)).await
        })
    }
}

impl Site {
    fn open(
        folder: &Path,
        workbench: impl Workbench,
        address: SocketAddr,
    ) -> io::Result<Site> {
        let folder = Folder::open(folder)?;
        let guard = Guard::new(address)?;
        let shown = Shown::read(&folder, &workbench).map_err(io::Error::other)?;
        Ok(Site {
            guard,
            folder,
            workbench: Box::new(workbench),
            shown: Mutex::new(Arc::new(shown)),
            writing: Mutex::new(()),
            version: channel::Sender::new(0),
        })
    }

    pub(crate) fn shown(&self) -> Arc<Shown> {
        Arc::clone(&lock(&self.shown))
    }

    pub(crate) fn show(&self, shown: Shown) {
        *lock(&self.shown) = Arc::new(shown);
        self.version.send_modify(|version| *version += 1);
    }

    /// Reads everything anew.
    pub(crate) fn reload(&self) -> Result<(), String> {
        let shown = Shown::read(&self.folder, &*self.workbench)?;
        self.show(shown);
        Ok(())
    }
}

/// What a thread that panicked held is whole: it is only ever replaced.
pub(crate) fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
}
