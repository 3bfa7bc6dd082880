internal import CaseStore
internal import CivilCalendar
internal import ContactRouting

extension StoreTrial {
    private typealias Samples = StoreSamples

    func claimsWhatIsDue() async throws -> String? {
        try await fill(
            Samples.order("late", latest: Samples.now.adding(hours: 9)),
            Samples.order("soon", latest: Samples.now.adding(hours: 2)),
            Samples.order("next", latest: Samples.now.adding(hours: 5)),
            Samples.order("future", due: Samples.now.adding(seconds: 1)), Samples.order("never", due: nil))
        let first = try await claim(Samples.request(limit: 2))
        guard first.map(\.record.reference.text) == ["soon", "next"] else {
            return "the nearest deadline is not first, or the limit is not kept"
        }
        guard let one = first.first, one.record.claims == 1, one.record.standing.due == nil,
            one.record.standing.state.text == "sending",
            one.record.lease?.until == Samples.now.adding(seconds: 60),
            try await store.delivery(one.record.reference) == one.record
        else { return "a claim is not stored as it is handed out" }
        return try await claim(Samples.request()).map(\.record.reference.text) == ["late"]
            ? nil : "something is claimed that is not due, or nobody's is not"
    }

    func claimedOnce() async throws -> String? {
        try await fill(Samples.order("first"))
        guard try await claim(Samples.request("one")).count == 1 else { return "nothing is claimed" }
        let later = try Samples.request("two", at: Samples.now.adding(hours: 1))
        return try await claim(later).isEmpty ? nil : "two workers have one delivery"
    }

    func channelsHeeded() async throws -> String? {
        try await fill(Samples.order("letter", channel: "registered-mail"), Samples.order("mail"))
        let email: Set<ChannelName> = [try ChannelName(parsing: "email")]
        guard try await claim(Samples.request(channels: .only([]))).isEmpty else {
            return "a worker without room gets something"
        }
        guard
            try await claim(Samples.request(channels: .except(email))).map(\.record.reference.text)
                == ["letter"]
        else { return "a channel without room is not passed over" }
        return try await claim(Samples.request(channels: .only(email))).map(\.record.reference.text) == [
            "mail"
        ]
            ? nil : "a channel with room is passed over"
    }

    func oneAskedFor() async throws -> String? {
        try await fill(
            Samples.order("first"), Samples.order("second"),
            Samples.order("future", due: Samples.now.adding(seconds: 1)))
        guard try await claim(Samples.request(only: "future")).isEmpty else {
            return "a delivery that was asked for is claimed before it is due"
        }
        guard try await claim(Samples.request(only: "second")).map(\.record.reference.text) == ["second"]
        else {
            return "not the delivery that was asked for is claimed"
        }
        _ = try await claim(Samples.request())
        let later = Samples.now.adding(hours: 1)
        return try await rescue(Samples.request("two", at: later, only: "first")).map(\.record.reference.text)
            == ["first"] ? nil : "not the delivery that was asked for is taken over"
    }

    func claimWhole() async throws -> String? {
        try await fill(
            Samples.order("first"), Samples.order("second", latest: Samples.now.adding(hours: 90)))
        let request = try Samples.request()
        let step = ClaimStep(try Samples.standing("sending"), entry: Samples.entry(LogKind("tried")))
        if let text = await refusal(
            { $0 == .stateUnreadable },
            { () throws(CaseStoreError) in
                _ = try await store.claim(request) { (record) throws(CaseStoreError) in
                    guard record.reference.text == "first" else { throw .stateUnreadable }
                    return step
                }
            })
        {
            return text
        }
        guard try await store.delivery(DeliveryReference(parsing: "first"))?.lease == nil,
            try await store.log(of: CaseReference(parsing: "lamp"), after: 0, limit: 10).count == 3
        else { return "half of a refused claim was stored" }
        guard try await store.claim(request, begin: { _ in step }).count == 2,
            try await store.log(of: CaseReference(parsing: "lamp"), after: 0, limit: 10).count == 5
        else { return "a claim does not write its entries" }
        return nil
    }

    func progressKept() async throws -> String? {
        try await fill(Samples.order("first"))
        guard let ticket = try await claim(Samples.request()).first?.ticket else {
            return "nothing is claimed"
        }
        let created = try Checkpoint(step: "created", providerReference: "p-1")
        let begun = DeliveryStanding(try StateName(parsing: "sending"), detail: [1], due: nil)
        try await store.remember(ClaimProgress(checkpoint: created), for: ticket)
        try await store.remember(ClaimProgress(standing: begun), for: ticket)
        guard let record = try await store.delivery(ticket.reference), record.checkpoint == created,
            record.standing == begun, record.lease != nil
        else { return "progress is lost, or a part of it replaces another" }
        let submitting = try Checkpoint(step: "submitting")
        try await store.remember(ClaimProgress(checkpoint: submitting), for: ticket)
        let rescued = try await rescue(Samples.request("two", at: Samples.now.adding(hours: 1)))
        guard rescued.first?.record.checkpoint == submitting else {
            return "whoever takes over does not see the checkpoint"
        }
        return await refusal({ $0 == .superseded(ticket.reference) }) { () throws(CaseStoreError) in
            try await store.remember(ClaimProgress(checkpoint: created), for: ticket)
        }
    }

