//! Decimal numbers of any length for the quantities that do not fit 128 bits (and for those on upstream's slow path while they
//! are read). Only what `Quantity` needs; never seen outside. Digits are kept in base 1,000,000,000, least significant first.

use std::cmp::Ordering;
use std::fmt;

const BASE: u64 = 1_000_000_000;
const BASE_DIGITS: usize = 9;
/// Numbers further apart than this many digits are not written out to be added, nor one with so many zeros at its end to be printed.
const MAX_GAP: i64 = 10_000;

/// A number: digits times ten to the exponent.
#[derive(Clone, Debug, Default)]
pub(super) struct Decimal {
    pub(super) negative: bool,
    /// No zero limb at the end; empty for zero.
    limbs: Vec<u32>,
    exponent: i64,
}

impl From<i128> for Decimal {
    fn from(value: i128) -> Self {
        let mut limbs = Vec::new();
        let mut rest = value.unsigned_abs();
        while rest > 0 {
            limbs.push(limb(u64::try_from(rest % u128::from(BASE)).unwrap_or(0)));
            rest /= u128::from(BASE);
        }
        Self { negative: value < 0, limbs, exponent: 0 }
    }
}

/// Values below [`BASE`] fit 32 bits.
fn limb(value: u64) -> u32 {
    u32::try_from(value).unwrap_or(0)
}

impl Decimal {
    /// From ASCII digits in two pieces.
    pub(super) fn from_digits(high: &str, low: &str, exponent: i64) -> Self {
        let digits: Vec<u8> = high.bytes().chain(low.bytes()).collect();
        let chunk = |c: &[u8]| c.iter().fold(0u32, |n, b| n * 10 + u32::from(b - b'0'));
        let mut out = Self { negative: false, limbs: digits.rchunks(BASE_DIGITS).map(chunk).collect(), exponent };
        out.trim();
        out
    }

    pub(super) fn set_exponent(&mut self, exponent: i64) {
        self.exponent = exponent;
    }

    pub(super) fn is_zero(&self) -> bool {
        self.limbs.is_empty()
    }

    fn trim(&mut self) {
        while self.limbs.last() == Some(&0) {
            self.limbs.pop();
        }
    }

    /// Number of digits; 0 for zero.
    fn digits(&self) -> i64 {
        let Some(top) = self.limbs.last() else { return 0 };
        let below = (self.limbs.len() - 1) * BASE_DIGITS;
        i64::try_from(below).unwrap_or(i64::MAX) + i64::from(top.ilog10()) + 1
    }

    /// Multiplies by a number below 2^61.
    pub(super) fn scale_up(&mut self, factor: u64) {
        let mut carry: u128 = 0;
        for limb_ in &mut self.limbs {
            let product = u128::from(*limb_) * u128::from(factor) + carry;
            *limb_ = limb(u64::try_from(product % u128::from(BASE)).unwrap_or(0));
            carry = product / u128::from(BASE);
        }
        while carry > 0 {
            self.limbs.push(limb(u64::try_from(carry % u128::from(BASE)).unwrap_or(0)));
            carry /= u128::from(BASE);
        }
    }

    /// Multiplies the digits by ten to a power, without touching the exponent.
    fn shift_up(&mut self, power: i64) {
        let Ok(power) = usize::try_from(power) else { return };
        if self.is_zero() {
            return;
        }
        self.scale_up(10u64.pow(u32::try_from(power % BASE_DIGITS).unwrap_or(0)));
        self.limbs.splice(0..0, std::iter::repeat_n(0, power / BASE_DIGITS));
    }

    /// Divides by a number below [`BASE`]; answers the remainder.
    fn divide(&mut self, divisor: u64) -> u64 {
        let mut rest = 0;
        for limb_ in self.limbs.iter_mut().rev() {
            let value = rest * BASE + u64::from(*limb_);
            *limb_ = limb(value / divisor);
            rest = value % divisor;
        }
        self.trim();
        rest
    }

    /// Divides the digits by ten to a power; answers whether something was cut off.
    fn shift_down(&mut self, power: i64) -> bool {
        let power = usize::try_from(power).unwrap_or(0);
        let whole = (power / BASE_DIGITS).min(self.limbs.len());
        let mut lost = self.limbs.drain(..whole).any(|l| l != 0);
        if !self.is_zero() {
            lost |= self.divide(10u64.pow(u32::try_from(power % BASE_DIGITS).unwrap_or(0))) != 0;
        }
        lost
    }

    /// Rounds away from zero to a multiple of ten to the exponent.
    pub(super) fn round_up(&mut self, exponent: i32) {
        let exponent = i64::from(exponent);
        if self.exponent >= exponent || self.is_zero() {
            return;
        }
        if self.shift_down(exponent - self.exponent) {
            self.increment();
        }
        self.exponent = exponent;
    }

    fn increment(&mut self) {
        for limb_ in &mut self.limbs {
            if u64::from(*limb_) + 1 < BASE {
                *limb_ += 1;
                return;
            }
            *limb_ = 0;
        }
        self.limbs.push(1);
    }

    /// Whether there is no fraction.
    pub(super) fn is_whole(&self) -> bool {
        self.exponent >= 0 || !self.clone().shift_down(-self.exponent)
    }

    /// Whether the number, written out, ends in more zeros than anybody should have to print.
    pub(super) fn is_far(&self) -> bool {
        self.exponent > MAX_GAP
    }

