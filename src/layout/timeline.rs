//! What happens to a few requests, one below the other.

use workload::{Millis, Moment, What};

use super::Place;

/// What a request does for some time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doing {
    /// It waits for a CPU.
    Waits,
    /// It computes.
    Computes,
    /// It awaits a call.
    Awaits,
}

/// A stretch of time.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stretch {
    /// What is done.
    pub doing: Doing,
    /// From when,
    pub from: Millis,
    /// until when.
    pub until: Millis,
}

/// One request.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Row {
    /// Whether it is a heavy one.
    pub is_heavy: bool,
    /// All that it does, in order, without gaps.
    pub stretches: Vec<Stretch>,
}

impl Row {
    /// When it came.
    pub fn arrival(&self) -> Millis {
        self.stretches.first().map_or(Millis(0.0), |it| it.from)
    }

    /// When it was answered.
    pub fn end(&self) -> Millis {
        self.stretches.last().map_or(Millis(0.0), |it| it.until)
    }

    /// How long it did something in all.
    pub fn time(&self, doing: Doing) -> Millis {
        let stretches = self.stretches.iter().filter(|it| it.doing == doing);
        Millis(stretches.map(|it| it.until.0 - it.from.0).sum())
    }
}

/// The requests of a trace, in order of arrival.
pub fn timeline(moments: &[Moment]) -> Vec<Row> {
    let mut rows: Vec<(Row, Option<(Doing, Millis)>)> = Vec::new();
    for moment in moments {
        let at = moment.at.millis();
        let number = moment.request as usize;
        if rows.len() <= number {
            rows.resize(number + 1, Default::default());
        }
        let (row, current) = &mut rows[number];
        if let Some((doing, from)) = current.take()
            && from < at
        {
            row.stretches.push(Stretch { doing, from, until: at });
        }
        *current = match moment.what {
            What::Arrives { is_heavy } => {
                row.is_heavy = is_heavy;
                Some((Doing::Waits, at))
            }
            What::Pauses | What::Returns => Some((Doing::Waits, at)),
            What::Runs { .. } => Some((Doing::Computes, at)),
            What::Awaits => Some((Doing::Awaits, at)),
            What::Leaves => None,
        };
    }
    rows.into_iter().map(|(row, _)| row).collect()
}

/// Where a stretch starts and how long it is on an axis up to `end`, as far as
/// it has come by `now`; `None` before it begins.
pub fn drawn(stretch: &Stretch, now: Millis, end: Millis) -> Option<[Place; 2]> {
    if stretch.from >= now {
        return None;
    }
    let until = if stretch.until < now { stretch.until } else { now };
    let [from, until] = [stretch.from, until].map(|it| Place::along(it.0, 0.0, end.0));
    Some([from, from.until(until).at_least(2)])
}

#[cfg(test)]
mod tests {
    use workload::{Millis, Profile, Scheduler, trace};

    use super::{Doing, drawn, timeline};

    #[test]
    fn rows_have_no_gaps_and_take_what_the_profile_says() {
        let profile = Profile { rps: 300.0, ..Profile::default() };
        for scheduler in [Scheduler::EventLoop, Scheduler::RoundRobin] {
            let rows = timeline(&trace(&profile, scheduler, 12, 1));
            assert_eq!(rows.len(), 12);
            for row in rows {
                assert!(row.stretches.windows(2).all(|pair| pair[0].until == pair[1].from));
                assert!((row.time(Doing::Computes).0 - 2.0).abs() < 1e-3);
                assert!((row.time(Doing::Awaits).0 - 20.0).abs() < 1e-3);
                let waits = row.end().0 - row.arrival().0 - 22.0;
                assert!((row.time(Doing::Waits).0 - waits).abs() < 1e-3);
            }
        }
    }

    #[test]
    fn what_has_not_begun_is_not_drawn() {
        let profile = Profile::default();
        let rows = timeline(&trace(&profile, Scheduler::EventLoop, 2, 1));
        let last = rows[1].stretches.last().unwrap();
        assert_eq!(drawn(last, last.from, rows[1].end()), None);
        let [start, length] = drawn(last, Millis(f64::MAX), rows[1].end()).unwrap();
        assert!(start.until(crate::layout::Place::END) >= length);
    }
}
