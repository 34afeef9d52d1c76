//! `resource.Quantity`: amounts of CPU, memory, storage and counts. Parsing with upstream's rounding (up to nano, away from
//! zero) and caps, canonical text, comparison and sums, all exact. Called on every decode of a quantity field, by validators,
//! the scheduler and quota. Differences to upstream are listed at [`Quantity::add`]; there are none in texts.

mod decimal;

use std::cmp::Ordering;
use std::fmt;

use decimal::Decimal;

/// Which family of suffixes a quantity was written with and is printed with.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Format {
    /// `12M`, 12 * 10^6.
    #[default]
    DecimalSi,
    /// `12Mi`, 12 * 2^20.
    BinarySi,
    /// `12e6`.
    DecimalExponent,
}

/// An amount: exact, as a decimal number not finer than nano when parsed. Equality and order look at the value alone.
#[derive(Clone, Debug, Default)]
pub struct Quantity {
    amount: Amount,
    format: Format,
    /// The text it was parsed from where upstream keeps that as canonical (`+1` and `01` stay as they are).
    text: Option<Box<str>>,
}

/// Value times ten to the exponent. `Large` only where `Small` cannot hold it.
#[derive(Clone, Debug)]
enum Amount {
    Small(i128, i32),
    Large(Box<Decimal>),
}

impl Default for Amount {
    fn default() -> Self {
        Self::Small(0, 0)
    }
}

/// Why a text is no quantity; texts are upstream's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum QuantityError {
    /// Not a number with a suffix.
    #[error("quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'")]
    Format,
    /// No digits.
    #[error("unable to parse numeric part of quantity")]
    Numeric,
    /// An unknown suffix.
    #[error("unable to parse quantity's suffix")]
    Suffix,
}

const NANO: i32 = -9;
const BINARY_MAX: i128 = i64::MAX as i128;
const DECIMAL_SUFFIXES: [(&str, i32); 10] =
    [("n", -9), ("u", -6), ("m", -3), ("", 0), ("k", 3), ("M", 6), ("G", 9), ("T", 12), ("P", 15), ("E", 18)];
const BINARY_SUFFIXES: [(&str, u32); 6] = [("Ki", 10), ("Mi", 20), ("Gi", 30), ("Ti", 40), ("Pi", 50), ("Ei", 60)];

impl Quantity {
    /// Reads a quantity.
    ///
    /// # Errors
    /// No number, no digits or an unknown suffix.
    pub fn parse(text: &str) -> Result<Self, QuantityError> {
        let parts = Parts::split(text)?;
        let unit = Unit::parse(parts.suffix)?;
        let format = unit.format();
        if let Some(small) = parts.small(unit) {
            let keep = parts.keeps_text(unit, small);
            let amount = Amount::Small(if parts.negative { -small.0 } else { small.0 }, small.1);
            return Ok(Self { amount, format, text: keep.then(|| text.into()) });
        }
        // Upstream's slow path reads the digits with a parser that wants at least one.
        if !parts.value.bytes().any(|b| b.is_ascii_digit()) {
            return Err(QuantityError::Numeric);
        }
        let exponent = -i64::try_from(parts.fraction.len()).unwrap_or(i64::MAX);
        let mut decimal = Decimal::from_digits(parts.whole, parts.fraction, 0);
        let mut format = format;
        let exponent = match unit {
            Unit::Decimal(power) | Unit::Exponent(power) => exponent + i64::from(power),
            Unit::Binary(power) => {
                decimal.scale_up(1 << power);
                exponent
            }
        };
        decimal.set_exponent(exponent);
        decimal.round_up(NANO);
        if format == Format::BinarySi {
            if decimal.magnitude_cmp(&Decimal::from(BINARY_MAX)) == Ordering::Greater {
                decimal = Decimal::from(BINARY_MAX);
            }
            if !decimal.is_zero() && decimal.magnitude_cmp(&Decimal::from(1)) == Ordering::Less {
                format = Format::DecimalSi;
            }
        }
        decimal.negative = parts.negative && !decimal.is_zero();
        Ok(Self { amount: Amount::from(decimal), format, text: None })
    }

    /// Reads a quantity from a JSON token: the inside of a string or the text of a number. Blanks around it are dropped.
    ///
    /// # Errors
    /// As [`Quantity::parse`].
    pub fn parse_json(text: &str) -> Result<Self, QuantityError> {
        Self::parse(text.trim())
    }

    /// The text a quantity is stored and served with.
    ///
    /// # Errors
    /// As [`Quantity::parse`].
    pub fn canonical(text: &str) -> Result<String, QuantityError> {
        Self::parse_json(text).map(|q| q.to_string())
    }

