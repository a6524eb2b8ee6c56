//! A server under a load, its work calibrated.

use std::time::Duration;

use anyhow::{Context, Result};
use workload::{Arrival, Millis, Profile, arrivals};

use super::client::{Client, Shot, get};
use super::server::Server;

/// What a run of requests took; the first tenth does not count.
#[derive(Clone, Copy, Debug)]
pub(super) struct Measured {
    /// CPU time of a request, as a multiple of what was asked.
    pub(super) cpu: f64,
    /// Milliseconds, from when a request was due to its answer.
    pub(super) mean: f64,
    pub(super) p99: f64,
    pub(super) light_p99: f64,
}

/// A server at work, and what its work costs there.
pub(super) struct Driven {
    server: Server,
    client: Client,
    /// Steps of its loop in a millisecond of CPU time.
    speed: f64,
    /// CPU time of a request without any steps, in milliseconds.
    overhead: f64,
}

/// Compilers first see what they are to compile.
const WARM_UP: usize = 500;

impl Driven {
    /// Warms the server up and finds out how fast it computes.
    pub(super) fn new(server: Server) -> Result<Self> {
        const LONG: u32 = 10_000_000;
        const TIMES: u32 = 40;
        let client = Client::new(server.port);
        for _ in 0..WARM_UP {
            client.send_one("/work?calls=2&io=0.1&spin=20000")?;
        }
        let before = server.cpu()?;
        for _ in 0..TIMES {
            client.send_one(&format!("/work?calls=0&io=0&spin={LONG}"))?;
        }
        let each = (server.cpu()? - before) / f64::from(TIMES);
        Ok(Driven { server, client, speed: f64::from(LONG) / each, overhead: 0.0 })
    }

    /// Finds out what a request costs beside its steps, under this very load.
    pub(super) fn calibrate(&mut self, profile: &Profile) -> Result<()> {
        const SEED: u64 = 99;
        const TRIES: usize = 5;
        const CLOSE: f64 = 0.02;
        let count = (profile.rps * 2.0).clamp(60.0, 10_000.0) as usize;
        for _ in 0..TRIES {
            let excess = self.measure(profile, count, SEED)?.cpu - 1.0;
            if excess.abs() <= CLOSE {
                break;
            }
            self.overhead = f64::max(self.overhead + excess * asked(profile, count, SEED), 0.0);
        }
        Ok(())
    }

    /// Sends the requests that a simulation with this seed sends.
    pub(super) fn measure(&self, profile: &Profile, count: usize, seed: u64) -> Result<Measured> {
        let before = self.server.cpu()?;
        let took = self.client.send(self.shots(profile, count, seed))?;
        let cpu = (self.server.cpu()? - before) / count as f64;
        let counted = arrivals(profile, seed).zip(took).take(count).skip(count / 10);
        let (mut all, mut light) = (Vec::new(), Vec::new());
        for (Arrival { is_heavy, .. }, took) in counted {
            all.push(took);
            if !is_heavy {
                light.push(took);
            }
        }
        Ok(Measured {
            cpu: cpu / asked(profile, count, seed),
            mean: all.iter().sum::<f64>() / all.len() as f64,
            p99: p99(all).context("nothing was measured")?,
            light_p99: p99(light).context("nothing light was measured")?,
        })
    }

    fn shots(&self, profile: &Profile, count: usize, seed: u64) -> Vec<Shot> {
        let text = |cpu: Millis| {
            let left = f64::max(cpu.0 - self.overhead, 0.0) / f64::from(profile.visits());
            let steps = (left * self.speed) as u64;
            get(&format!("/work?calls={}&io={}&spin={steps}", profile.calls, profile.io.0))
        };
        let [light, heavy] = [profile.cpu, profile.heavy_cpu].map(text);
        let shot = |it: Arrival| {
            let text = if it.is_heavy { &heavy } else { &light };
            Shot { at: Duration::from_nanos(it.at.0), text: text.clone() }
        };
        arrivals(profile, seed).take(count).map(shot).collect()
    }
}

/// Mean CPU time that is asked for the first `count` requests, in milliseconds.
fn asked(profile: &Profile, count: usize, seed: u64) -> f64 {
    let of = |it: Arrival| if it.is_heavy { profile.heavy_cpu.0 } else { profile.cpu.0 };
    arrivals(profile, seed).take(count).map(of).sum::<f64>() / count as f64
}

fn p99(mut times: Vec<f64>) -> Option<f64> {
    times.sort_by(f64::total_cmp);
    times.get((times.len() * 99).div_ceil(100).checked_sub(1)?).copied()
}
