//! The state of the lab, and what happens to it.

use std::rc::Rc;

use dataset::{Dataset, Id};
use workload::{Candidate, Millis, Predictor, Progress, Sweep};
use yew::prelude::*;

use super::flow;
use super::pieces::{AHEAD, CONSEQUENCES, CURVE, FLOW, PIECES, RESULT};
use crate::browser::{self, Timer};
use crate::decision::Decision;
use crate::lab::{self, EXAMPLES, Field, Load, Team, load, rounded, set_load, take_over, teams};
use crate::layout::Row;
use crate::state::Action;
use crate::views::message::{Message, Send};
use crate::views::turns::{IN_TURNS, Turns};

/// Events of a simulation between two looks at the clock: half a millisecond.
const SLICE: u64 = 10_000;
/// How long a slider must rest before the simulation begins, in milliseconds.
const REST: u32 = 200;
/// Between two pictures of the animation, in milliseconds.
const PICTURE: u32 = 50;
/// Pictures of the whole animation.
const PICTURES: f64 = 200.0;

/// What the page hands over.
#[derive(Clone, Properties)]
pub(super) struct BenchProps {
    pub(super) dataset: Rc<Dataset>,
    pub(super) decision: Decision,
    pub(super) send: Send,
}

impl PartialEq for BenchProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.dataset, &other.dataset) && self.decision == other.decision
    }
}

/// What happens in the lab.
pub(super) enum Deed {
    /// The lab stands on the page.
    Begin,
    /// A slider moves to a stop.
    Slide(Field, usize),
    /// A slider comes to rest.
    Settle,
    /// What somebody wrote as the factor of a runtime.
    Factor(Id, String),
    Example(usize),
    /// The next piece.
    Draw,
    Work,
    Stop,
    GoOn,
    TakeOver,
    TakeBack,
    Play,
    Picture,
    /// Reads the curves off at one of the chart's stops.
    ReadOff(usize),
}

/// A team with its simulations.
pub(super) struct Trial {
    pub(super) team: Team,
    pub(super) predictor: Predictor,
    pub(super) sweep: Sweep,
}

/// The lab.
pub(super) struct Bench {
    pub(super) load: Load,
    /// The factor that was refused last, as it was written.
    pub(super) refused: Option<(Id, String)>,
    pub(super) trials: Vec<Trial>,
    /// How far the simulations are, 0 to 1.
    pub(super) done: f64,
    /// The requests of the animation, by team.
    pub(super) rows: Vec<Vec<Row>>,
    /// The time that the animation shows; absent: all of it.
    pub(super) now: Option<Millis>,
    /// The stop at which the curves are read off; absent: the one next to the
    /// load.
    pub(super) read_off: Option<usize>,
    turns: Turns,
    working: Option<Timer>,
    playing: Option<Timer>,
}

impl Component for Bench {
    type Message = Deed;
    type Properties = BenchProps;

    fn create(ctx: &Context<Self>) -> Self {
        let mut bench = Bench {
            load: load(&ctx.props().dataset, &ctx.props().decision).unwrap_or_default(),
            refused: None,
            trials: Vec::new(),
            done: 0.0,
            rows: Vec::new(),
            now: None,
            read_off: None,
            turns: Turns::of(PIECES.len(), AHEAD),
            working: None,
            playing: None,
        };
        if !IN_TURNS {
            bench.prepare(&ctx.props().dataset);
        }
        bench
    }

    fn rendered(&mut self, ctx: &Context<Self>, is_first: bool) {
        if is_first {
            let scope = ctx.link().clone();
            self.working = Some(browser::after(0, move || scope.send_message(Deed::Begin)));
        }
        let scope = ctx.link().clone();
        self.turns.rendered(move || scope.send_message(Deed::Draw));
    }

    fn changed(&mut self, ctx: &Context<Self>, _: &BenchProps) -> bool {
        let props = ctx.props();
        let told = load(&props.dataset, &props.decision).unwrap_or_default();
        let is_other = told.profile != self.load.profile || told.factors != self.load.factors;
        self.load = told;
        if is_other {
            self.refused = None;
            self.begin(ctx);
        }
        self.turns.renew_all();
        true
    }

    fn update(&mut self, ctx: &Context<Self>, deed: Deed) -> bool {
        match deed {
            Deed::Begin => {
                self.begin(ctx);
                return false;
            }
            Deed::Draw => return true,
            Deed::Work => return self.work(ctx),
            Deed::ReadOff(stop) => return self.read_off_at(stop),
            Deed::Picture => return self.picture(ctx),
            Deed::Slide(field, stop) => {
                self.load.profile = field.set(self.load.profile, field.at(stop));
                self.begin(ctx);
            }
            Deed::Factor(option, written) => self.set_factor(ctx, option, written),
            Deed::Settle => self.tell(ctx),
            Deed::Example(number) => {
                let Some(example) = EXAMPLES.get(number) else { return false };
                self.load.profile = example.profile;
                self.begin(ctx);
                self.tell(ctx);
            }
            Deed::Stop => self.working = None,
            Deed::GoOn => self.wait(ctx, 0),
            Deed::TakeOver => self.take(ctx, true),
            Deed::TakeBack => self.take(ctx, false),
            Deed::Play if self.playing.is_some() => self.playing = None,
            Deed::Play => {
                let is_over = self.now.is_none_or(|now| now >= flow::end(&self.rows));
                if is_over {
                    self.now = Some(Millis(0.0));
                }
                self.play(ctx);
            }
        }
        self.turns.renew_all();
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let draw = |piece: usize| PIECES[piece](self, ctx.props(), ctx.link());
        self.turns.view("div", "dw-lab dw-coming", &draw)
    }
}