    /// A whole number in a format.
    #[must_use]
    pub fn new(value: i64, format: Format) -> Self {
        Self::scaled(value, 0, format)
    }

    /// A number of thousandths in a format.
    #[must_use]
    pub fn from_milli(value: i64, format: Format) -> Self {
        Self::scaled(value, -3, format)
    }

    /// A value times ten to the exponent in a format.
    #[must_use]
    pub fn scaled(value: i64, exponent: i32, format: Format) -> Self {
        Self { amount: Amount::Small(value.into(), exponent), format, text: None }
    }

    /// The family of suffixes.
    #[must_use]
    pub fn format(&self) -> Format {
        self.format
    }

    /// -1, 0 or 1.
    #[must_use]
    pub fn sign(&self) -> i32 {
        match &self.amount {
            Amount::Small(value, _) => value.signum() as i32,
            Amount::Large(decimal) if decimal.is_zero() => 0,
            Amount::Large(decimal) if decimal.negative => -1,
            Amount::Large(_) => 1,
        }
    }

    /// Equal to zero.
    #[must_use]
    pub fn is_zero(&self) -> bool {
        self.sign() == 0
    }

    /// The value in units of ten to the exponent, rounded away from zero; saturates at the ends of i64.
    #[must_use]
    pub fn scaled_value(&self, exponent: i32) -> i64 {
        if let Amount::Small(value, have) = self.amount
            && have == exponent
            && let Ok(value) = i64::try_from(value)
        {
            return value;
        }
        let mut decimal = self.amount.to_decimal();
        decimal.round_up(exponent);
        decimal.to_i64(exponent)
    }

    /// The value, rounded away from zero to a whole number; saturates.
    #[must_use]
    pub fn value(&self) -> i64 {
        self.scaled_value(0)
    }

    /// The value in thousandths, rounded away from zero; saturates.
    #[must_use]
    pub fn milli_value(&self) -> i64 {
        self.scaled_value(-3)
    }

    /// The value where it is a whole number within i64.
    #[must_use]
    pub fn as_i64(&self) -> Option<i64> {
        let value = self.value();
        (Self::new(value, self.format) == *self).then_some(value)
    }

    /// The value in floating point, not exact.
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "an approximation by its name")]
    pub fn approximate(&self) -> f64 {
        match &self.amount {
            Amount::Small(value, exponent) => *value as f64 * 10f64.powi(*exponent),
            Amount::Large(decimal) => decimal.approximate(),
        }
    }

    /// Adds. A zero takes over the other's format. Unlike upstream a sum whose parts are more than ten thousand digits apart
    /// keeps only the larger part, because writing it out would take unbounded memory.
    pub fn add(&mut self, other: &Self) {
        self.combine(other, false);
    }

    /// Subtracts; see [`Quantity::add`].
    pub fn sub(&mut self, other: &Self) {
        self.combine(other, true);
    }

    fn combine(&mut self, other: &Self, subtract: bool) {
        if self.is_zero() {
            self.format = other.format;
        }
        self.text = None;
        if let (&Amount::Small(a, x), &Amount::Small(b, y)) = (&self.amount, &other.amount) {
            let b = if subtract { b.checked_neg() } else { Some(b) };
            if let Some((left, right)) = b.and_then(|b| align(a, x, b, y))
                && let Some(sum) = left.checked_add(right)
            {
                let exponent = if a == 0 {
                    y
                } else if right == 0 {
                    x
                } else {
                    x.min(y)
                };
                self.amount = Amount::Small(sum, exponent);
                return;
            }
        }
        let mut right = other.amount.to_decimal();
        if subtract && !right.is_zero() {
            right.negative = !right.negative;
        }
        self.amount = Amount::from(self.amount.to_decimal().plus(&right));
    }

    /// The negative value.
    pub fn neg(&mut self) {
        self.text = None;
        match &mut self.amount {
            Amount::Small(value, _) if *value != i128::MIN => *value = -*value,
            amount => {
                let mut decimal = amount.to_decimal();
                decimal.negative = !decimal.negative && !decimal.is_zero();
                *amount = Amount::from(decimal);
            }
        }
    }

    /// Rounds away from zero to a multiple of ten to the exponent; says whether nothing was lost.
    pub fn round_up(&mut self, exponent: i32) -> bool {
        if let Amount::Small(_, have) = self.amount
            && have >= exponent
        {
            return true;
        }
        let before = self.clone();
        let mut decimal = self.amount.to_decimal();
        decimal.round_up(exponent);
        *self = Self { amount: Amount::from(decimal), format: self.format, text: None };
        *self == before
    }

    fn write_canonical(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_zero() {
            return f.write_str("0");
        }
        let mut format = self.format;
        if format == Format::BinarySi {
            let whole = self.amount.whole();
            // Small and fractional numbers print in decimal, which is exact.
            match whole {
                Some(value) if value.unsigned_abs() >= 1024 => return write_binary(f, value),
                None if self.amount.is_whole() => {
                    let decimal = self.amount.to_decimal();
                    if !decimal.is_far() {
                        return decimal.write_binary(f);
                    }
                    // A sum with a number like 1e1000000000, which upstream writes out, as far as its memory goes.
                    format = Format::DecimalExponent;
                }
                _ => format = Format::DecimalSi,
            }
        }
        let (digits, exponent) = self.amount.canonical_decimal();
        f.write_str(&digits)?;
        if format == Format::DecimalExponent {
            return if exponent == 0 { Ok(()) } else { write!(f, "e{exponent}") };
        }
        // Upstream prints no suffix at all beyond exa, so that 1e21 written with digits comes back as 1.
        let suffix = DECIMAL_SUFFIXES.iter().find(|(_, power)| i64::from(*power) == exponent);
        f.write_str(suffix.map_or("", |(suffix, _)| suffix))
    }
}

