//! Two founded nodes on one clock and a wire that loses, doubles and cuts as it is told. Everything but the wire is the
//! real node: its databases, its law, its seals.

use std::path::PathBuf;
use std::time::Duration;

use jiff::Timestamp;
use marchland::acts::{CannotAct, open, ours, theirs};
use marchland::app::App;
use marchland::clock::Clock;
use marchland::config::Config;
use marchland::demo::{NodeAt, found};
use marchland::peer::door::{Unanswered, receive};
use marchland::peer::exchange::{Done, Lost, exchange};
use marchland::store::StoreError;
use marchland::store::matter::{Filter, MatterRow};
use marchland::store::people::Official;
use marchland::work::{escalate, register};
use marchland_casework::{DraftFields, Field, Useful};
use marchland_wire::sync::{Answer, Request};

pub const MONDAY: &str = "2026-11-23T08:20:00Z";

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// Omsk, which asks.
    A,
    /// North Kazakhstan, which answers.
    B,
}
use Side::{A, B};

impl Side {
    pub fn other(self) -> Self {
        if self == A { B } else { A }
    }
}

/// One thing that happens. Losses are operations too.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Op {
    Compose,
    Submit,
    Approve,
    Register,
    Accept,
    RefuseSecondPoint,
    Ask,
    Clarify,
    Draft,
    SubmitAnswer,
    ApproveAnswer,
    ReadAnswer,
    Evaluate,
    CloseOurs,
    CloseTheirs,
    Recall,
    Correct,
    ApproveCorrection,
    /// Post what waits, and take the answer.
    Deliver(Side),
    /// Open what arrived.
    Work(Side),
    /// The next request is lost on the way.
    LoseRequest,
    /// The next request arrives, its answer does not.
    LoseAnswer,
    /// The next request arrives twice.
    Double,
    /// The next request arrives with its envelopes in reverse order.
    Reverse,
    /// End the process as a power cut would, and start it again.
    Kill(Side),
    Advance(Duration),
    /// Look at the clocks.
    Escalate(Side),
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Fault {
    #[default]
    None,
    LoseRequest,
    LoseAnswer,
    Double,
    Reverse,
}

struct Node {
    at: NodeAt,
    app: Option<App>,
}

pub struct World {
    folder: PathBuf,
    pub clock: Clock,
    a: Node,
    b: Node,
    fault: Fault,
    /// The case on each side, once it is there.
    pub ours: Option<String>,
    pub restarts: usize,
}

impl Drop for World {
    fn drop(&mut self) {
        // Left behind only when a test failed and somebody wants to look.
        if !std::thread::panicking() {
            std::fs::remove_dir_all(&self.folder).unwrap();
        }
    }
}

impl World {
    pub async fn new() -> Self {
        let _ = rustls::crypto::aws_lc_rs::default_provider().install_default(); // another test of this process may have
        let folder = std::env::temp_dir().join(format!("marchland-{}", uuid::Uuid::now_v7()));
        let clock = Clock::set(MONDAY.parse::<Timestamp>().unwrap());
        let mut nodes = found(&folder, 18_600, clock.now()).await.unwrap().into_iter();
        let mut node = || Node { at: nodes.next().unwrap(), app: None };
        let (a, b) = (node(), node());
        let mut world = Self { folder, clock, a, b, fault: Fault::None, ours: None, restarts: 0 };
        world.start(A).await;
        world.start(B).await;
        world
    }

    fn node(&mut self, side: Side) -> &mut Node {
        if side == A { &mut self.a } else { &mut self.b }
    }

    pub fn app(&self, side: Side) -> &App {
        let node = if side == A { &self.a } else { &self.b };
        node.app.as_ref().expect("the node runs")
    }

    async fn start(&mut self, side: Side) {
        let clock = self.clock.clone();
        let node = self.node(side);
        let config = Config::read(&node.at.config).unwrap();
        node.app = Some(App::open(config, clock, None).await.unwrap());
    }

