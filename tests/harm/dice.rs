//! Dice that fall the same way in every run.

use briefing_desk::briefing::{Date, Precision};
use jiff::ToSpan as _;
use proptest::prelude::{Rng as _, RngExt as _};
use proptest::test_runner::{RngAlgorithm, TestRng};
use rust_decimal::Decimal;

/// A source of chance.
pub struct Dice(TestRng);

impl Dice {
    /// Dice seeded by a name, so that one kind of error does not change with another.
    pub fn seeded(name: &str) -> Self {
        let mut seed = [7; 32];
        for (index, byte) in name.bytes().enumerate() {
            seed[index % 32] ^= byte.rotate_left(u32::try_from(index / 32).expect("a short name"));
        }
        Self(TestRng::from_seed(RngAlgorithm::ChaCha, &seed))
    }

    /// A number below another.
    pub fn below(&mut self, end: usize) -> usize {
        self.0.random_range(0..end.max(1))
    }

    /// One of some things; none of nothing.
    pub fn pick<'a, T>(&mut self, of: &'a [T]) -> Option<&'a T> {
        of.get(self.below(of.len()))
    }

    /// The index of one of those that something holds for.
    pub fn index<T>(&mut self, of: &[T], holds: impl Fn(&T) -> bool) -> Option<usize> {
        let fitting: Vec<usize> = (0..of.len()).filter(|index| holds(&of[*index])).collect();
        self.pick(&fitting).copied()
    }

    pub fn coin(&mut self) -> bool {
        self.0.next_u32().is_multiple_of(2)
    }

    /// One to three years, in either direction.
    pub fn years(&mut self) -> i16 {
        let years = i16::try_from(1 + self.below(3)).expect("few years");
        if self.coin() { years } else { -years }
    }

    pub fn shuffle<T>(&mut self, list: &mut [T]) {
        for index in (1..list.len()).rev() {
            list.swap(index, self.below(index + 1));
        }
    }

    /// Two neighbouring digits of a number in each other's place.
    pub fn transposed(&mut self, value: Decimal) -> Option<Decimal> {
        self.transposed_text(&value.to_string())?.parse().ok().filter(|new| *new != value)
    }

    /// The same in a text that holds one number.
    pub fn transposed_text(&mut self, number: &str) -> Option<String> {
        let mut characters: Vec<char> = number.chars().collect();
        let digits: Vec<usize> = (0..characters.len()).filter(|index| characters[*index].is_ascii_digit()).collect();
        let pairs: Vec<(usize, usize)> = digits
            .windows(2)
            .map(|pair| (pair[0], pair[1]))
            .filter(|(a, b)| characters[*a] != characters[*b])
            // No number starts with a zero, unless it starts with `0.`.
            .filter(|(a, b)| !(*a == 0 && characters[*b] == '0'))
            .collect();
        let (a, b) = *self.pick(&pairs)?;
        characters.swap(a, b);
        Some(characters.into_iter().collect())
    }
}

/// A date some years later, as well known as it was.
pub fn shifted(date: Date, years: i16) -> Option<Date> {
    let first = date.first_day().checked_add(i64::from(years).years()).ok()?;
    let text = match date.precision() {
        Precision::Day => first.to_string(),
        Precision::Month => format!("{:04}-{:02}", first.year(), first.month()),
        Precision::Year => format!("{:04}", first.year()),
    };
    text.parse().ok()
}
