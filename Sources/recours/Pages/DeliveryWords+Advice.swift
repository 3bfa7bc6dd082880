import Assembly
import CaseFlow
import CaseStore
import CivilCalendar
import ContactRouting
import Outbox
import Texts

/// What a person does about a delivery where it stands, a line each; a command is never broken.
extension DeliveryWords {
    func advice(_ record: DeliveryRecord) -> [String] {
        let reference = record.reference
        guard !record.forgotten else { return [] }
        switch record.life.state {
        case .queued, .sending, .waiting(_, .failure), .waiting(_, .deferral), .accepted: return []
        case .waiting(_, .account):
            return [
                say(
                    "Le réglage à corriger : recours doctor",
                    "The setting to correct: recours doctor"),
                sendNow(reference),
            ]
        case .needsPerson(let task): return now > record.latest ? outdated(record, task) : toDo(record, task)
        case .unknown:
            return [
                say("Cherchez s’il est arrivé, puis dites-le :", "Find out whether it arrived, then say so:"),
                say(
                    "Il est arrivé : recours delivery decide \(reference) --went-out",
                    "It arrived: recours delivery decide \(reference) --went-out"),
                say(
                    "Il n’est pas arrivé : recours delivery decide \(reference) --did-not-go-out",
                    "It did not arrive: recours delivery decide \(reference) --did-not-go-out"),
                say(
                    "L’envoyer encore, au risque de deux exemplaires : recours delivery decide \(reference) --send",
                    "Send it again, at the risk of two copies: recours delivery decide \(reference) --send"),
            ]
        case .failed, .cancelled:
            return [
                say(
                    "La suite : recours case next \(record.caseReference)",
                    "What next: recours case next \(record.caseReference)")
            ]
        case .quarantined:
            return [
                say(
                    "Rien n’est parti. Pour essayer encore : recours delivery decide \(reference) --send",
                    "Nothing went out. To try again: recours delivery decide \(reference) --send"),
                say(
                    "Pour y renoncer : recours delivery decide \(reference) --did-not-go-out",
                    "To give it up: recours delivery decide \(reference) --did-not-go-out"),
            ]
        case .held(.restored):
            return [
                say(
                    "S’il est parti depuis la sauvegarde : recours delivery decide \(reference) --went-out",
                    "If it went out since the backup: recours delivery decide \(reference) --went-out"),
                say(
                    "Sinon : recours delivery release \(reference)",
                    "If not: recours delivery release \(reference)"),
            ] + planned(record)
        case .held(.clockDoubt), .held(.person):
            return [
                say(
                    "Pour le laisser partir : recours delivery release \(reference)",
                    "To let it go: recours delivery release \(reference)")
            ] + planned(record)
        }
    }

    /// Let go, it still waits for the moment for which it was made.
    private func planned(_ record: DeliveryRecord) -> [String] {
        let moment = record.life.notBefore
        guard moment > now else { return [] }
        return [
            say(
                "Libéré, il ne partira que le \(self.moment(moment)).",
                "Let go, it goes out on \(self.moment(moment)), and not before.")
        ]
    }

    private func sendNow(_ reference: DeliveryReference) -> String {
        say(
            "Puis, sans attendre : recours delivery decide \(reference) --send",
            "Then, without waiting: recours delivery decide \(reference) --send")
    }

    // MARK: What the person does with their own hands

    private func toDo(_ record: DeliveryRecord, _ task: PersonTask) -> [String] {
        [
            isGood(formats.until(record.latest, in: zone), task),
            say(
                "Quand c’est fait : \(did(record, task))", "When it is done: \(did(record, task))"),
        ]
    }