    /// No goodbye: open transactions are dropped, nothing is flushed that a commit had not flushed.
    pub async fn kill(&mut self, side: Side) {
        self.restarts += 1;
        let app = self.node(side).app.take().expect("the node runs");
        app.store.close().await;
        drop(app);
        self.start(side).await;
    }

    pub async fn official(&self, side: Side, login: &str) -> Official {
        self.app(side).store.official_by_login(login).await.unwrap().unwrap()
    }

    pub async fn run(&mut self, script: &[Op]) {
        for op in script {
            self.op(*op).await;
        }
    }

    /// Runs an operation; a fuse that burns in it ends the node, which starts again and tries once more.
    pub async fn op(&mut self, op: Op) {
        match self.try_op(op).await {
            Ok(()) => {}
            Err(Stop::Fuse(side)) => {
                self.kill(side).await;
                self.clock.advance(Duration::from_secs(61)); // the lease of the dead worker runs out
                match self.try_op(op).await {
                    // The step was already durable when the node died: the repeat finds it done.
                    Ok(()) | Err(Stop::Done(_)) => {}
                    Err(stop) => panic!("{op:?} after a restart: {stop:?}"),
                }
            }
            Err(stop) => panic!("{op:?}: {stop:?}"),
        }
    }

    async fn try_op(&mut self, op: Op) -> Result<(), Stop> {
        match op {
            Op::LoseRequest => self.fault = Fault::LoseRequest,
            Op::LoseAnswer => self.fault = Fault::LoseAnswer,
            Op::Double => self.fault = Fault::Double,
            Op::Reverse => self.fault = Fault::Reverse,
            Op::Kill(side) => self.kill(side).await,
            Op::Advance(by) => self.clock.advance(by),
            Op::Deliver(side) => self.deliver(side).await?,
            Op::Work(side) => {
                register::all(self.app(side)).await.map_err(|e| stop(side, e.into()))?;
            }
            Op::Escalate(side) => {
                escalate::all(self.app(side)).await.map_err(|e| stop(side, e.into()))?;
            }
            Op::Compose => self.compose().await?,
            _ => self.act(op).await?,
        }
        Ok(())
    }

    async fn compose(&mut self) -> Result<(), Stop> {
        if let Some(row) = self.rows(A).await.into_iter().next() {
            self.ours = Some(row.id);
            return Ok(()); // saved before the node died
        }
        let who = self.official(A, "talnikova").await;
        let row = ours::save(self.app(A), &who, None, request(), None).await.map_err(|e| stop(A, e))?;
        self.ours = Some(row.id);
        Ok(())
    }

