//! Sets of small numbers, as bits.

/// The members of a set, in order.
pub(super) fn bits(mut set: u32) -> impl Iterator<Item = usize> {
    core::iter::from_fn(move || {
        let lowest = (set != 0).then(|| set.trailing_zeros() as usize)?;
        set &= set - 1;
        Some(lowest)
    })
}

/// All subsets but the empty one.
pub(super) fn subsets(set: u32) -> impl Iterator<Item = u32> {
    let mut next = set;
    core::iter::from_fn(move || {
        let subset = next;
        next = subset.wrapping_sub(1) & set;
        (subset != 0).then_some(subset)
    })
}

/// Calls back with each choice of `size` out of `count` below 32.
pub(super) fn each_choice(count: usize, size: usize, mut call: impl FnMut(u32)) {
    let mut chosen = (1u32 << size) - 1;
    while chosen < 1 << count {
        call(chosen);
        if chosen == 0 {
            return;
        }
        // The next number with as many bits (Gosper).
        let low = chosen & chosen.wrapping_neg();
        let carried = chosen + low;
        chosen = carried | (chosen ^ carried) >> 2 >> low.trailing_zeros();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn members_subsets_and_choices() {
        assert!(bits(0b1_0110).eq([1, 2, 4]));
        assert!(subsets(0b101).eq([0b101, 0b100, 0b001]));
        assert_eq!(subsets(0).count(), 0);
        let mut choices = Vec::new();
        each_choice(4, 2, |choice| choices.push(choice));
        assert_eq!(choices, [0b0011, 0b0101, 0b0110, 0b1001, 0b1010, 0b1100]);
        each_choice(3, 0, |choice| assert_eq!(choice, 0));
        each_choice(2, 3, |_| panic!("there are not so many"));
    }
}
