/// a table's total is not the sum of its rows: what is compared.
#[derive(Clone, Debug, PartialEq)]
pub struct TableSum {}
