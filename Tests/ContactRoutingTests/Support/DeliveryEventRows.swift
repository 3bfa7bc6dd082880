import CivilCalendar
import ContactRouting

/// One row of the table in docs/delivery-states.md: an event in certain circumstances.
struct DeliveryEventRow: Sendable {
    let name: String
    let event: DeliveryEvent
    var stakes = DeliveryStakes.ordinary
    var latest = DeliveryLives.latest
    /// For the state `sending`: how often the delivery brought down the program before.
    var faults = 0
    /// For the state `sending`: whether something may have left the machine.
    var begun = false

    /// What the event makes of a delivery in a state; nil when it is refused.
    func result(in kind: DeliveryState.Kind) throws -> DeliveryState.Kind? {
        var life =
            kind == .sending && faults > 0
            ? try DeliveryLives.inFlight(afterFaults: faults)
            : try DeliveryLives.inState(kind, stakes: stakes, latest: latest)
        if begun && kind == .sending { try life.apply(.begun, at: DeliveryLives.now) }
        do throws(DeliveryLifecycleError) {
            try life.apply(event, at: DeliveryLives.now)
            return life.state.kind
        } catch {
            return nil
        }
    }

    static let all: [DeliveryEventRow] = {
        let lease = DeliveryLives.lease
        let now = DeliveryLives.now
        let past = now.adding(seconds: -60)
        let soon = now.adding(seconds: 600)
        let tight = now.adding(seconds: 200)
        func failed(_ kind: FailureKind) -> DeliveryOutcome { .failed(Failure(kind, "It failed.")) }
        func row(
            _ name: String, _ event: DeliveryEvent, stakes: DeliveryStakes = .ordinary,
            latest: Instant = DeliveryLives.latest, faults: Int = 0, begun: Bool = false
        ) -> DeliveryEventRow {
            DeliveryEventRow(
                name: name, event: event, stakes: stakes, latest: latest, faults: faults, begun: begun)
        }
        let outcomes = [
            row("outcome: accepted", .outcome(.accepted(DeliveryLives.receipt))),
            row("outcome: needs a person", .outcome(.needsPerson(DeliveryLives.task))),
            row("outcome: deferred", .outcome(.deferred(until: soon, reason: .closed))),
            row(
                "outcome: deferred, past the latest moment",
                .outcome(.deferred(until: soon, reason: .closed)), latest: tight),
            row("outcome: failed, may be tried again", .outcome(failed(.transient))),
            row("outcome: failed, no time left", .outcome(failed(.rateLimited)), latest: tight),
            row("outcome: failed, the account", .outcome(failed(.authentication))),
            row("outcome: failed, refused", .outcome(failed(.permanentRecipient))),
            row("outcome: failed, called off", .outcome(failed(.cancelled))),
            row("outcome: failed, the plugin's fault", .outcome(failed(.pluginFault))),
            row("outcome: failed, the plugin's third fault", .outcome(failed(.pluginFault)), faults: 2),
            row("outcome: unknown", .outcome(.unknown(DeliveryLives.busy))),
        ]
        let answers = [
            row("answered: accepted", .answered(.accepted(DeliveryLives.receipt))),
            row("answered: needs a person", .answered(.needsPerson(DeliveryLives.task))),
            row("answered: ask later", .answered(.deferred(until: soon, reason: .closed))),
            row("answered: it did not go out, may be tried again", .answered(failed(.transient))),
            row(
                "answered: it did not go out, and it is costly", .answered(failed(.transient)),
                stakes: .costly),
            row("answered: it was refused", .answered(failed(.permanentRecipient))),
            row("answered: no answer", .answered(.unknown(DeliveryLives.busy))),
        ]
        return [
            row("claimed", .claimed(lease: lease)),
            row("claimed, past the latest moment", .claimed(lease: lease), latest: past),
            row("begun", .begun),
            row("lease ran out, not begun", .leaseRanOut(lease: lease)),
            row("lease ran out, not begun, third time", .leaseRanOut(lease: lease), faults: 2),
            row("lease ran out, begun", .leaseRanOut(lease: lease), begun: true),
            row("given back, not begun", .givenBack(from: soon)),
            row("given back, begun", .givenBack(from: soon), begun: true),
        ] + outcomes + answers + [
            row("person: it went out", .personDecided(.wentOut(DeliveryLives.receipt))),
            row("person: it did not go out", .personDecided(.didNotGoOut)),
            row("person: send it", .personDecided(.send(latest: nil))),
            row("cancelled", .cancelled),
            row("held, restored from a backup", .held(.restored)),
            row("held, for another reason", .held(.clockDoubt)),
            row("released", .released(from: soon)),
        ]
    }()
}