    /// Until when the preparation of a task serves.
    private func isGood(_ until: String, _ task: PersonTask) -> String {
        switch task.kind {
        case .call:
            say(
                "Les notes pour l’appel valent \(until) : ensuite, préparez-les à nouveau.",
                "The notes for the call are good \(until): prepare them anew after that.")
        case .openLink:
            say(
                "Ce qui est préparé vaut \(until) : ensuite, ne le transmettez plus.",
                "What is prepared is good \(until): do not hand it in after that.")
        case .post, .verify:
            say(
                "Ce qui est préparé vaut \(until) : ensuite, ne l’envoyez plus.",
                "What is prepared is good \(until): do not send it after that.")
        }
    }

    /// The same when that is over.
    private func wasGood(_ until: String, _ task: PersonTask) -> String {
        switch task.kind {
        case .call:
            say(
                "Les notes pour l’appel ne valaient que \(until) : préparez-les à nouveau.",
                "The notes for the call were good only \(until): prepare them anew.")
        case .openLink:
            say(
                "Ce qui est préparé ne valait que \(until) : ne le transmettez plus.",
                "What is prepared was good only \(until): do not hand it in any more.")
        case .post, .verify:
            say(
                "Ce qui est préparé ne valait que \(until) : ne l’envoyez plus.",
                "What is prepared was good only \(until): do not send it any more.")
        }
    }

    /// A text that names days which are over, or that leaves the other side no time, must not go out.
    private func outdated(_ record: DeliveryRecord, _ task: PersonTask) -> [String] {
        let until = formats.until(record.latest, in: zone)
        let anew = "recours send \(record.caseReference) --channel \(record.channel) --again"
        return [
            wasGood(until, task),
            task.kind == .call
                ? say(
                    "Si vous avez appelé avant : \(did(record, task))",
                    "If you called before: \(did(record, task))")
                : say(
                    "Si c’est parti avant : \(did(record, task))",
                    "If it went out before: \(did(record, task))"),
            say(
                "Sinon, annulez : recours delivery cancel \(record.reference)",
                "If not, call it off: recours delivery cancel \(record.reference)"),
            say("Puis préparez à nouveau : \(anew)", "Then prepare it anew: \(anew)"),
        ]
    }

    /// The facts of the case changed after it was prepared.
    func outrun(_ record: DeliveryRecord) -> [String] {
        [
            say(
                "Attention : cet envoi a été préparé avant les derniers changements du dossier et ne les contient pas.",
                "Note: this was prepared before the last changes of the case and does not have them."),
            say(
                "Pour en préparer un autre : recours delivery cancel \(record.reference)",
                "To prepare another one: recours delivery cancel \(record.reference)"),
            say(
                "Puis : recours send \(record.caseReference) --channel \(record.channel)",
                "Then: recours send \(record.caseReference) --channel \(record.channel)"),
        ]
    }

    private func did(_ record: DeliveryRecord, _ task: PersonTask) -> String {
        let outcome =
            switch task.kind {
            case .call: say("RÉSULTAT", "OUTCOME")
            case .openLink, .post, .verify: "sent"
            }
        let tracking =
            record.channel == .registeredMail ? say(" --tracking NUMÉRO", " --tracking NUMBER") : ""
        let day = say("JOUR", "DAY")
        return
            "recours case did \(record.caseReference) --channel \(record.channel) --outcome \(outcome) --at \(day)\(tracking)"
    }

    /// What went out gave a last day that was over by then, so that the other side has no time from it.
    func gaveNoTime(_ lapsed: LapsedText, _ record: DeliveryRecord) -> [String] {
        let (day, command) = (
            formats.date(lapsed.day),
            "recours send \(record.caseReference) --channel \(record.channel) --again"
        )
        let note = say(
            "Attention : le texte fixait le \(day) comme dernier jour, déjà passé quand il est parti. Il ne donne donc aucun délai.",
            "Note: the text gave \(day) as the last day, which was over when it went out. So it gives no time."
        )
        guard lapsed.isAllowedAgain else { return [note] }
        return [note, say("Pour en donner un : \(command)", "To give some: \(command)")]
    }

    // MARK: What must run

