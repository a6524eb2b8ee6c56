//! Sets of small numbers, as bits.

/// The members of a set, in order.
pub(super) fn bits(mut set: u32) -> impl Iterator<Item = usize> {
    core::iter::from_fn(move || {
        let lowest = (set != 0).then(|| set.trailing_zeros() as usize)?;
        set &= set - 1;
        Some(lowest)
    })
}

/// The next set with as many members (Gosper): all sets of one size, from the
/// first numbers to the last ones. Not for the empty set.
pub(super) fn next_of_its_size(set: u32) -> u32 {
    let lowest = set & set.wrapping_neg();
    let carried = set + lowest;
    carried | (set ^ carried) >> 2 >> lowest.trailing_zeros()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn members_and_sets_of_one_size() {
        assert!(bits(0b1_0110).eq([1, 2, 4]));
        assert_eq!(bits(0).count(), 0);
        let sets = core::iter::successors(Some(0b0011), |&set| Some(next_of_its_size(set)));
        assert!(sets.take(6).eq([0b0011, 0b0101, 0b0110, 0b1001, 0b1010, 0b1100]));
    }
}
