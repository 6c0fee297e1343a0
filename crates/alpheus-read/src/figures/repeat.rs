/// one thing is given two figures: what is compared.
#[derive(Clone, Debug, PartialEq)]
pub struct Repeat {}
