pub use self::stub::*;
mod stub {
    #[derive(Clone, Copy, Debug)]
    pub struct Names;
    pub fn text() {}
    pub fn json() {}
    pub fn dot() {}
    pub fn graphml() {}
}