/// Takes factors of 1024 out and writes the number with the matching suffix.
fn write_binary(f: &mut fmt::Formatter<'_>, mut value: i128) -> fmt::Result {
    let mut steps = 0;
    while value % 1024 == 0 {
        value /= 1024;
        steps += 10;
    }
    write!(f, "{value}{}", binary_suffix(steps))
}

fn binary_suffix(power: u32) -> &'static str {
    BINARY_SUFFIXES.iter().find(|(_, p)| *p == power).map_or("", |(suffix, _)| suffix)
}

/// Both values in units of the finer exponent; a zero takes any exponent.
fn align(a: i128, x: i32, b: i128, y: i32) -> Option<(i128, i128)> {
    let scale = |value: i128, from: i32, to: i32| {
        if value == 0 {
            return Some(0);
        }
        value.checked_mul(10i128.checked_pow(u32::try_from(from.checked_sub(to)?).ok()?)?)
    };
    let finer = if a == 0 {
        y
    } else if b == 0 {
        x
    } else {
        x.min(y)
    };
    Some((scale(a, x, finer)?, scale(b, y, finer)?))
}

impl Amount {
    fn to_decimal(&self) -> Decimal {
        match self {
            Self::Small(value, exponent) => {
                let mut decimal = Decimal::from(*value);
                decimal.set_exponent((*exponent).into());
                decimal
            }
            Self::Large(decimal) => (**decimal).clone(),
        }
    }

    /// The value where it is a whole number within i128.
    fn whole(&self) -> Option<i128> {
        match *self {
            Self::Small(value, exponent) if exponent >= 0 => value.checked_mul(10i128.checked_pow(exponent.unsigned_abs())?),
            Self::Small(value, exponent) => {
                let unit = 10i128.checked_pow(exponent.unsigned_abs())?;
                (value % unit == 0).then_some(value / unit)
            }
            Self::Large(_) => None,
        }
    }

    /// Whether there is no fraction.
    fn is_whole(&self) -> bool {
        match self {
            Self::Small(..) => self.whole().is_some() || matches!(self, Self::Small(_, 0..)),
            Self::Large(decimal) => decimal.is_whole(),
        }
    }

    /// Digits with sign and an exponent that is a multiple of three, as large as possible.
    fn canonical_decimal(&self) -> (String, i64) {
        let Self::Small(value, exponent) = *self else { return self.to_decimal().canonical() };
        let (mut value, mut exponent) = (value, i64::from(exponent));
        while value % 10 == 0 && value != 0 {
            value /= 10;
            exponent += 1;
        }
        while exponent % 3 != 0 {
            let Some(more) = value.checked_mul(10) else { return self.to_decimal().canonical() };
            value = more;
            exponent -= 1;
        }
        (value.to_string(), exponent)
    }
}

impl From<Decimal> for Amount {
    fn from(decimal: Decimal) -> Self {
        match decimal.to_small() {
            Some((value, exponent)) => Self::Small(value, exponent),
            None => Self::Large(Box::new(decimal)),
        }
    }
}

impl fmt::Display for Quantity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.text {
            Some(text) => f.write_str(text),
            None => self.write_canonical(f),
        }
    }
}

impl Ord for Quantity {
    fn cmp(&self, other: &Self) -> Ordering {
        if let (&Amount::Small(a, x), &Amount::Small(b, y)) = (&self.amount, &other.amount)
            && let Some((a, b)) = align(a, x, b, y)
        {
            return a.cmp(&b);
        }
        self.amount.to_decimal().compare(&other.amount.to_decimal())
    }
}