    func rescueAfterLease() async throws -> String? {
        try await fill(Samples.order("first"))
        guard let claimed = try await claim(Samples.request("one")).first else { return "nothing is claimed" }
        guard try await rescue(Samples.request("two", at: Samples.now.adding(seconds: 59))).isEmpty else {
            return "a claim is taken over while it lasts"
        }
        let longer = Samples.now.adding(seconds: 90)
        guard try await store.extend([claimed.ticket], until: longer) == [true],
            try await rescue(Samples.request("two", at: Samples.now.adding(seconds: 60))).isEmpty
        else { return "a lease cannot be extended" }
        let rescued = try await rescue(Samples.request("two", at: longer))
        guard let taken = rescued.first, taken.ticket.token > claimed.ticket.token,
            taken.record.rescues == 1, taken.record.claims == 1, taken.record.lease?.worker.text == "two"
        else { return "a claim that ran out is not taken over" }
        return try await store.extend([claimed.ticket, taken.ticket], until: longer) == [false, true]
            ? nil : "a lost lease can be extended"
    }

    func lateRefused() async throws -> String? {
        try await fill(Samples.order("first"))
        guard let lost = try await claim(Samples.request("one")).first?.ticket,
            let taken = try await rescue(Samples.request("two", at: Samples.now.adding(hours: 1))).first
        else { return "it cannot be claimed and taken over" }
        let late = Settlement(lost, standing: try Samples.standing("accepted"), entry: Samples.entry())
        guard try await store.settle([late]) == [.superseded] else { return "a late result is taken" }
        guard try await store.delivery(lost.reference) == taken.record,
            try await store.log(of: taken.record.caseReference, after: 0, limit: 10).count == 2
        else { return "a refused result left something behind" }
        let own = Settlement(taken.ticket, standing: try Samples.standing("unknown"))
        guard case .settled = try await store.settle([own]).first else { return "the newest is refused" }
        return try await store.settle([own]) == [.superseded] ? nil : "one claim is settled twice"
    }

    func settledKept() async throws -> String? {
        let order = try Samples.order("first")
        try await fill(order)
        guard let ticket = try await claim(Samples.request()).first?.ticket else {
            return "nothing is claimed"
        }
        let again = Samples.now.adding(seconds: 300)
        let settlement = Settlement(
            ticket, standing: try Samples.standing("waiting", due: again),
            entry: Samples.entry(LogKind("failed")),
            facts: FactsChange(facts: Array("{}".utf8), replacing: 1))
        guard case .settled(let record) = try await store.settle([settlement]).first,
            record.standing == settlement.standing, record.lease == nil,
            try await store.delivery(order.reference) == record
        else { return "it does not stand as it was settled" }
        guard
            try await store.log(of: order.caseReference, after: 2, limit: 10).map(\.kind.text) == ["failed"],
            try await store.caseRecord(order.caseReference)?.factsRevision == 2
        else { return "entry or facts are not stored with it" }
        guard try await store.deliveries(in: [record.standing.state], after: nil, limit: 9) == [record],
            try await store.deliveries(in: [order.standing.state], after: nil, limit: 9).isEmpty
        else { return "it is not found by its state" }
        guard try await claim(Samples.request()).isEmpty else { return "it is claimed before it is due" }
        let next = try await claim(Samples.request(at: again)).first
        return next?.record.claims == 2 && next.map { $0.ticket.token > ticket.token } == true
            ? nil : "it cannot be claimed again when it is due"
    }

    func settleEach() async throws -> String? {
        try await fill(Samples.order("a"), Samples.order("b"), Samples.order("c"))
        let tickets = try await claim(Samples.request()).map(\.ticket)
        guard tickets.count == 3 else { return "not all are claimed" }
        let done = try Samples.standing("accepted")
        let wrong = ClaimTicket(reference: tickets[1].reference, token: tickets[1].token + 1)
        let results = try await store.settle([
            Settlement(tickets[0], standing: done, entry: Samples.entry()),
            Settlement(wrong, standing: done, entry: Samples.entry()),
            Settlement(
                tickets[2], standing: done, entry: Samples.entry(),
                facts: FactsChange(facts: [], replacing: 7)),
        ])
        guard results.count == 3, case .settled = results[0], results[1] == .superseded,
            results[2] == .factsChanged
        else { return "the results are \(results)" }
        let stillHeld = try await store.delivery(tickets[2].reference)?.lease != nil
        return stillHeld ? nil : "a settlement that was not stored ended the claim"
    }

    func holdHolds() async throws -> String? {
        try await fill(Samples.order("first"), Samples.order("second", due: Samples.now.adding(seconds: 5)))
        _ = try await claim(Samples.request())
        let hold = Hold(.restored, since: Samples.now)
        try await store.setHold(hold)
        let later = try Samples.request("two", at: Samples.now.adding(hours: 1))
        if let text = await refusal(
            { $0 == .onHold(.restored, since: Samples.now) },
            { () throws(CaseStoreError) in
                _ = try await store.claim(later) { _ in ClaimStep(DeliveryStanding(later.worker, due: nil)) }
            })
        {
            return text
        }
        guard try await store.hold() == hold, try await rescue(later).count == 1 else {
            return "what went out cannot be looked after while on hold"
        }
        try await store.setHold(nil)
        return try await claim(later).count == 1 ? nil : "it is not released"
    }
}
