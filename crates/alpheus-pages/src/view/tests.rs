use super::*;
use std::{collections::BTreeMap, env, fs, path::Path};
use ts_rs::{Config, TypeVisitor};

/// Gathers the declarations of a type and all that it is made of.
struct Declarations<'c>(&'c Config, BTreeMap<String, String>);

impl TypeVisitor for Declarations<'_> {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        if T::output_path().is_none() || self.1.contains_key(&T::ident(self.0)) {
            return;
        }
        let docs = T::docs().unwrap_or_default();
        let declared = format!("{docs}export {}\n", T::decl(self.0));
        self.1.insert(T::ident(self.0), declared);
        T::visit_dependencies(self);
        T::visit_generics(self);
    }
}

#[test]
fn the_typescript_is_of_these_types() {
    let config = Config::default().with_large_int("number");
    let mut all = Declarations(&config, BTreeMap::new());
    all.visit::<View>();
    let head = "// Written from the types in crates/alpheus-pages/src/view; change those, then run\n\
                // WRITE_TYPES=1 cargo test -p alpheus-pages typescript\n\n";
    let types: Vec<_> = all.1.into_values().collect();
    let written = head.to_owned() + &types.join("\n");
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../web/src/view.ts");
    if env::var_os("WRITE_TYPES").is_some() {
        fs::write(&path, &written).unwrap();
    }
    let kept = fs::read_to_string(&path).unwrap_or_default();
    assert!(kept == written, "WRITE_TYPES=1 cargo test -p alpheus-pages typescript");
}