    async fn act(&mut self, op: Op) -> Result<(), Stop> {
        let side = match op {
            Op::Register
            | Op::Accept
            | Op::RefuseSecondPoint
            | Op::Ask
            | Op::Draft
            | Op::SubmitAnswer
            | Op::ApproveAnswer
            | Op::CloseTheirs => B,
            _ => A,
        };
        let id = self.case(side).await;
        let app = self.app(side).clone();
        let login = match op {
            Op::Approve | Op::ApproveCorrection => "gromova",
            Op::Register => "omarova",
            Op::ApproveAnswer => "bekova",
            _ if side == A => "talnikova",
            _ => "sartai",
        };
        let who = self.official(side, login).await;
        let done = match op {
            Op::Submit => ours::submit(&app, &who, &id).await,
            Op::Approve | Op::ApproveCorrection => ours::approve(&app, &who, &id).await,
            Op::Register => theirs::register(&app, &who, &id).await,
            Op::Accept => theirs::take_position(&app, &who, &id, theirs::Stand::Accept).await,
            Op::RefuseSecondPoint => {
                let refused = marchland_casework::PointRefusal {
                    point: 2,
                    grounds: vec![marchland_casework::Ground { code: "own-law".into(), note: None }],
                };
                theirs::take_position(&app, &who, &id, theirs::Stand::Partly(vec![refused])).await
            }
            Op::Ask => theirs::ask_clarification(&app, &who, &id, "Which of the two cars is meant?").await,
            Op::Clarify => ours::clarify(&app, &who, &id, "The grey one.").await,
            Op::Draft => {
                let partly = open::case(&self.row(B).await).ok().is_some_and(|case| match case {
                    open::Case::Theirs(incoming) => !incoming.refused_points().is_empty(),
                    open::Case::Ours(_) | open::Case::Alert(_) => false,
                });
                theirs::save_answer(&app, &who, &id, answer(partly)).await
            }
            Op::SubmitAnswer => theirs::submit_answer(&app, &who, &id).await,
            Op::ApproveAnswer => theirs::approve_answer(&app, &who, &id).await,
            Op::ReadAnswer => {
                let answer = match open::case(&self.row(A).await).unwrap() {
                    open::Case::Ours(request) => request.answers()[0].message.as_str().to_owned(),
                    open::Case::Theirs(_) | open::Case::Alert(_) => unreachable!("our side"),
                };
                ours::read_answer(&app, &who, &id, &answer).await
            }
            Op::Evaluate => ours::evaluate(&app, &who, &id, Useful::Yes, true, 5, "").await,
            Op::CloseOurs => ours::close(&app, &who, &id).await,
            Op::CloseTheirs => theirs::close(&app, &who, &id).await,
            Op::Recall => ours::recall(&app, &who, &id, "The car was found.").await,
            Op::Correct => {
                let mut typed = request();
                typed.set(Field::Plate, "T 419 KO 55");
                ours::propose_correction(&app, &who, &id, typed).await
            }
            _ => unreachable!("handled above"),
        };
        done.map_err(|error| stop(side, error))
    }

    async fn deliver(&mut self, from: Side) -> Result<(), Stop> {
        let (sender, receiver) = (self.app(from).clone(), self.app(from.other()).clone());
        let fault = std::mem::take(&mut self.fault);
        let mut died = None;
        let link = sender.links.all().next().unwrap();
        let back = receiver.links.all().next().unwrap();
        let sent = exchange(&sender, link, async |bytes| {
            if fault == Fault::LoseRequest {
                return Err("lost on the way".to_owned());
            }
            if fault == Fault::Reverse {
                return Ok(answer_to_reversed(&receiver, &bytes).await);
            }
            let mut answer = receive(&receiver, back, &bytes).await;
            if fault == Fault::Double {
                answer = receive(&receiver, back, &bytes).await;
            }
            match answer {
                Ok(answer) if fault == Fault::LoseAnswer => {
                    drop(answer);
                    Err("the answer was lost".to_owned())
                }
                Ok(answer) => Ok(answer),
                Err(Unanswered::Store(error)) if receiver.fuse.burnt() => {
                    died = Some(from.other());
                    Err(error.to_string())
                }
                Err(error) => Err(error.to_string()),
            }
        })
        .await;
        if sender.fuse.burnt() {
            return Err(Stop::Fuse(from));
        }
        if let Err(Lost::NoAnswer(_)) = &sent {
            // What a failed attempt leaves behind is what the job would leave.
            sender.store.release_outbox(&link.id).await.unwrap();
        }
        drop((sender, receiver));
        match (sent, died) {
            (_, Some(side)) => Err(Stop::Fuse(side)),
            (Ok(_) | Err(Lost::NoAnswer(_)), None) => Ok(()),
            (Err(lost), None) => panic!("{from:?} could not use the answer: {lost}"),
        }
    }

    /// Repairs the wire and lets both nodes finish what they began.
    pub async fn heal(&mut self) {
        self.fault = Fault::None;
        for _ in 0..12 {
            for side in [A, B] {
                self.clock.advance(Duration::from_secs(120)); // leases of a dead worker run out
                self.op(Op::Work(side)).await;
                self.op(Op::Deliver(side)).await;
            }
        }
    }