impl PartialOrd for Quantity {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Quantity {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Quantity {}

impl std::str::FromStr for Quantity {
    type Err = QuantityError;
    fn from_str(text: &str) -> Result<Self, QuantityError> {
        Self::parse(text)
    }
}

/// What a suffix stands for.
#[derive(Clone, Copy, Debug)]
enum Unit {
    Decimal(i32),
    Binary(u32),
    Exponent(i32),
}

impl Unit {
    fn parse(suffix: &str) -> Result<Self, QuantityError> {
        if let Some((_, power)) = DECIMAL_SUFFIXES.iter().find(|(s, _)| *s == suffix) {
            return Ok(Self::Decimal(*power));
        }
        if let Some((_, power)) = BINARY_SUFFIXES.iter().find(|(s, _)| *s == suffix) {
            return Ok(Self::Binary(*power));
        }
        let exponent = suffix.strip_prefix(['e', 'E']).and_then(|digits| digits.parse::<i64>().ok());
        // Upstream cuts the exponent to 32 bits.
        #[expect(clippy::cast_possible_truncation, reason = "upstream's own wrap-around")]
        exponent.map(|power| Self::Exponent(power as i32)).ok_or(QuantityError::Suffix)
    }

    fn format(self) -> Format {
        match self {
            Self::Decimal(_) => Format::DecimalSi,
            Self::Binary(_) => Format::BinarySi,
            Self::Exponent(_) => Format::DecimalExponent,
        }
    }
}

/// A text cut into its parts as upstream's scanner does it, odd cases included: a lone sign or point is zero.
struct Parts<'a> {
    negative: bool,
    /// Digits before the point without leading zeros; `0` where there are none.
    whole: &'a str,
    /// Digits after the point.
    fraction: &'a str,
    /// Sign, digits and point.
    value: &'a str,
    suffix: &'a str,
}

impl<'a> Parts<'a> {
    fn split(text: &'a str) -> Result<Self, QuantityError> {
        if text.is_empty() {
            return Err(QuantityError::Format);
        }
        let negative = text.starts_with('-');
        let unsigned = text.strip_prefix(['+', '-']).unwrap_or(text);
        let stripped = unsigned.trim_start_matches('0');
        if stripped.is_empty() {
            return Ok(Self { negative, whole: "0", fraction: "", value: "0", suffix: "" });
        }
        let digits = |text: &'a str| text.split_at(text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len()));
        let (whole, rest) = digits(stripped);
        let (fraction, suffix) = match rest.strip_prefix('.') {
            Some(rest) => digits(rest),
            None => ("", rest),
        };
        let value = &text[..text.len() - suffix.len()];
        let letters = suffix.trim_start_matches(|c| "eEinumkKMGTP".contains(c));
        let exponent = letters.strip_prefix(['+', '-']).unwrap_or(letters);
        if !exponent.bytes().all(|b| b.is_ascii_digit()) {
            return Err(QuantityError::Format);
        }
        // Only a text that ends within its digits counts a missing whole part as no digit at all.
        let whole = if whole.is_empty() { "0" } else { whole };
        Ok(Self { negative, whole, fraction, value, suffix })
    }

    /// Value (without sign) and exponent where upstream's fast path takes the number.
    fn small(&self, unit: Unit) -> Option<(i128, i32)> {
        let length = i32::try_from(self.whole.len() + self.fraction.len()).ok()?;
        let (precision, power, factor) = match unit {
            Unit::Decimal(power) | Unit::Exponent(power) => (18 - length, power, 1),
            Unit::Binary(power) if self.fraction.is_empty() => {
                (15 - length - i32::try_from(power / 10 * 3).ok()? - 1, 0, 1i64 << power)
            }
            Unit::Binary(_) => return None,
        };
        let exponent = power.checked_sub(i32::try_from(self.fraction.len()).ok()?)?;
        if precision < 0 || exponent < NANO {
            return None;
        }
        let digit = |n: i64, b: u8| n * 10 + i64::from(b - b'0');
        let value = self.whole.bytes().chain(self.fraction.bytes()).fold(0, digit);
        Some((value.checked_mul(factor)?.into(), exponent))
    }

    /// Whether upstream takes the text itself for the canonical one.
    fn keeps_text(&self, unit: Unit, small: (i128, i32)) -> bool {
        match unit {
            Unit::Binary(power) => (small.0 >> power) & 7 != 0,
            Unit::Decimal(_) | Unit::Exponent(_) => {
                let zeros = |text: &str| text.bytes().rev().take_while(|b| *b == b'0').count();
                let trailing = match zeros(self.fraction) {
                    n if n == self.fraction.len() => n + zeros(self.whole),
                    n => n,
                };
                small.1 % 3 == 0 && trailing < 3 && !self.whole.starts_with('0')
            }
        }
    }
}

#[cfg(test)]
mod tests;