    /// Compares without signs.
    pub(super) fn magnitude_cmp(&self, other: &Self) -> Ordering {
        match (self.is_zero(), other.is_zero()) {
            (true, true) => return Ordering::Equal,
            (true, false) => return Ordering::Less,
            (false, true) => return Ordering::Greater,
            (false, false) => {}
        }
        // Same length before the point: only then are digits compared, so that no number is written out for nothing.
        let top = (self.digits() + self.exponent).cmp(&(other.digits() + other.exponent));
        if top != Ordering::Equal {
            return top;
        }
        let (mut a, mut b) = (self.clone(), other.clone());
        a.shift_up(self.exponent - other.exponent);
        b.shift_up(other.exponent - self.exponent);
        a.limbs.len().cmp(&b.limbs.len()).then_with(|| a.limbs.iter().rev().cmp(b.limbs.iter().rev()))
    }

    /// Compares with signs.
    pub(super) fn compare(&self, other: &Self) -> Ordering {
        let negative = |d: &Self| d.negative && !d.is_zero();
        match (negative(self), negative(other)) {
            (false, true) => Ordering::Greater,
            (true, false) => Ordering::Less,
            (false, false) => self.magnitude_cmp(other),
            (true, true) => other.magnitude_cmp(self),
        }
    }

    /// The sum.
    pub(super) fn plus(mut self, other: &Self) -> Self {
        if other.is_zero() {
            return self;
        }
        if self.is_zero() {
            return other.clone();
        }
        let mut other = other.clone();
        let gap = self.exponent - other.exponent;
        if gap.abs() > MAX_GAP {
            return if self.magnitude_cmp(&other) == Ordering::Less { other } else { self };
        }
        self.shift_up(gap);
        other.shift_up(-gap);
        let exponent = self.exponent.min(other.exponent);
        (self.exponent, other.exponent) = (exponent, exponent);
        if self.negative == other.negative {
            self.add_limbs(&other.limbs);
            return self;
        }
        let (mut large, small) = if self.magnitude_cmp(&other) == Ordering::Less { (other, self) } else { (self, other) };
        large.sub_limbs(&small.limbs);
        large.negative &= !large.is_zero();
        large
    }

    fn add_limbs(&mut self, other: &[u32]) {
        let mut carry = 0;
        for i in 0..self.limbs.len().max(other.len()) {
            let sum = carry + u64::from(self.limbs.get(i).copied().unwrap_or(0)) + u64::from(other.get(i).copied().unwrap_or(0));
            carry = sum / BASE;
            match self.limbs.get_mut(i) {
                Some(slot) => *slot = limb(sum % BASE),
                None => self.limbs.push(limb(sum % BASE)),
            }
        }
        if carry > 0 {
            self.limbs.push(limb(carry));
        }
    }

    /// Subtracts a number that is not larger.
    fn sub_limbs(&mut self, other: &[u32]) {
        let mut borrow = 0;
        for (i, slot) in self.limbs.iter_mut().enumerate() {
            let take = borrow + u64::from(other.get(i).copied().unwrap_or(0));
            let have = u64::from(*slot);
            borrow = u64::from(have < take);
            *slot = limb(have + borrow * BASE - take);
        }
        self.trim();
    }

    /// The value and exponent where they fit.
    pub(super) fn to_small(&self) -> Option<(i128, i32)> {
        let mut value: i128 = 0;
        for limb_ in self.limbs.iter().rev() {
            value = value.checked_mul(BASE.into())?.checked_add((*limb_).into())?;
        }
        let exponent = if value == 0 { 0 } else { i32::try_from(self.exponent).ok()? };
        Some((if self.negative { -value } else { value }, exponent))
    }

    /// The value in units of ten to the exponent, which must not be coarser than the number; saturates.
    pub(super) fn to_i64(&self, exponent: i32) -> i64 {
        let limit = if self.negative { i64::MIN } else { i64::MAX };
        let power = self.exponent - i64::from(exponent);
        if self.is_zero() {
            return 0;
        }
        if power + self.digits() > 20 {
            return limit;
        }
        let mut scaled = self.clone();
        scaled.shift_up(power);
        scaled.to_small().and_then(|(value, _)| i64::try_from(value).ok()).unwrap_or(limit)
    }

    #[expect(clippy::cast_possible_truncation, reason = "beyond i32 the result is zero or infinite either way")]
    pub(super) fn approximate(&self) -> f64 {
        let digits = self.limbs.iter().rev().fold(0f64, |n, l| n * 1e9 + f64::from(*l));
        let exponent = self.exponent.clamp(i64::from(i32::MIN), i64::from(i32::MAX)) as i32;
        let value = digits * 10f64.powi(exponent);
        if self.negative { -value } else { value }
    }

    /// Digits with sign and an exponent that is a multiple of three, as large as possible.
    pub(super) fn canonical(&self) -> (String, i64) {
        let mut text = self.to_string();
        let digits = text.trim_end_matches('0').len();
        let mut exponent = self.exponent + i64::try_from(text.len() - digits).unwrap_or(0);
        text.truncate(digits);
        while exponent % 3 != 0 {
            text.push('0');
            exponent -= 1;
        }
        (text, exponent)
    }

    /// A whole number with factors of 1024 taken out.
    pub(super) fn write_binary(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut number = self.clone();
        if number.exponent < 0 {
            number.shift_down(-number.exponent);
        } else {
            number.shift_up(number.exponent);
        }
        let mut steps = 0;
        while !number.is_zero() {
            let mut next = number.clone();
            if next.divide(1024) != 0 {
                break;
            }
            number = next;
            steps += 10;
        }
        write!(f, "{number}{}", super::binary_suffix(steps))
    }
}

/// Sign and digits, without the exponent.
impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.negative {
            f.write_str("-")?;
        }
        let mut limbs = self.limbs.iter().rev();
        match limbs.next() {
            Some(top) => write!(f, "{top}")?,
            None => return f.write_str("0"),
        }
        limbs.try_for_each(|l| write!(f, "{l:09}"))
    }
}