    /// One quiet exchange; says what it moved.
    pub async fn quiet(&self, from: Side) -> Done {
        let (sender, receiver) = (self.app(from), self.app(from.other()));
        let link = sender.links.all().next().unwrap();
        let back = receiver.links.all().next().unwrap();
        exchange(sender, link, async |bytes| receive(receiver, back, &bytes).await.map_err(|e| e.to_string()))
            .await
            .unwrap()
    }

    pub async fn rows(&self, side: Side) -> Vec<MatterRow> {
        let bodies =
            if side == A { ",RU/region/omsk,RU/district/isilkul," } else { ",KZ/region/north-kazakhstan," };
        self.app(side).store.matters(&Filter { bodies, limit: 50, ..Filter::default() }).await.unwrap()
    }

    pub async fn row(&self, side: Side) -> MatterRow {
        self.rows(side).await.into_iter().next().expect("there is a case")
    }

    async fn case(&self, side: Side) -> String {
        self.row(side).await.id
    }
}

#[derive(Debug)]
enum Stop {
    /// The fuse of this node burned.
    Fuse(Side),
    /// A step said it cannot be taken: on a repeat, because it was.
    #[expect(dead_code, reason = "shown when a test fails")]
    Done(CannotAct),
}

fn stop(side: Side, error: CannotAct) -> Stop {
    match error {
        CannotAct::Store(StoreError::Refused(said)) if said.starts_with("stopped at") => Stop::Fuse(side),
        other => Stop::Done(other),
    }
}

/// The same request with its envelopes last to first, and the answer as the sender expects it.
async fn answer_to_reversed(receiver: &App, bytes: &[u8]) -> Vec<u8> {
    let mut request = Request::read(bytes).unwrap();
    request.envelopes.reverse();
    let answer = receive(receiver, receiver.links.all().next().unwrap(), &request.to_bytes()).await.unwrap();
    let mut answer = Answer::read(&answer, &request).unwrap();
    answer.replies.reverse();
    answer.to_bytes()
}

/// What Isilkul asks through Omsk about an invented car.
pub fn request() -> DraftFields {
    let mut typed = DraftFields::new();
    for (field, text) in [
        (Field::From, "RU/region/omsk"),
        (Field::OnBehalfOf, "RU/district/isilkul"),
        (Field::To, "KZ/region/north-kazakhstan"),
        (Field::Form, "operational-request"),
        (Field::About, "vehicle"),
        (Field::Plate, "T 418 KO 55"),
        (Field::Category, "other"),
        (Field::TimePlace, "18 to 20 November 2026, North Kazakhstan"),
        (Field::Offence, "theft of a motor vehicle"),
        (Field::Urgency, "normal"),
        (Field::WhyHeld, "A camera at the crossing point recorded it leaving"),
        (Field::Facts, "Об угоне автомобиля заявлено в Исилькуле 18 ноября."),
        (Field::Points, "Who kept the car?\nWho drove it until 20 November?"),
        (Field::CaseNumber, "1-26-52-00731"),
        (Field::Purpose, "investigation"),
        (Field::Handling, "H0"),
        (Field::SourceEval, "A"),
        (Field::InfoEval, "1"),
    ] {
        typed.set(field, text);
    }
    typed
}

pub fn answer(second_refused: bool) -> DraftFields {
    let mut typed = DraftFields::new();
    for (field, text) in [
        (Field::AnswerText, "Автокөлік 19 қарашада Петропавлда тоқтатылды."),
        (Field::PointResult(1), "found"),
        (Field::PointText(1), "The keeper is known."),
        (Field::Handling, "H0"),
        (Field::SourceEval, "A"),
        (Field::InfoEval, "1"),
    ] {
        typed.set(field, text);
    }
    typed.set(Field::PointResult(2), if second_refused { "refused" } else { "no-record" });
    typed
}