impl Bench {
    /// Begins anew with the load as it is.
    fn begin(&mut self, ctx: &Context<Self>) {
        self.prepare(&ctx.props().dataset);
        self.wait(ctx, REST);
    }

    fn prepare(&mut self, dataset: &Dataset) {
        let teams = teams(dataset, &self.load);
        self.rows = flow::rows(&teams);
        self.trials = teams
            .into_iter()
            .map(|team| Trial { predictor: team.predictor(), sweep: team.sweep(), team })
            .collect();
        self.done = 0.0;
        self.now = None;
        self.read_off = None;
        self.playing = None;
    }

    fn wait(&mut self, ctx: &Context<Self>, milliseconds: u32) {
        let link = ctx.link().clone();
        let timer = browser::after(milliseconds, move || link.send_message(Deed::Work));
        self.working = Some(timer);
    }

    fn play(&mut self, ctx: &Context<Self>) {
        let link = ctx.link().clone();
        self.playing = Some(browser::after(PICTURE, move || link.send_message(Deed::Picture)));
    }

    /// The next picture of the animation.
    fn picture(&mut self, ctx: &Context<Self>) -> bool {
        let end = flow::end(&self.rows);
        let now = Millis(self.now.unwrap_or_default().0 + end.0 / PICTURES);
        self.now = (now < end).then_some(now);
        self.playing = None;
        if self.now.is_some() {
            self.play(ctx);
        }
        self.turns.renew([FLOW]);
        true
    }

    fn read_off_at(&mut self, stop: usize) -> bool {
        let before = self.read_off.replace(stop);
        self.turns.renew([CURVE]);
        before != Some(stop)
    }

    /// Goes on with the simulations for a moment.
    fn work(&mut self, ctx: &Context<Self>) -> bool {
        let before = self.done;
        browser::for_a_turn(&mut || self.advance());
        self.working = None;
        if self.done < 1.0 {
            self.wait(ctx, 0);
        }
        // A picture for every twentieth part is enough.
        let is_due = (self.done * 20.0).floor() > (before * 20.0).floor();
        if is_due {
            self.turns.renew([RESULT, CONSEQUENCES, CURVE]);
        }
        is_due
    }

    /// One slice of the first simulation that is not through, and whether it was
    /// the last; the predictions at the load come before the points of the
    /// curves.
    fn advance(&mut self) -> bool {
        let (mut done, mut of, mut has_run) = (0.0, 0.0, false);
        let mut advance = |run: &mut dyn FnMut(u64) -> Progress| {
            let mut progress = run(0);
            if !has_run && !progress.is_complete() {
                has_run = true;
                progress = run(SLICE);
            }
            done += f64::from(progress.done) / f64::from(progress.of.max(1));
            of += 1.0;
        };
        for trial in &mut self.trials {
            advance(&mut |events| trial.predictor.run(events));
        }
        for trial in &mut self.trials {
            advance(&mut |events| trial.sweep.run(events));
        }
        self.done = if has_run && of > 0.0 { f64::min(done / of, 0.99) } else { 1.0 };
        !has_run
    }

    /// Whether simulations are under way, or will be as soon as there is a browser.
    pub(super) fn is_working(&self) -> bool {
        self.working.is_some() || !IN_TURNS
    }

    pub(super) fn is_playing(&self) -> bool {
        self.playing.is_some()
    }

    /// What is known of every team at the load.
    pub(super) fn candidates(&self) -> Vec<Candidate> {
        self.trials.iter().map(|it| it.team.candidate(&it.predictor)).collect()
    }

    fn set_factor(&mut self, ctx: &Context<Self>, option: Id, written: String) {
        let factor = written.parse().map_or(f64::NAN, rounded);
        if workload::check_factor("", factor).is_err() {
            self.refused = Some((option, written));
            return;
        }
        self.refused = None;
        self.load.factors = self.load.factors.clone().with(option, factor);
        self.begin(ctx);
        self.tell(ctx);
    }

    /// Puts the load into the decision.
    fn tell(&self, ctx: &Context<Self>) {
        let mut decision = ctx.props().decision.clone();
        set_load(&ctx.props().dataset, &mut decision, &self.load);
        ctx.props().open(decision);
    }

    fn take(&mut self, ctx: &Context<Self>, is_wanted: bool) {
        let props = ctx.props();
        let found = workload::findings(&self.candidates());
        let before = self.load.taken_over;
        self.load.taken_over = lab::importance(&found).filter(|_| is_wanted);
        let mut decision = props.decision.clone();
        take_over(&props.dataset, &mut decision, before, self.load.taken_over);
        set_load(&props.dataset, &mut decision, &self.load);
        props.open(decision);
    }
}

impl BenchProps {
    /// Puts a decision in the place of the present one.
    fn open(&self, decision: Decision) {
        let message = Message::Act(Action::Open(Box::new(decision)));
        self.send.emit((message, browser::nothing_happened()));
    }

    /// The names of a team's options.
    pub(super) fn names(&self, team: &Team) -> String {
        let options = team.options.iter().filter_map(|id| self.dataset.option(id));
        let names: Vec<&str> = options.map(|it| it.name.as_str()).collect();
        crate::words::all_of(&names)
    }

    /// Whose colour a team has: that of its first option.
    pub(super) fn slot(&self, team: &Team) -> usize {
        let first = team.options.first();
        let place = self.dataset.options.iter().position(|it| Some(&it.id) == first);
        place.unwrap_or_default()
    }
}