    /// What keeps a delivery that the program still has to send, or what has to run for it; nothing when it goes on by
    /// itself.
    func goesOn(_ record: DeliveryRecord, _ standing: SendingStanding) -> [String] {
        guard !record.forgotten else { return [] }
        return switch record.life.state {
        case .queued(let from): goesOn(standing, from: from)
        case .waiting(let until, _): goesOn(standing, from: until) + sooner(record, standing)
        case .sending(_, _, let lease): goesOn(standing, from: lease)
        // Let go, it would still stay until the store may send.
        case .held: standing.hold.map { [onHold($0)] } ?? []
        case .needsPerson, .unknown, .accepted, .failed, .cancelled, .quarantined: []
        }
    }

    private func goesOn(_ standing: SendingStanding, from: Instant) -> [String] {
        if let hold = standing.hold { return [onHold(hold)] }
        guard !standing.isWorking else { return [] }
        let nothingRuns = say(
            "Rien ne part tout seul : aucun recours run ne tourne ici.",
            "Nothing goes out by itself: no recours run is running here.")
        guard from > now else { return [nothingRuns, goOutByRun(1)] }
        let moment = formats.from(from, in: zone)
        return [
            nothingRuns,
            say(
                "Laissez tourner recours run, ou lancez \(moment) : recours run --once",
                "Keep recours run running, or start, \(moment): recours run --once"),
        ]
    }

    private func sooner(_ record: DeliveryRecord, _ standing: SendingStanding) -> [String] {
        switch record.life.state {
        case .waiting(_, .failure), .waiting(_, .deferral):
            guard standing.hold == nil else { return [] }
            let command = "recours delivery decide \(record.reference) --send"
            return [say("Pour ne pas attendre : \(command)", "Not to wait: \(command)")]
        case .waiting(_, .account), .queued, .sending, .needsPerson, .unknown, .accepted, .failed, .cancelled,
            .quarantined, .held:
            return []
        }
    }

    func goOutByRun(_ count: Int) -> String {
        count == 1
            ? say("Pour l’envoyer : recours run --once", "To send it: recours run --once")
            : say("Pour les envoyer : recours run --once", "To send them: recours run --once")
    }

    /// A second command gets the delivery of the first.
    func orderedBefore(_ record: DeliveryRecord) -> [String] {
        let day = moment(record.createdAt)
        guard record.life.state.kind.isFinal else {
            return [
                say(
                    "Cet envoi a été demandé le \(day) et n’est pas terminé : il n’y en a pas de second.",
                    "This delivery was ordered on \(day) and is not done: there is no second one.")
            ]
        }
        return [
            say(
                "Cet envoi a été demandé le \(day), et vous n’avez rien noté depuis : il n’y en a pas de second.",
                "This delivery was ordered on \(day), and you recorded nothing since: there is no second one."
            ),
            say(
                "S’il en faut un : recours send \(record.caseReference) --channel \(record.channel) --again",
                "If you need one: recours send \(record.caseReference) --channel \(record.channel) --again"),
        ]
    }
}

/// The last day that a text gave, when that was over as it went out.
struct LapsedText {
    let day: CivilDay
    /// Whether the case allows another one through the same channel now.
    let isAllowedAgain: Bool

    /// - Parameter decision: of the case as it stands now; nil when there is none.
    init?(_ record: DeliveryRecord, in stored: StoredCase, _ decision: Decision?) {
        guard let day = stored.lapsedDay(of: record) else { return nil }
        self.day = day
        isAllowedAgain = decision?.usable.contains { $0.channel == record.channel } ?? false
    }
}

/// What lets deliveries go out, or keeps them.
struct SendingStanding {
    /// Nil when they may.
    let hold: Hold?
    /// Whether a worker looks after what waits.
    let isWorking: Bool
}

extension DeliveryCounter {
    func standing() async throws -> SendingStanding {
        let lease = try await store.worker()
        return SendingStanding(
            hold: try await store.hold(), isWorking: lease.map { $0.until > LiveClock().moment } ?? false)
    }
}
