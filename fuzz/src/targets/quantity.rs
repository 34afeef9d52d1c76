//! Quantities: the canonical form is a quantity of the same amount and stays as it is; arithmetic never fails.

use std::str;

use meta::quantity::Quantity;

use crate::documents::check_text;

pub(crate) fn run(data: &[u8]) {
    let Ok(text) = str::from_utf8(data) else { return };
    // A second one behind a blank, for arithmetic.
    let (first, second) = text.split_once(' ').unwrap_or((text, "1"));
    let quantity = match Quantity::parse(first) {
        Ok(quantity) => quantity,
        Err(error) => return check_text(&error.to_string(), data),
    };
    let written = quantity.to_string();
    assert!(written.len() <= first.len() + 64, "{written}");
    let again = Quantity::parse(&written).unwrap_or_else(|error| panic!("{written}: {error}"));
    assert_eq!(again.to_string(), written);
    assert_eq!(Quantity::canonical(first).ok().as_deref(), Some(written.as_str()));
    assert_eq!(quantity.is_zero(), quantity.sign() == 0, "{written}");
    let _ = (quantity.value(), quantity.milli_value(), quantity.as_i64(), quantity.approximate(), quantity.scaled_value(-9));
    let mut rounded = quantity.clone();
    rounded.round_up(-3);
    let _ = rounded.to_string();
    let Ok(other) = Quantity::parse(second) else { return };
    let mut sum = quantity.clone();
    sum.add(&other);
    let _ = sum.to_string();
    sum.sub(&other);
    sum.neg();
    let _ = sum.to_string();
    let _ = quantity.cmp(&other);
    let _ = Quantity::parse_json(text);
}
